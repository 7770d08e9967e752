/** Every picture that a leader may put beside her answer is drawn, of parts that there are, within what a card shows. */
import { expect, it } from "vitest";
import { drawPicture } from "../../../../surveys/pictures/draw-picture";
import { FEEDBACK_PICTURES } from "../../../../surveys/pictures/feedback-picture-names";
import { FEEDBACK_PICTURE_NAMES, FEEDBACK_SCENES } from "../../../../surveys/pictures/feedback-scenes";
import { isFigure } from "../../../../surveys/pictures/picture";
import { pictureShape } from "../../../../surveys/pictures/picture-shape";

const WIDTH = 400;
const HEIGHT = 300;
const FIGURE = { width: 120, height: 200 };

it.each(FEEDBACK_PICTURES)("draws %s of parts that there are", (name) => {
  const scene = FEEDBACK_SCENES[name];
  // Whom we draw has a name, which is no part of a drawing.
  const people = scene.parts
    .filter(isFigure)
    .map((figure) => Object.fromEntries(Object.entries(figure).filter(([key]) => key !== "name")));
  const others = scene.parts.filter((part) => !isFigure(part));
  const shaped = { ...scene, parts: [...others, ...people], alt: FEEDBACK_PICTURE_NAMES[name] };
  expect(pictureShape.safeParse(shaped).error).toBeUndefined();
  const svg = drawPicture(scene, { thingsUrl: "/things.svg", shape: "4:3" });
  expect(svg).toMatch(/^<svg [^>]*aria-hidden="true"[^>]*>.*<\/svg>$/s);
  expect(svg).not.toMatch(/\s(id|style|on\w+)=|<(script|style|foreignObject|image)|NaN|undefined/);
});

it.each(FEEDBACK_PICTURES)("keeps everything in %s within its box", (name) => {
  for (const part of FEEDBACK_SCENES[name].parts) {
    const { width, height } = isFigure(part)
      ? { width: FIGURE.width * (part.scale ?? 1), height: FIGURE.height * (part.scale ?? 1) }
      : { width: part.size, height: part.size };
    expect(part.x).toBeGreaterThanOrEqual(0);
    expect(part.y).toBeGreaterThanOrEqual(0);
    expect(part.x + width).toBeLessThanOrEqual(WIDTH);
    expect(part.y + height).toBeLessThanOrEqual(HEIGHT);
  }
});

it("shows no two pictures alike, and names each otherwise", () => {
  const drawn = FEEDBACK_PICTURES.map((name) => JSON.stringify(FEEDBACK_SCENES[name].parts));
  expect(new Set(drawn).size).toBe(FEEDBACK_PICTURES.length);
  for (const locale of ["da", "en"] as const)
    expect(new Set(FEEDBACK_PICTURES.map((name) => FEEDBACK_PICTURE_NAMES[name][locale])).size).toBe(
      FEEDBACK_PICTURES.length,
    );
});
