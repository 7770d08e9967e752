/** The smallest detectable difference against R, which solves it from the power. */
import { describe, expect, it } from "vitest";
import { smallestDetectableDifference } from "../../../../surveys/statistics/smallest-detectable-difference";
import { cases } from "../../../cases/statistics/smallest-detectable-difference.json";
import { expectNear } from "./expect-near";

const school = { standardDeviation: 22.7, n1: 160, n2: 160 };

describe("the smallest detectable difference", () => {
  it.each(cases)("is R's: $what", ({ given, value }) =>
    expectNear({ difference: smallestDetectableDifference(given) }, value),
  );

  it("grows with noise, drift, certainty and power, and shrinks with children", () => {
    const plain = smallestDetectableDifference(school);
    expect(smallestDetectableDifference({ ...school, extraVariance: 4 })).toBeGreaterThan(plain);
    expect(smallestDetectableDifference({ ...school, alpha: 0.02 })).toBeGreaterThan(plain);
    expect(smallestDetectableDifference({ ...school, power: 0.9 })).toBeGreaterThan(plain);
    expect(smallestDetectableDifference({ ...school, n2: 320 })).toBeLessThan(plain);
  });

  it("is without end when nobody answered on one side", () =>
    expect(smallestDetectableDifference({ ...school, n2: 0 })).toBe(Infinity));

  it("refuses a level or power that is none", () => {
    for (const wrong of [{ alpha: 0 }, { alpha: 1 }, { power: 1 }, { power: 0.02 }])
      expect(() => smallestDetectableDifference({ ...school, ...wrong })).toThrow(RangeError);
  });
});
