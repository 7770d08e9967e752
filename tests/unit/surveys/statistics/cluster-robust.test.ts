/** The cluster-robust interval against a sandwich of lm in R, and what holds for any clusters. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterRobustMean } from "../../../../surveys/statistics/cluster-robust";
import { cases } from "../../../cases/statistics/cluster-robust.json";
import { expectNear, meanOf } from "./expect-near";

function clustersOf({ cluster, y }: { readonly cluster: readonly number[]; readonly y: readonly number[] }) {
  return [...new Set(cluster)].map((name) => {
    const scores = y.filter((_, at) => cluster[at] === name);
    return { n: scores.length, mean: meanOf(scores) };
  });
}

describe("the cluster-robust interval", () => {
  it.each(cases)("is R's: $what", ({ given, value }) =>
    expectNear(clusterRobustMean(clustersOf(given), { confidence: given.confidence }), value),
  );

  const clusters = fc.array(
    fc.record({ n: fc.integer({ min: 1, max: 400 }), mean: fc.double({ min: 0, max: 100, noNaN: true }) }),
    { minLength: 2, maxLength: 30 },
  );

  it("does not look at the order, nor at clusters with nobody", () => {
    fc.assert(
      fc.property(clusters, (list) => {
        const one = clusterRobustMean(list);
        const other = clusterRobustMean([{ n: 0, mean: NaN }, ...list.toReversed()]);
        expect(other?.mean).toBeCloseTo(one?.mean ?? NaN, 8);
        expect(other?.standardError).toBeCloseTo(one?.standardError ?? NaN, 8);
        expect(other?.degreesOfFreedom).toBe(list.length - 1);
      }),
    );
  });

  it("is the standard error of a mean of means when all clusters are of one size", () => {
    const list = [40, 55, 60, 75].map((mean) => ({ n: 25, mean }));
    // var(c(40, 55, 60, 75)) is 208 1/3.
    expect(clusterRobustMean(list)?.standardError).toBeCloseTo(Math.sqrt(208.3333333333 / 4), 8);
  });

  it("is cut where the scale ends, and is nothing for one cluster", () => {
    const wide = [10, 90].map((mean) => ({ n: 20, mean }));
    expect(clusterRobustMean(wide, { scale: { low: 0, high: 100 } })).toMatchObject({ mean: 50, low: 0, high: 100 });
    expect(clusterRobustMean([{ n: 300, mean: 50 }])).toBeNull();
  });
});
