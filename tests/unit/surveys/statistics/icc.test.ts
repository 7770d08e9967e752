/** ICC(1) against R's aov, and on drawn municipalities whose institutions do not differ, with and without noise. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededChance } from "../../../../server/demo/random";
import type { Chance } from "../../../../server/demo/random";
import { intraclassCorrelation } from "../../../../surveys/statistics/icc";
import type { ClusterSummary } from "../../../../surveys/statistics/icc";
import { varianceFromCounts } from "../../../../surveys/statistics/variance-from-counts";
import { cases } from "../../../cases/statistics/icc.json";
import { expectNear, meanOf, varianceOf } from "./expect-near";
import { countOf, fiveStepAnswer, FIVE_STEPS, laplaceVariance, toTotal, withNoise } from "./noisy-table";

describe("ICC(1)", () => {
  it.each(cases)("is R's: $what", ({ given, value }) => {
    const clusters = given.noise.map((noiseVariance, at) => {
      const scores = given.y.filter((_, child) => given.cluster[child] === at + 1);
      return { n: scores.length, mean: meanOf(scores), variance: varianceOf(scores), noiseVariance };
    });
    expectNear(intraclassCorrelation(clusters), value);
  });

  const clusters = fc.array(
    fc.record({
      n: fc.integer({ min: 1, max: 300 }),
      mean: fc.double({ min: 0, max: 100, noNaN: true }),
      variance: fc.double({ min: 1, max: 2500, noNaN: true }),
      noiseVariance: fc.double({ min: 0, max: 100, noNaN: true }),
    }),
    { minLength: 2, maxLength: 30 },
  );

  it("is within 0 and 1, whatever the order, the unit or where 0 lies, and less with more noise", () => {
    fc.assert(
      fc.property(clusters, (list) => {
        fc.pre(list.some(({ n }) => n > 1));
        const { icc, unclamped } = intraclassCorrelation(list) ?? { icc: NaN, unclamped: NaN };
        expect(icc).toBeGreaterThanOrEqual(0);
        expect(icc).toBeLessThanOrEqual(1);
        expect(icc).toBe(Math.max(0, unclamped));
        const turned = list.toReversed().map((cluster) => ({
          n: cluster.n,
          mean: 7 - cluster.mean / 10,
          variance: cluster.variance / 100,
          noiseVariance: cluster.noiseVariance / 100,
        }));
        expect(intraclassCorrelation(turned)?.unclamped).toBeCloseTo(unclamped, 6);
        const noisier = list.map((cluster) => ({ ...cluster, noiseVariance: cluster.noiseVariance + 1 }));
        expect(intraclassCorrelation(noisier)?.icc).toBeLessThanOrEqual(icc + 1e-12);
      }),
    );
  });

  it("has nothing to say of one cluster or of single children, says 0 where nothing scatters, refuses an empty one", () => {
    const one = { n: 20, mean: 60, variance: 400 };
    expect(intraclassCorrelation([one])).toBeNull();
    expect(intraclassCorrelation([1, 2].map((mean) => ({ n: 1, mean, variance: 0 })))).toBeNull();
    expect(intraclassCorrelation([1, 2].map(() => ({ n: 9, mean: 5, variance: 0 })))?.icc).toBe(0);
    for (const wrong of [{ n: 0 }, { variance: -1 }])
      expect(() => intraclassCorrelation([one, { ...one, ...wrong }])).toThrow(RangeError);
  });
});

/** A class of an institution that lies `between` standard deviations of a child's from the others, as its table tells it. */
function drawnCluster(chance: Chance, between: number): { told: ClusterSummary; exact: ClusterSummary } {
  const n = chance.whole(12, 40);
  const level = between * chance.normal();
  const answers = Array.from({ length: n }, () => fiveStepAnswer(chance, level));
  const exactly = countOf(answers, 5);
  const counts = toTotal(withNoise(chance, exactly, 1), n);
  const mean = (of: readonly number[]) => of.reduce((sum, count, step) => sum + count * (FIVE_STEPS[step] ?? 0), 0) / n;
  const noise = { noiseVariance: laplaceVariance(1), sharedAmong: 5 };
  const spread = FIVE_STEPS.reduce((sum, step) => sum + (step - 50) ** 2, 0);
  const variance = varianceFromCounts({ values: FIVE_STEPS, counts, ...noise })?.variance ?? NaN;
  return {
    told: { n, mean: mean(counts), variance, noiseVariance: (laplaceVariance(1) * spread) / n ** 2 },
    exact: { n, mean: mean(exactly), variance: varianceOf(answers.map((step) => FIVE_STEPS[step] ?? 0)) },
  };
}

/** Of 300 municipalities of 60 classes: the mean over them, in its own standard errors, of what `of` makes of each. */
function inErrors(between: number, of: (clusters: ReturnType<typeof drawnCluster>[]) => number): number {
  const chance = seededChance(1970);
  const estimates = Array.from({ length: 300 }, () =>
    of(Array.from({ length: 60 }, () => drawnCluster(chance, between))),
  );
  return meanOf(estimates) / Math.sqrt(varianceOf(estimates) / estimates.length);
}

const unclamped = (clusters: readonly ClusterSummary[]) => intraclassCorrelation(clusters)?.unclamped ?? NaN;
const told = (clusters: ReturnType<typeof drawnCluster>[]) => unclamped(clusters.map((cluster) => cluster.told));
const exact = (clusters: ReturnType<typeof drawnCluster>[]) => unclamped(clusters.map((cluster) => cluster.exact));

describe("ICC(1) from tables with noise", () => {
  it("is 0 on average where classes do not differ, and was not before the noise was taken off", () => {
    expect(Math.abs(inErrors(0, exact))).toBeLessThan(4);
    expect(Math.abs(inErrors(0, told))).toBeLessThan(4);
    const left = inErrors(0, (clusters) => unclamped(clusters.map((one) => ({ ...one.told, noiseVariance: 0 }))));
    expect(left).toBeGreaterThan(10);
  });

  it("is that of the children on average where classes differ", () =>
    expect(Math.abs(inErrors(0.3, (clusters) => told(clusters) - exact(clusters)))).toBeLessThan(4));
});
