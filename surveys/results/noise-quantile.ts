/**
 * How large the noise in a weighted sum of counts may be: the quantile of its absolute value, by the exact law where few
 * noises are in it, by its second and fourth cumulant (Cornish and Fisher 1938) where many are.
 */
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import type { NoiseLaw } from "./noise-law";
import { noiseFourthCumulant, noiseVariance, sumLaw } from "./noise-law";

/** `terms` independent noises, each times `weight`. */
export interface WeightedNoise {
  readonly weight: number;
  readonly terms: number;
}

/** Equal weights together, those of nothing left out. */
export function grouped(weights: readonly number[], leaves: number): WeightedNoise[] {
  const terms = new Map<number, number>();
  for (const weight of weights) {
    const rounded = Math.abs(Math.round(weight * 1e9) / 1e9);
    if (rounded > 0) terms.set(rounded, (terms.get(rounded) ?? 0) + leaves);
  }
  return [...terms].map(([weight, count]) => ({ weight, terms: count }));
}

export function varianceOf(noise: readonly WeightedNoise[], law: NoiseLaw): number {
  return noiseVariance(law) * noise.reduce((sum, { weight, terms }) => sum + terms * weight ** 2, 0);
}

/** Cornish and Fisher for a symmetric sum with this variance and fourth cumulant. */
export function quantileByCumulants(variance: number, fourth: number, level = 0.95): number {
  if (variance <= 0) return 0;
  const z = normalQuantile(0.5 + level / 2, 0, 1);
  const excess = fourth / variance ** 2;
  return Math.sqrt(variance) * (z + ((z ** 3 - 3 * z) * excess) / 24);
}

export function fourthOf(noise: readonly WeightedNoise[], law: NoiseLaw): number {
  return noiseFourthCumulant(law) * noise.reduce((sum, { weight, terms }) => sum + terms * weight ** 4, 0);
}

/** More pairs of values than these are not gone through. */
const MOST_VALUES = 60_000;
const MOST_TERMS = 64;
const BINS = 1 << 12;

function spread(noise: readonly WeightedNoise[], law: NoiseLaw): { value: number; odds: number }[] {
  let sums = [{ value: 0, odds: 1 }];
  for (const { weight, terms } of noise) {
    const { reach, probabilities } = sumLaw(law, terms);
    const next: { value: number; odds: number }[] = [];
    for (const { value, odds } of sums)
      probabilities.forEach((p, at) => next.push({ value: value + weight * (at - reach), odds: odds * p }));
    sums = next;
  }
  return sums;
}

/** In bins, each counted at its outer edge: never too small. */
function exactQuantile(noise: readonly WeightedNoise[], law: NoiseLaw, level: number): number {
  const sums = spread(noise, law);
  const most = Math.max(...noise.map(({ weight, terms }) => weight * sumLaw(law, terms).reach * noise.length));
  const bins = new Float64Array(BINS + 1);
  const width = most / BINS;
  for (const { value, odds } of sums) {
    const at = Math.min(BINS, Math.ceil((Math.abs(value) - 1e-9) / width));
    bins[at] = (bins[at] ?? 0) + odds;
  }
  let within = 0;
  for (let at = 0; at <= BINS; at += 1) {
    within += bins[at] ?? 0;
    if (within >= level) return at * width + 1e-9;
  }
  return most;
}

const MOST_KNOWN = 5000;
const known = new Map<string, number>();

/** In the units of the weighted sum: its noise lies within ± this in `level` of all draws. */
export function noiseQuantile(weights: readonly number[], leaves: number, law: NoiseLaw, level = 0.95): number {
  const noise = grouped(weights, leaves);
  const name = `${law.s}/${law.t} ${level} ${noise.map(({ weight, terms }) => `${terms}x${weight}`).join(" ")}`;
  const made = known.get(name);
  if (made !== undefined) return made;
  const values = noise.reduce(
    (product, { terms }) => product * (terms > MOST_TERMS ? Infinity : 2 * sumLaw(law, terms).reach + 1),
    1,
  );
  const found =
    noise.length > 0 && values <= MOST_VALUES
      ? exactQuantile(noise, law, level)
      : quantileByCumulants(varianceOf(noise, law), fourthOf(noise, law), level);
  if (known.size > MOST_KNOWN) known.clear();
  known.set(name, found);
  return found;
}
