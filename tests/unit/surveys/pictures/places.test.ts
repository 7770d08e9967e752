/** Every place fills a card of either shape, is plain SVG, like no other, and light. */
import { describe, expect, it } from "vitest";
import { boundsOf } from "#tests/support/svg-bounds";
import { drawPicture } from "#surveys/pictures/draw-picture";
import { PLACES } from "#surveys/pictures/picture";
import { drawPlace } from "#surveys/pictures/places";
import { PLAN_SPOTS } from "#surveys/pictures/plan";
import { pictureShape } from "#surveys/pictures/picture-shape";

const drawnPlaces = PLACES.filter((place) => place !== "plain");
const SHAPES = { "4:3": [0, 400], "5:2": [-175, 575] } as const;

describe.each(drawnPlaces)("the place %s", (place) => {
  it.each(["4:3", "5:2"] as const)("fills a card of %s to its edges", (shape) => {
    const svg = drawPicture({ kind: "scene", place, parts: [] }, { thingsUrl: "/things.svg", shape });
    const [left, right] = SHAPES[shape];
    expect(svg).toContain(`viewBox="${left} 0 ${right - left} 300"`);
    // Its first shape is the wall, the sky or the ground, behind everything else.
    const [ground = ""] = /<rect[^>]*>/.exec(svg) ?? [];
    const bounds = boundsOf(ground);
    expect(bounds.left).toBeLessThanOrEqual(left);
    expect(bounds.right).toBeGreaterThanOrEqual(right);
    expect([bounds.top, bounds.bottom]).toEqual([0, 300]);
  });

  it("shows something of its own inside a card of 4:3", () => {
    const inside = (drawPlace(place).match(/<(path|rect|circle|ellipse)[^>]*>/g) ?? []).filter((element) => {
      const { left, top, right, bottom } = boundsOf(element);
      return right > 20 && left < 380 && top < 300 && bottom > 0;
    });
    expect(inside.length).toBeGreaterThanOrEqual(5);
  });

  it("is plain SVG of at most 7 KB", () => {
    const svg = drawPlace(place);
    expect(svg).not.toMatch(/NaN|undefined|\s(id|style|class)=|<(script|style|image|use)/);
    expect(svg.length).toBeLessThanOrEqual(7000);
  });

  it("may stand in a survey file", () => {
    const alt = { da: "Et sted", en: "A place" };
    expect(pictureShape.safeParse({ kind: "scene", place, parts: [], alt }).success).toBe(true);
  });
});

it("no two places look the same, and plain is empty", () => {
  expect(new Set(PLACES.map(drawPlace)).size).toBe(PLACES.length);
  expect(drawPlace("plain")).toBe("");
});

it("the spots of the plan lie on it, far enough apart for two fingers", () => {
  const spots = Object.values(PLAN_SPOTS);
  for (const { x, y } of spots) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(10);
    expect(Math.max(x, y)).toBeLessThanOrEqual(90);
  }
  const distances = spots.flatMap((one, index) =>
    spots.slice(index + 1).map((other) => Math.hypot((one.x - other.x) * 4, (one.y - other.y) * 3)),
  );
  expect(Math.min(...distances)).toBeGreaterThanOrEqual(60);
});
