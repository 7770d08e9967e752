/** The test of a change against R, and what noise and drift do to it. */
import { describe, expect, it } from "vitest";
import { noiseAwareDifference, varianceOfDifference } from "../../../../surveys/statistics/noise-aware-difference";
import { cases } from "../../../cases/statistics/noise-aware-difference.json";
import { expectNear } from "./expect-near";

const before = { mean: 66, n: 160, noiseVariance: 0.9 };
const after = { mean: 54, n: 150, noiseVariance: 1 };

describe("the noise-aware difference", () => {
  it.each(cases)("is R's: $what", ({ given, value }) => {
    const first = { mean: given.mean1, n: given.n1, noiseVariance: given.noise1 };
    const second = { mean: given.mean2, n: given.n2, noiseVariance: given.noise2 };
    expectNear(noiseAwareDifference(first, second, given), value);
  });

  it("is less sure with each thing that may explain it, and a fall is below 0", () => {
    const plain = noiseAwareDifference(before, after, { variance: 515 });
    expect(plain?.difference).toBe(-12);
    expect(plain?.z).toBeLessThan(0);
    const p = plain?.p ?? NaN;
    expect(noiseAwareDifference(before, after, { variance: 515, drift: 2 })?.p).toBeGreaterThan(p);
    expect(noiseAwareDifference(before, after, { variance: 600 })?.p).toBeGreaterThan(p);
    expect(noiseAwareDifference(before, { ...after, noiseVariance: 3 }, { variance: 515 })?.p).toBeGreaterThan(p);
    expect(noiseAwareDifference(before, { ...after, n: 40 }, { variance: 515 })?.p).toBeGreaterThan(p);
  });

  it("has nothing to say where nobody answered or nothing scatters, and refuses a variance below 0", () => {
    expect(noiseAwareDifference(before, { mean: 0, n: 0 }, { variance: 515 })).toBeNull();
    expect(varianceOfDifference(before, { mean: 0, n: 0 }, { variance: 515 })).toBeNull();
    expect(noiseAwareDifference({ mean: 1, n: 9 }, { mean: 2, n: 9 }, { variance: 0 })).toBeNull();
    expect(() => noiseAwareDifference(before, after, { variance: -1 })).toThrow(RangeError);
  });
});
