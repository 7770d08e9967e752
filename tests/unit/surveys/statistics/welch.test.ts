/** Welch's test against R's t.test, and what holds for any two groups. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { welchTest } from "../../../../surveys/statistics/welch";
import { cases } from "../../../cases/statistics/welch.json";
import { expectNear, meanOf, varianceOf } from "./expect-near";

const summaryOf = (list: readonly number[]) => ({ mean: meanOf(list), variance: varianceOf(list), n: list.length });

describe("Welch's test", () => {
  it.each(cases)("is R's: $what", ({ given, value }) =>
    expectNear(welchTest(summaryOf(given.a), summaryOf(given.b)), value),
  );

  const samples = fc.record({
    mean: fc.double({ min: 0, max: 100, noNaN: true }),
    variance: fc.double({ min: 1, max: 2500, noNaN: true }),
    n: fc.integer({ min: 2, max: 500 }),
  });

  it("says the same of two groups whichever comes first, with degrees of freedom within theirs", () => {
    fc.assert(
      fc.property(samples, samples, (one, other) => {
        const there = welchTest(one, other);
        const back = welchTest(other, one);
        expect(there?.statistic).toBeCloseTo(-(back?.statistic ?? NaN), 12);
        expect(there?.p).toBeCloseTo(back?.p ?? NaN, 12);
        expect(there?.p).toBeGreaterThanOrEqual(0);
        expect(there?.p).toBeLessThanOrEqual(1);
        expect(there?.degreesOfFreedom).toBeGreaterThanOrEqual(Math.min(one.n, other.n) - 1 - 1e-9);
        expect(there?.degreesOfFreedom).toBeLessThanOrEqual(one.n + other.n - 2 + 1e-9);
      }),
    );
  });

  it("has nothing to say of one child, or where nothing scatters", () => {
    const group = { mean: 50, variance: 100, n: 20 };
    expect(welchTest(group, { mean: 70, variance: 0, n: 1 })).toBeNull();
    expect(welchTest({ ...group, variance: 0 }, { mean: 70, variance: 0, n: 9 })).toBeNull();
  });

  it("refuses a variance below 0", () =>
    expect(() => welchTest({ mean: 1, variance: -1, n: 9 }, { mean: 1, variance: 1, n: 9 })).toThrow(RangeError));
});
