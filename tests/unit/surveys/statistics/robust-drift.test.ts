/** The drift between institutions against R, and what a few real changes do to it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededChance } from "../../../../server/demo/random";
import { robustDrift } from "../../../../surveys/statistics/robust-drift";
import { cases } from "../../../cases/statistics/robust-drift.json";
import { expectNear } from "./expect-near";

describe("the drift between institutions", () => {
  it.each(cases)("is R's: $what", ({ given, value }) => {
    const changes = given.differences.map((difference, at) => ({ difference, variance: given.variances[at] ?? NaN }));
    expectNear({ tau: robustDrift(changes, { target: given.target ?? undefined, least: 0 }) }, value);
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
        const tau = robustDrift(list, { least: 0 });
        const squared = (of: typeof list) => robustDrift(of, { least: 0 }) ** 2;
        expect(squared(list.toReversed())).toBeCloseTo(tau ** 2, 6);
        expect(squared(list.map((one) => ({ ...one, difference: one.difference + 5 })))).toBeCloseTo(tau ** 2, 6);
        const doubled = list.map(({ difference, variance }) => ({
          difference: 2 * difference,
          variance: 4 * variance,
        }));
        expect(squared(doubled)).toBeCloseTo(4 * tau ** 2, 6);
        expect(robustDrift(list)).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it("is less moved by a tenth of real falls than a plain estimate", () => {
    const chance = seededChance(2005);
    const list = Array.from({ length: 960 }, () => {
      const variance = 3 + 20 * chance.share();
      return { difference: Math.sqrt(variance) * chance.normal() - (chance.isTrue(0.1) ? 20 : 0), variance };
    });
    expect(robustDrift(list, { least: 0 })).toBeLessThan(robustDrift(list, { least: 0, winsorised: 0 }) / 2);
  });

  it("is the least where there is next to nothing to tell it from, and refuses a change without chance", () => {
    expect(robustDrift([])).toBe(2);
    expect(robustDrift([{ difference: 30, variance: 4 }])).toBe(2);
    expect(() => robustDrift([{ difference: 30, variance: 0 }])).toThrow(RangeError);
  });
});
