/** The drift of the middle half against R, beside drift and falls that are known because they were drawn. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededChance } from "../../../../server/demo/random";
import { centralDrift } from "../../../../surveys/statistics/central-drift";
import { cases } from "../../../cases/statistics/central-drift.json";
import { expectNear } from "./expect-near";

/** 120 institutions × 8 indices, 160 answers in each round. */
function drawnChanges({ seed, drift, fall }: { seed: number; drift: number; fall: number }) {
  const chance = seededChance(seed);
  const variance = 8.2;
  return Array.from({ length: 960 }, () => {
    const fallen = chance.isTrue(0.1) ? fall : 0;
    return { difference: Math.sqrt(variance + drift ** 2) * chance.normal() - fallen, variance };
  });
}

describe("the drift of the middle half", () => {
  it.each(cases)("is R's: $what", ({ given, value }) => {
    const changes = given.differences.map((difference, at) => ({ difference, variance: given.variances[at] ?? NaN }));
    expectNear({ tau: centralDrift(changes, { least: 0 }) }, value);
  });

  it.each([1, 2, 3])("finds a drift of 3 points (seed %i)", (seed) => {
    const changes = drawnChanges({ seed, drift: 3, fall: 0 });
    expect(Math.abs(centralDrift(changes) - 3)).toBeLessThan(0.5);
  });

  it.each([1, 2, 3])("is hardly moved by a tenth that fell by 12 or 30 points (seed %i)", (seed) => {
    for (const fall of [12, 30]) expect(centralDrift(drawnChanges({ seed, drift: 0, fall }))).toBeLessThan(2.4);
  });

  const changes = fc.array(
    fc.record({
      difference: fc.double({ min: -60, max: 60, noNaN: true }),
      variance: fc.double({ min: 1, max: 100, noNaN: true }),
    }),
    { minLength: 2, maxLength: 60 },
  );

  it("does not look at the order or at what all have in common, and doubles with the unit", () => {
    fc.assert(
      fc.property(changes, (list) => {
        const squared = (of: typeof list) => centralDrift(of, { least: 0 }) ** 2;
        const tau2 = squared(list);
        expect(squared(list.toReversed())).toBeCloseTo(tau2, 6);
        expect(squared(list.map((one) => ({ ...one, difference: one.difference + 5 })))).toBeCloseTo(tau2, 6);
        const doubled = list.map(({ difference, variance }) => ({
          difference: 2 * difference,
          variance: 4 * variance,
        }));
        expect(squared(doubled)).toBeCloseTo(4 * tau2, 6);
      }),
    );
  });

  it("is the least where there is next to nothing to tell it from, and refuses a change without chance", () => {
    expect(centralDrift([])).toBe(2);
    expect(centralDrift([{ difference: 30, variance: 4 }])).toBe(2);
    expect(() => centralDrift([{ difference: 30, variance: 0 }])).toThrow(RangeError);
  });
});
