/** A person in a 120 × 200 box, feet on the ground at 192. */
import { drawArms } from "./arms";
import { drawAids, drawCrawler, drawLegs, drawTrunk, SITS_LOWER } from "./body";
import { CHIN, GROUND, buildOf } from "./build";
import { drawFace, drawHearingAid } from "./face";
import { drawBackOfHead, drawHair } from "./hair";
import { SKIN, shade } from "./palette";
import type { Figure } from "./picture";
import { dot, oval } from "./svg";

/** A head centred on (60, 46); hands in front of it come later. */
export function drawHead(figure: Figure): string {
  const skin = SKIN[figure.skin ?? "sand"];
  const ear = shade(skin, 0.9);
  const hair = drawHair(figure);
  const isBack = figure.posture === "back";
  const ears = figure.hair === "hijab" ? "" : dot(27, 50, 7, ear) + dot(93, 50, 7, ear);
  return (
    hair.behind +
    ears +
    oval(60, 46, 34, 35, skin) +
    (isBack ? drawBackOfHead(figure) : drawFace(figure) + hair.front) +
    (figure.aids?.includes("hearing-aid") ? drawHearingAid(isBack) : "")
  );
}

/** From the chin down into the collar. */
export const drawNeck = ({ skin = "sand" }: Figure): string =>
  `<rect x="52" y="70" width="16" height="16" rx="7" fill="${shade(SKIN[skin], 0.9)}"/>`;

const group = (transform: string, drawn: string): string =>
  transform ? `<g transform="${transform}">${drawn}</g>` : drawn;

const aroundChin = (size: number): string =>
  size === 1 ? "" : `translate(${CHIN.x} ${CHIN.y}) scale(${size}) translate(${-CHIN.x} ${-CHIN.y})`;

function upright(figure: Figure, head: string): string {
  const { drawn: arms, isInFront } = drawArms(figure);
  const lowered = (SITS_LOWER[figure.posture ?? "standing"] ?? 0) - buildOf(figure).lift;
  const upper = (isInFront ? "" : arms) + drawTrunk(figure) + drawNeck(figure) + head + (isInFront ? arms : "");
  return drawLegs(figure) + group(lowered === 0 ? "" : `translate(0 ${lowered})`, upper) + drawAids(figure);
}

export function drawFigure(figure: Figure): string {
  const { head: size, whole } = buildOf(figure);
  const head = group(aroundChin(size), drawHead(figure));
  const drawn = figure.posture === "crawling" ? drawCrawler(figure, head) : upright(figure, head);
  return group(whole === 1 ? "" : `translate(60 ${GROUND}) scale(${whole}) translate(-60 -${GROUND})`, drawn);
}
