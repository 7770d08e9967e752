/**
 * Two rounds of a drawn municipality, from children's answers to what `compareRounds` is given: counts, noise by its law,
 * estimates, indices, and the variance of children's scores from the noisy spreads. As a release does, but fast: what it
 * does is held against the release's own functions by a test.
 */
import type { Comparison, Measured } from "../../surveys/results/compare-rounds";
import { questionLaw, spreadLaw } from "../../surveys/results/draw-table";
import { noiseVariance } from "../../surveys/results/noise-law";
import { USUAL_VARIANCE, steadied, withinVariance } from "../../surveys/results/score-variances";
import type { Index } from "../../surveys/scoring/indices";
import { INDICES } from "../../surveys/scoring/indices";
import type { EstimatedVariance } from "../../surveys/statistics/variance-from-counts";
import { varianceFromRanges } from "../../surveys/statistics/variance-from-counts";
import type { Drawn } from "./drawn-children";
import { STEPS, drawChildren } from "./drawn-children";
import type { FastChance } from "./fast-chance";
import { fastNoise } from "./fast-chance";

export interface Plan {
  readonly institutions: number;
  readonly indices: number;
  /** Answers of an institution. */
  readonly size: (chance: FastChance) => number;
  /** Children counted together: groups of so many, or the institution as one. */
  readonly leaf: number | "institution";
  /** Standard deviation of what a pair drifts by, in points. */
  readonly drift: number;
  /** By how many points a pair falls, by its place among all. */
  readonly fall: (pair: number, chance: FastChance) => number;
}

export interface DrawnPair {
  readonly comparison: Comparison;
  readonly fall: number;
}

const LAW = questionLaw(1000);
const SPREAD = spreadLaw(1000);
const ROW = STEPS + 3;
export const VALUES = Array.from({ length: STEPS }, (_, step) => (100 * step) / (STEPS - 1));
/** The mean of four answers of five steps. */
const POSSIBLE = Array.from({ length: 17 }, (_, sum) => sum * 6.25);
const [LEVEL, LEVEL_SCATTER, LEAST_LEVEL, MOST_LEVEL] = [65, 7, 45, 85];

/** Counts as sealing keeps them: five steps, and three ways of having no answer, each with the noise of all its leaves. */
type NoisyRow = readonly number[];

const noisyRow = (steps: Int32Array, noise: () => number): NoisyRow =>
  Array.from({ length: ROW }, (_, at) => (steps[at] ?? 0) + noise());

/** `estimateIndex` without its interval. */
export function quickIndex(
  rows: readonly NoisyRow[],
  participants: number,
  leaves: number,
): Omit<Measured, "rate"> | undefined {
  let [sum, bases, variances, parts] = [0, 0, 0, 0];
  for (const row of rows) {
    const tooMuch = (row.reduce((total, one) => total + one, 0) - participants) / ROW;
    let [base, weighted] = [0, 0];
    for (let at = 0; at < STEPS; at += 1) {
      const count = (row[at] ?? 0) - tooMuch;
      base += count;
      weighted += count * (VALUES[at] ?? 0);
    }
    if (base < 10) continue;
    const value = Math.min(100, Math.max(0, weighted / base));
    let [squares, weights] = [0, 0];
    for (let at = 0; at < STEPS; at += 1) {
      const weight = ((VALUES[at] ?? 0) - value) / base;
      squares += weight * weight;
      weights += weight;
    }
    sum += value;
    bases += base;
    variances += squares - (weights * weights) / ROW;
    parts += 1;
  }
  if (parts === 0 || parts * 2 < rows.length) return undefined;
  return {
    mean: sum / parts,
    n: bases / parts,
    noiseVariance: (noiseVariance(LAW) * leaves * variances) / parts / parts,
  };
}

const noises = new WeakMap<FastChance, Map<number, () => number>>();

function noiseOf(leaves: number, chance: FastChance): () => number {
  const known = noises.get(chance) ?? new Map<number, () => number>();
  noises.set(chance, known);
  const made = known.get(leaves) ?? fastNoise(LAW, leaves, chance);
  known.set(leaves, made);
  return made;
}

/** As it stands in a release. */
const published = ({ mean, n, noiseVariance: noise }: Omit<Measured, "rate">): Measured => ({
  mean: Math.round(mean * 10) / 10,
  n: Math.round(n),
  noiseVariance: noise,
  rate: 1,
});

function measure({ steps }: Drawn, participants: number, { leaf }: Plan, chance: FastChance): Measured | undefined {
  const leaves = leaf === "institution" ? 1 : Math.max(1, Math.round(participants / leaf));
  const noise = noiseOf(leaves, chance);
  const found = quickIndex(
    steps.map((row) => noisyRow(row, noise)),
    participants,
    leaves,
  );
  return found && published(found);
}

const levelOf = (chance: FastChance): number =>
  Math.min(MOST_LEVEL, Math.max(LEAST_LEVEL, LEVEL + LEVEL_SCATTER * chance.normal()));

/** The noises of all institutions' spreads together: so many that the law of their sum is normal. */
function varianceOf(spread: Float64Array, institutions: number, chance: FastChance): EstimatedVariance {
  const noise = noiseVariance(SPREAD) * institutions;
  const counts = Array.from(spread, (count) => count + Math.round(Math.sqrt(noise) * chance.normal()));
  const usual = { variance: USUAL_VARIANCE, noiseError: 0 };
  return varianceFromRanges({ counts, possibleScores: POSSIBLE, noiseVariance: noise }) ?? usual;
}

interface DrawnIndex {
  readonly variance: EstimatedVariance;
  readonly pairs: readonly DrawnPair[];
}

function drawIndex(plan: Plan, sizes: readonly number[], at: number, chance: FastChance): DrawnIndex {
  const index = INDICES[at] as Index;
  const spread = new Float64Array(10);
  const pairs = sizes.flatMap((size, institution): DrawnPair[] => {
    const level = levelOf(chance);
    const fall = plan.fall(institution * plan.indices + at, chance);
    const later = drawChildren(size, level + plan.drift * chance.normal() - fall, chance);
    later.ranges.forEach((count, range) => (spread[range] = (spread[range] ?? 0) + count));
    const before = measure(drawChildren(size, level, chance), size, plan, chance);
    const now = measure(later, size, plan, chance);
    if (!before || !now) return [];
    const comparison = { institution: String(institution), form: "10-12", index, now, before, variance: 0 } as const;
    return [{ fall, comparison }];
  });
  const means = pairs.map(({ comparison: { now } }) => now);
  return { pairs, variance: withinVariance(varianceOf(spread, plan.institutions, chance), means) };
}

export function drawMunicipality(plan: Plan, chance: FastChance): DrawnPair[] {
  const sizes = Array.from({ length: plan.institutions }, () => plan.size(chance));
  const drawn = Array.from({ length: plan.indices }, (_, at) => drawIndex(plan, sizes, at, chance));
  const variances = steadied(drawn.map(({ variance }) => variance));
  return drawn.flatMap(({ pairs }, at) =>
    pairs.map(({ fall, comparison }) => ({ fall, comparison: { ...comparison, variance: variances[at] ?? 0 } })),
  );
}
