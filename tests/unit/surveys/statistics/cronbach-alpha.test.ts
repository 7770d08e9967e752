/** Cronbach's alpha against R, from children's answers and from tables. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededChance } from "../../../../server/demo/random";
import { alphaFromTables, cronbachAlpha } from "../../../../surveys/statistics/cronbach-alpha";
import { varianceFromCounts, varianceFromRanges } from "../../../../surveys/statistics/variance-from-counts";
import { cases } from "../../../cases/statistics/cronbach-alpha.json";
import { expectNear, meanOf, varianceOf } from "./expect-near";
import { countOf, fiveStepAnswer, FIVE_STEPS, laplaceVariance, toTotal, withNoise } from "./noisy-table";

const exactly = (variance: number) => ({ variance, noiseError: 0 });

describe("Cronbach's alpha", () => {
  it.each(cases)("is R's: $what", ({ given, value: { alpha, ...variances } }) => {
    const columns = (given.items[0] ?? []).map((_, item) => given.items.map((child) => child[item] ?? NaN));
    expectNear(columns.map(varianceOf), variances.itemVariances);
    expectNear({ alpha: cronbachAlpha(variances.itemVariances, variances.sumVariance) }, { alpha });
    const told = alphaFromTables(variances.itemVariances.map(exactly), exactly(variances.meanScoreVariance));
    expectNear(told, { alpha, noiseError: 0 });
  });

  it("is 1 for items that say the same, 0 for items that have nothing in common, and never more than 1", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.double({ min: 1, max: 2500, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (k, variance, part) => {
          const items = Array.from({ length: k }, () => variance);
          expect(cronbachAlpha(items, k * k * variance)).toBeCloseTo(1, 9);
          expect(cronbachAlpha(items, k * variance)).toBeCloseTo(0, 9);
          expect(cronbachAlpha(items, part * k * variance)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("has nothing to say of one item, or where nobody differs, and refuses a variance below 0", () => {
    expect(cronbachAlpha([400], 400)).toBeNull();
    expect(cronbachAlpha([400, 300], 0)).toBeNull();
    expect(alphaFromTables([exactly(400), exactly(300)], exactly(0))).toBeNull();
    expect(() => cronbachAlpha([400, -1], 500)).toThrow(RangeError);
  });

  it("told by tables with noise is that of the children, and as far off as it says", () => {
    const chance = seededChance(1951);
    const drawn = Array.from({ length: 60 }, () => municipality(chance));
    const error = Math.sqrt(meanOf(drawn.map((one) => one.off ** 2)));
    expect(Math.abs(meanOf(drawn.map((one) => one.off)))).toBeLessThan((4 * error) / Math.sqrt(60) + 0.01);
    const said = Math.sqrt(meanOf(drawn.map((one) => one.noiseError ** 2)));
    expect(error / said).toBeGreaterThan(0.7);
    expect(error / said).toBeLessThan(1.4);
  });
});

/** 1,500 children of 20 institutions who answered four items of five steps. */
function municipality(chance: ReturnType<typeof seededChance>): { off: number; noiseError: number } {
  const children = Array.from({ length: 1500 }, () => {
    const level = 0.8 * chance.normal();
    return Array.from({ length: 4 }, () => fiveStepAnswer(chance, level));
  });
  const items = [0, 1, 2, 3].map((item) => children.map((child) => child[item] ?? NaN));
  const sums = children.map((child) => child.reduce((sum, step) => sum + step, 0));
  const noisy = (counts: readonly number[], epsilon: number) => {
    const tables = Array.from({ length: 20 }).reduce<number[]>((sum) => withNoise(chance, sum, epsilon), [...counts]);
    const noiseVariance = 20 * laplaceVariance(epsilon);
    return { counts: toTotal(tables, 1500), noiseVariance, sharedAmong: counts.length };
  };
  const spread = countOf(
    sums.map((sum) => Math.min(9, Math.floor((sum * 10) / 16))),
    10,
  );
  const possibleScores = Array.from({ length: 17 }, (_, sum) => (sum * 100) / 16);
  const scores = varianceFromRanges({ possibleScores, ...noisy(spread, 0.25) });
  const told = items.map((item) => varianceFromCounts({ values: FIVE_STEPS, ...noisy(countOf(item, 5), 1) }));
  const alpha = alphaFromTables(
    told.map((one) => one ?? exactly(NaN)),
    scores ?? exactly(NaN),
  );
  const true_ = cronbachAlpha(items.map(varianceOf), varianceOf(sums)) ?? NaN;
  return { off: (alpha?.alpha ?? NaN) - true_, noiseError: alpha?.noiseError ?? NaN };
}
