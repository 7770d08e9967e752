/** A person in a 120 × 200 box. Adults are as wide as children but taller, with a smaller head; babies crawl or sit low. */
import { drawArms } from "./arms";
import { drawAids, drawLegs, drawTrunk } from "./body";
import { drawFace } from "./face";
import { drawHair } from "./hair";
import { HAIR_COLOUR, SHIRT, SKIN, shade } from "./palette";
import type { Figure } from "./picture";
import { dot, oval } from "./svg";

/** From behind one sees hair, or the scarf. */
function backOfHead({ hair, hairColour = "brown", clothColour = "lilac" }: Figure): string {
  if (hair === "bald") return "";
  return oval(60, 44, 34, hair === "hijab" ? 40 : 34, hair === "hijab" ? SHIRT[clothColour] : HAIR_COLOUR[hairColour]);
}

/** A head centred on (60, 46); hands in front of it come later. */
export function drawHead(figure: Figure): string {
  const skin = SKIN[figure.skin ?? "sand"];
  const ear = shade(skin, 0.9);
  const hair = drawHair(figure);
  const isBack = figure.posture === "back";
  return (
    hair.behind +
    dot(27, 50, 7, ear) +
    dot(93, 50, 7, ear) +
    oval(60, 46, 34, 35, skin) +
    (isBack ? backOfHead(figure) : drawFace(figure)) +
    hair.front
  );
}

const NECK = (skin: string) => `<rect x="52" y="70" width="16" height="16" rx="7" fill="${shade(skin, 0.9)}"/>`;

function assemble(figure: Figure, head: string): string {
  const { drawn: arms, isInFront } = drawArms(figure);
  const body = drawTrunk(figure) + NECK(SKIN[figure.skin ?? "sand"]);
  return drawLegs(figure) + (isInFront ? "" : arms) + body + head + (isInFront ? arms : "") + drawAids(figure);
}

/** `head` shrinks around the chin, so that the neck still meets it; the body stretches from the feet. */
const BUILDS = {
  baby: { body: "translate(18 76) scale(.7 .62)", head: "translate(0 0)" },
  child: { body: "", head: "" },
  youth: { body: "", head: "translate(60 80) scale(.86) translate(-60 -80)" },
  adult: { body: "", head: "translate(60 80) scale(.74) translate(-60 -80)" },
} as const;

export function drawFigure(figure: Figure): string {
  const { body, head: headPlace } = BUILDS[figure.age ?? "child"];
  const head = drawHead(figure);
  const drawn = assemble(figure, headPlace ? `<g transform="${headPlace}">${head}</g>` : head);
  return body ? `<g transform="${body}">${drawn}</g>` : drawn;
}
