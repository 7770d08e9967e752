/** Draws a picture described as data: an SVG string, pure, without ids, styles or scripts, hidden from screen readers
 *  (whoever shows it says what it shows). */
import { drawFigure, drawHead, drawNeck } from "./figure";
import { SHIRT } from "./palette";
import type { Drawable, Face, Part, Scene } from "./picture";
import { drawPlace } from "./places";
import { drawAmount, drawLadder, drawTokens } from "./measure";
import { drawProp } from "./props";
import { shape } from "./svg";
import { thingUrl } from "./thing-url";

export interface DrawOptions {
  /** Where the sprite of things lies, such as `/things.svg`; the folder of things lies beside it (`thing-url.ts`). */
  readonly thingsUrl: string;
  readonly isRightToLeft?: boolean;
  /** A 5:2 card shows more of the place at both sides; default 4:3. */
  readonly shape?: "4:3" | "5:2";
}

const VIEW_BOXES = { "4:3": "0 0 400 300", "5:2": "-175 0 750 300" } as const;

function thing(name: string, x: number, y: number, size: number, { thingsUrl }: DrawOptions): string {
  return `<use href="${thingUrl(name, thingsUrl)}" x="${x}" y="${y}" width="${size}" height="${size}"/>`;
}

function part(one: Part, options: DrawOptions): string {
  if ("thing" in one) return thing(one.thing, one.x, one.y, one.size, options);
  if ("prop" in one) return drawProp(one);
  const { x, y, scale = 1, isMirrored } = one;
  const mirrored = isMirrored ? " translate(120 0) scale(-1 1)" : "";
  return `<g transform="translate(${x} ${y}) scale(${scale})${mirrored}">${drawFigure(one)}</g>`;
}

function svg(viewBox: string, inner: string, fit: "slice" | "meet"): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" preserveAspectRatio="xMidYMid ${fit}" aria-hidden="true" focusable="false">${inner}</svg>`;
}

function drawScene(scene: Omit<Scene, "alt">, options: DrawOptions): string {
  const parts = scene.parts.map((one) => part(one, options)).join("");
  const inner = drawPlace(scene.place) + parts;
  const isTurned = options.isRightToLeft === true && scene.hasDirection === true;
  return svg(
    VIEW_BOXES[options.shape ?? "4:3"],
    isTurned ? `<g transform="translate(400 0) scale(-1 1)">${inner}</g>` : inner,
    "slice",
  );
}

function drawLargeFace({ figure }: Pick<Face, "figure">): string {
  const shoulders = shape(
    "M12 126 Q14 90 42 80 Q50 76 60 76 Q70 76 78 80 Q106 90 108 126Z",
    SHIRT[figure.shirt ?? "sky"],
  );
  return svg("0 -1 120 126", shoulders + drawNeck(figure) + drawHead(figure), "meet");
}

export function drawPicture(picture: Drawable, options: DrawOptions): string {
  switch (picture.kind) {
    case "scene":
      return drawScene(picture, options);
    case "face":
      return drawLargeFace(picture);
    case "thing":
      return svg("0 0 32 32", thing(picture.thing, 0, 0, 32, options), "meet");
    case "amount":
      return svg("0 0 32 32", drawAmount(picture), "meet");
    case "tokens":
      return svg("0 0 200 60", drawTokens(picture), "meet");
    case "ladder":
      return svg("0 0 60 150", drawLadder(picture), "meet");
  }
}
