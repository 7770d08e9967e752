/** The noise is drawn by the law that the intervals are made from, and by no other. */
import { describe, expect, it } from "vitest";
import { drawNoise } from "../../../../surveys/results/draw-noise";
import { noiseFourthCumulant, noiseProbability, noiseVariance, sumLaw } from "../../../../surveys/results/noise-law";
import { seededDraw } from "../../../support/seeded-draw";

const LAWS = [
  { s: 1000, t: 1000 },
  { s: 1000, t: 3000 },
  { s: 1000, t: 4000 },
  { s: 137, t: 1000 },
] as const;

describe.each(LAWS)("noise of ε/m = $s/$t", (law) => {
  const whole = sumLaw(law, 1);
  const moment = (power: number) =>
    whole.probabilities.reduce((sum, p, at) => sum + p * (at - whole.reach) ** power, 0);

  it("has the variance and the fourth cumulant that its formulas say", () => {
    expect(moment(0)).toBeCloseTo(1, 6);
    expect(moment(2) / noiseVariance(law)).toBeCloseTo(1, 4);
    expect((moment(4) - 3 * moment(2) ** 2) / noiseFourthCumulant(law)).toBeCloseTo(1, 2);
  });

  it("is drawn by its law (chi-square over 60,000 draws)", () => {
    const seed = Date.now() % 1_000_000;
    const draw = seededDraw(seed);
    const draws = 60_000;
    const seen = new Map<number, number>();
    for (let i = 0; i < draws; i += 1) {
      const noise = drawNoise(law, draw);
      seen.set(noise, (seen.get(noise) ?? 0) + 1);
    }
    let reach = 0;
    while (draws * noiseProbability(law, reach + 1) >= 8) reach += 1;
    const values = Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach);
    const chi = values.reduce((sum, value) => {
      const expected = draws * noiseProbability(law, value);
      return sum + ((seen.get(value) ?? 0) - expected) ** 2 / expected;
    }, 0);
    const freedom = values.length - 1;
    // Five standard deviations of a chi-square: about one false alarm in a million runs.
    expect(chi, `seed ${seed}`).toBeLessThan(freedom + 5 * Math.sqrt(2 * freedom) + 10);
  });
});

it("of two counts that differ by one child no outcome is more than e^ε as likely in one as in the other", () => {
  for (const law of LAWS)
    for (let k = -40; k <= 40; k += 1) {
      const ratio = noiseProbability(law, k) / noiseProbability(law, k - 1);
      expect(Math.abs(Math.log(ratio))).toBeLessThanOrEqual(law.s / law.t + 1e-9);
    }
});
