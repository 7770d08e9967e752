/**
 * How much single children's scores differ on each index of a form, in points squared: from the spreads of all its tables
 * together. In a small municipality the spreads' noise moves each by a fifth or more, and too small a variance makes changes of
 * chance look certain; so each gives up to what all indices have in common as much of its distance as the noise may have made
 * (empirical Bayes: Efron, B. and Morris, C., 1975, JASA 70, 311-319).
 */
import type { ScoredItem, ScoringKey } from "../paper/scoring-key";
import type { Index } from "../scoring/indices";
import { indicesIn, itemsOf } from "../scoring/score-child";
import type { NoisyMean } from "../statistics/noise-aware-difference";
import type { EstimatedVariance } from "../statistics/variance-from-counts";
import { varianceFromRanges } from "../statistics/variance-from-counts";
import { EPSILON_PERMILLE, questionLaw, spreadLaw } from "./draw-table";
import { addUp } from "./estimate";
import { FLOORS } from "./floors";
import { estimateIndex } from "./index-score";
import { noiseVariance } from "./noise-law";
import { possibleScores, scoreValues } from "./score-values";
import type { UnitTable } from "./table";

/** Where the tables are too small to say: half-way between all alike and all at the ends. */
export const USUAL_VARIANCE = 25 ** 2;

const sumOf = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);

/** Each drawn towards their mean, weighted by precision, by its noise's part of their scatter. */
export function steadied(found: readonly EstimatedVariance[]): readonly number[] {
  if (found.length < 2) return found.map(({ variance }) => variance);
  const plain = sumOf(found.map(({ variance }) => variance)) / found.length;
  const scatter = sumOf(found.map(({ variance }) => (variance - plain) ** 2)) / (found.length - 1);
  const noise = sumOf(found.map(({ noiseError }) => noiseError ** 2)) / found.length;
  const between = Math.max(0, scatter - noise);
  const precision = found.map(({ noiseError }) => 1 / Math.max(1e-9, between + noiseError ** 2));
  const middle = sumOf(found.map(({ variance }, at) => variance * (precision[at] ?? 0))) / sumOf(precision);
  return found.map(
    ({ variance, noiseError }) => middle + (variance - middle) * (between / Math.max(1e-9, between + noiseError ** 2)),
  );
}

/**
 * Of children about their own institution's mean: what institutions differ by is taken off, which would make chance look
 * larger and drift smaller than they are. With V the variance of the institutions' means, s² of all children is s² within + b
 * and V is b + s² within/n + noise, which gives s² within = (s² − V + noise) ÷ (1 − 1/n), each 1/n the mean over institutions.
 */
export function withinVariance(ofAll: EstimatedVariance, means: readonly Required<NoisyMean>[]): EstimatedVariance {
  if (means.length < LEAST_MEANS) return ofAll;
  const average = (of: (one: Required<NoisyMean>) => number) => sumOf(means.map(of)) / means.length;
  const middle = average(({ mean }) => mean);
  const between = (average(({ mean }) => (mean - middle) ** 2) * means.length) / (means.length - 1);
  const noise = average((one) => one.noiseVariance);
  const within = (ofAll.variance - between + noise) / (1 - average(({ n }) => 1 / n));
  return { ...ofAll, variance: Math.min(ofAll.variance, Math.max(ofAll.variance / 2, within)) };
}

/** Fewer institutions say nothing of how they differ. */
const LEAST_MEANS = 10;

function spreadOf(units: readonly UnitTable[], index: Index): number[] {
  const rows = units.flatMap(({ whole: { spreads } }) => (spreads[index] ? [spreads[index]] : []));
  return Array.from({ length: 10 }, (_, at) => sumOf(rows.map((row) => row[at] ?? 0)));
}

/** The mean of an index in one table, where enough children answered. */
function meanOf(items: readonly ScoredItem[], { form, epsilonPermille, leaves }: UnitTable): Required<NoisyMean>[] {
  const law = questionLaw(epsilonPermille);
  const scored = items.flatMap((item) => {
    const rows = leaves.flatMap(({ counts, participants }) => {
      const row = counts[item.name];
      return row ? [{ counts: row, participants, leaves: 1, law }] : [];
    });
    const summed = addUp(rows);
    return summed ? [{ summed, values: scoreValues(item, form) }] : [];
  });
  const found = estimateIndex(scored, FLOORS.signal);
  return found ? [{ mean: found.value, n: found.base, noiseVariance: found.noiseVariance }] : [];
}

/** Of every index that a form has, from all its tables. */
export function scoreVariances(key: ScoringKey, units: readonly UnitTable[]): ReadonlyMap<Index, number> {
  const noise = noiseVariance(spreadLaw(units[0]?.epsilonPermille ?? EPSILON_PERMILLE)) * units.length;
  const found = indicesIn(key).flatMap((index) => {
    const items = itemsOf(key, index);
    const counts = spreadOf(units, index);
    const ofAll = varianceFromRanges({
      counts,
      possibleScores: possibleScores(items, key.form),
      noiseVariance: noise,
    });
    const means = units.flatMap((unit) => meanOf(items, unit));
    return ofAll ? [{ index, estimated: withinVariance(ofAll, means) }] : [];
  });
  const steady = steadied(found.map(({ estimated }) => estimated));
  return new Map(found.map(({ index }, at) => [index, steady[at] ?? USUAL_VARIANCE]));
}
