/** What children's scores scatter by: nearer to the truth than each spread alone, and never what institutions differ by. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { possibleScores } from "../../../../surveys/results/score-values";
import { scoreVariances, steadied, withinVariance } from "../../../../surveys/results/score-variances";
import { itemsOf } from "../../../../surveys/scoring/score-child";
import { PULS_3, TRIVSEL_10 } from "../../../attacks/forms";
import { fastChance } from "../../../support/fast-chance";

const seed = Date.now() % 1_000_000;
const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;

it("knows each score that a child can have", () => {
  expect(possibleScores(itemsOf(TRIVSEL_10, "W4"), "10-12")).toEqual(
    Array.from({ length: 17 }, (_, sum) => (100 * sum) / 16),
  );
  expect(possibleScores(itemsOf(PULS_3, "W1"), "3-5")).toEqual([0, 50, 100]);
  expect(possibleScores([], "10-12")).toEqual([]);
});

it("draws towards what all have in common as far as noise explains, and no further", () => {
  const chance = fastChance(seed);
  const errors = Array.from({ length: 300 }, () => {
    const truth = Array.from({ length: 8 }, () => 500 + 30 * chance.normal());
    const found = truth.map((variance) => ({ variance: variance + 100 * chance.normal(), noiseError: 100 }));
    const off = (list: readonly number[]) => mean(list.map((one, at) => (one - (truth[at] ?? 0)) ** 2));
    return { raw: off(found.map(({ variance }) => variance)), steady: off(steadied(found)) };
  });
  expect(mean(errors.map(({ steady }) => steady)), `seed ${seed}`).toBeLessThan(mean(errors.map(({ raw }) => raw)) / 2);
  const known = [400, 500, 700].map((variance) => ({ variance, noiseError: 0 }));
  steadied(known).forEach((one, at) => expect(one).toBeCloseTo(known[at]?.variance ?? 0, 4));
  expect(steadied([{ variance: 400, noiseError: 90 }])).toEqual([400]);
  expect(steadied([])).toEqual([]);
});

it("stays between the lowest and the highest", () => {
  const one = fc.record({
    variance: fc.double({ min: 0, max: 900, noNaN: true }),
    noiseError: fc.double({ min: 0, max: 300, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (found) => {
      const all = found.map(({ variance }) => variance);
      for (const steady of steadied(found)) {
        expect(steady).toBeGreaterThanOrEqual(Math.min(...all) - 1e-6);
        expect(steady).toBeLessThanOrEqual(Math.max(...all) + 1e-6);
      }
    }),
  );
});

it("takes off what institutions differ by", () => {
  const chance = fastChance(seed);
  const means = Array.from({ length: 2000 }, () => {
    const own = 65 + 10 * chance.normal();
    return { mean: own + Math.sqrt(500 / 25 + 9) * chance.normal(), n: 25, noiseVariance: 9 };
  });
  const found = withinVariance({ variance: 600, noiseError: 1 }, means);
  expect(Math.abs(found.variance - 500), `seed ${seed}`).toBeLessThan(25);
  // Of a few institutions it cannot be known.
  expect(withinVariance({ variance: 600, noiseError: 1 }, means.slice(0, 5)).variance).toBe(600);
});

it("has nothing to say where there is no table", () => expect(scoreVariances(TRIVSEL_10, []).size).toBe(0));
