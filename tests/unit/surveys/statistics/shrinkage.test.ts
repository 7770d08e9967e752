/** Reliability and the shrunken mean against variance components in R, and what holds for any. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reliabilityOfMean, shrinkMean } from "../../../../surveys/statistics/shrinkage";
import { cases } from "../../../cases/statistics/shrinkage.json";
import { expectNear } from "./expect-near";

describe("shrinkage", () => {
  it.each(cases)("is R's: $what", ({ given, value }) =>
    expectNear(shrinkMean(given, given.meanOfAll, given.icc), value),
  );

  it("lies between the mean and that of all, nearer to its own with more children", () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    const icc = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(score, score, icc, fc.integer({ min: 0, max: 500 }), (mean, meanOfAll, icc, n) => {
        const few = shrinkMean({ mean, n }, meanOfAll, icc);
        const more = shrinkMean({ mean, n: n + 1 }, meanOfAll, icc);
        expect(few.shrunken).toBeGreaterThanOrEqual(Math.min(mean, meanOfAll) - 1e-9);
        expect(few.shrunken).toBeLessThanOrEqual(Math.max(mean, meanOfAll) + 1e-9);
        expect(more.reliability).toBeGreaterThanOrEqual(few.reliability - 1e-12);
      }),
    );
  });

  it("is the mean of all where institutions do not differ, or nobody answered, and the raw one where only they do", () => {
    expect(shrinkMean({ mean: 40, n: 30 }, 60, 0).shrunken).toBe(60);
    expect(shrinkMean({ mean: 40, n: 0 }, 60, 1)).toEqual({ raw: 40, shrunken: 60, reliability: 0 });
    expect(shrinkMean({ mean: 40, n: 30 }, 60, 1).shrunken).toBe(40);
  });

  it("refuses what is no correlation or no size", () => {
    for (const [n, icc] of [
      [10, -0.1],
      [10, 1.1],
      [-1, 0.5],
      [10, NaN],
    ] as const)
      expect(() => reliabilityOfMean(n, icc)).toThrow(RangeError);
  });
});
