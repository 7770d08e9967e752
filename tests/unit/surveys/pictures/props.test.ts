/** Props: drawn in every state, each unlike the others, inside their square; and a survey file may hold no other state. */
import { describe, expect, it } from "vitest";
import { boundsOf } from "#tests/support/svg-bounds";
import { PROPS, PROP_NAMES } from "#surveys/pictures/picture";
import type { PlacedProp, PropName } from "#surveys/pictures/picture";
import { pictureShape } from "#surveys/pictures/picture-shape";
import { picturePartsOf } from "#surveys/pictures/picture-parts";
import { drawProp } from "#surveys/pictures/props";

const coloursOf = (svg: string): string[] => [...new Set(svg.match(/#[0-9a-f]{6}\b/g))].toSorted();
const drawn = (prop: PropName, state?: string): string =>
  drawProp({ prop, ...(state !== undefined && { state }), x: 0, y: 0, size: 100 });
const inAFile = (part: PlacedProp) =>
  pictureShape.safeParse({ kind: "scene", place: "room", parts: [part], alt: { da: "Noget", en: "Something" } });

it("the names of props are the keys of their states", () => {
  expect(Object.keys(PROPS).toSorted()).toEqual([...PROP_NAMES].toSorted());
});

describe.each(PROP_NAMES)("the prop %s", (prop) => {
  const states: readonly string[] = PROPS[prop];

  it.each(states)("is plain SVG inside its square when it is %s", (state) => {
    const svg = drawn(prop, state);
    expect(svg).not.toMatch(/NaN|undefined|\s(id|style|class)=|<(script|style|image|use)/);
    const { left, top, right, bottom } = boundsOf(svg);
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(-4);
    expect(Math.max(right, bottom)).toBeLessThanOrEqual(104);
    expect(inAFile({ prop, state, x: 50, y: 50, size: 60 }).success).toBe(true);
  });

  it("looks different in every state, and is in its first one where none is named", () => {
    expect(new Set(states.map((state) => drawn(prop, state))).size).toBe(states.length);
    expect(drawn(prop)).toBe(drawn(prop, states[0]));
    expect(picturePartsOf({ kind: "scene", place: "room", parts: [{ prop, x: 0, y: 0, size: 9 }] })).toContain(
      `prop:${prop}-${states[0]}`,
    );
  });

  it("is in no other state, drawn or in a file", () => {
    expect(() => drawn(prop, "sparkling")).toThrow(RangeError);
    expect(inAFile({ prop, state: "sparkling", x: 50, y: 50, size: 60 }).success).toBe(false);
  });
});

it("what stands and what has fallen, what is broken and what is mended has the same colours", () => {
  expect(coloursOf(drawn("blocks", "fallen"))).toEqual(coloursOf(drawn("blocks", "tower")));
  expect(coloursOf(drawn("slide", "half"))).toEqual(coloursOf(drawn("slide", "mended")));
  expect(coloursOf(drawn("slide", "broken"))).toEqual(coloursOf(drawn("slide", "mended")));
  expect(coloursOf(drawn("drawing", "scribble"))).toEqual(coloursOf(drawn("drawing", "full")));
});
