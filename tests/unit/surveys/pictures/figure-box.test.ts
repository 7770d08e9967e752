/** Every figure stays in its box: each value of each parameter, all pairs of values, and all that shapes a body at once. */
import { describe, expect, it } from "vitest";
import { boundsOf } from "#tests/support/svg-bounds";
import { ARM_REACH } from "#surveys/pictures/arms";
import { GROUND } from "#surveys/pictures/build";
import { drawFigure } from "#surveys/pictures/figure";
import { AGES, AIDS, ARMS, HAIRS, HAIR_COLOURS, MOODS, POSTURES, SHIRTS, SKINS } from "#surveys/pictures/picture";
import type { Figure } from "#surveys/pictures/picture";

const WIDTH = 120;
const HEIGHT = 200;

const PARAMETERS: Readonly<Record<keyof Figure, readonly Figure[]>> = {
  skin: SKINS.map((skin) => ({ skin })),
  hair: HAIRS.map((hair) => ({ hair })),
  hairColour: HAIR_COLOURS.map((hairColour) => ({ hairColour })),
  shirt: SHIRTS.map((shirt) => ({ shirt })),
  clothColour: SHIRTS.map((clothColour) => ({ clothColour })),
  mood: MOODS.map((mood) => ({ mood })),
  arms: ARMS.map((arms) => ({ arms })),
  posture: POSTURES.map((posture) => ({ posture })),
  age: AGES.map((age) => ({ age })),
  aids: [[], ...AIDS.map((aid) => [aid]), AIDS].map((aids) => ({ aids })),
};

function misfit(figure: Figure): string[] {
  const svg = drawFigure(figure);
  const { left, top, right, bottom } = boundsOf(svg);
  const isSound = !/NaN|undefined|\s(id|style|class)=/.test(svg);
  const isInside = left >= -ARM_REACH && right <= WIDTH + ARM_REACH && top >= 0 && bottom <= HEIGHT;
  return isSound && isInside ? [] : [`${JSON.stringify(figure)} ${[left, top, right, bottom].join(" ")}`];
}

const names = Object.keys(PARAMETERS) as (keyof Figure)[];

describe("a figure stays in its box", () => {
  it.each(names)("with every %s", (name) => {
    expect(PARAMETERS[name].flatMap(misfit)).toEqual([]);
  });

  const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const));
  it.each(pairs)("with every pair of %s and %s", (one, other) => {
    const both = PARAMETERS[one].flatMap((first) => PARAMETERS[other].map((second) => ({ ...first, ...second })));
    expect(both.flatMap(misfit)).toEqual([]);
  });

  it.each(AGES)("with every posture, arms and hair of the age %s", (age) => {
    const all = POSTURES.flatMap((posture) =>
      ARMS.flatMap((arms) => HAIRS.map((hair) => ({ age, posture, arms, hair, aids: AIDS }))),
    );
    expect(all.flatMap(misfit)).toEqual([]);
  });

  it.each(POSTURES)("and %s touches the ground at every age", (posture) => {
    for (const age of AGES) {
      const { bottom } = boundsOf(drawFigure({ age, posture }));
      expect(Math.abs(bottom - GROUND), age).toBeLessThanOrEqual(5);
    }
  });
});

it("only hands that reach for others leave the width of the box", () => {
  const outside = ARMS.filter((arms) => {
    const { left, right } = boundsOf(drawFigure({ arms }));
    return left < 0 || right > WIDTH;
  });
  expect(outside).toEqual(["hold-left", "hold-right", "hold-both"]);
});

it("hands held by neighbours meet at every age: at one height, 124 apart", () => {
  for (const age of ["child", "youth", "adult"] as const) {
    const right = boundsOf(drawFigure({ age, arms: "hold-right" })).right;
    const left = boundsOf(drawFigure({ age, arms: "hold-left" })).left;
    expect(right - 8.5 - (left + 8.5)).toBeCloseTo(124, 0);
  }
});

it("grown people are taller than children, and babies lower", () => {
  const heights = AGES.map((age) => GROUND - boundsOf(drawFigure({ age, hair: "bald" })).top);
  expect(heights[0]).toBeLessThan(heights[1] ?? 0);
  const headOf = (age: Figure["age"]) => /scale\(([\d.]+)\)/.exec(drawFigure({ age }))?.[1];
  expect(headOf("adult")).toBe("0.77");
});
