/**
 * Has a mean changed since the last round by more than chance, the tables' noise and the drift between institutions
 * explain? Welch's form with a common variance, to which the variances of what is independent of the children are added.
 */
import normalCumulative from "@stdlib/stats-base-dists-normal-cdf";

export interface NoisyMean {
  readonly mean: number;
  readonly n: number;
  /** Variance that the table's noise gives `mean`, from the table's own base; 0 unless said. */
  readonly noiseVariance?: number;
}

export interface ScatterOfAll {
  /** s²: of children's scores, from the spread of the same form and kind over the municipality. */
  readonly variance: number;
  /** τ of `central-drift.ts`, in the unit of the mean; 0 unless said. */
  readonly drift?: number;
}

export interface NoiseAwareDifference {
  /** Second less first. */
  readonly difference: number;
  readonly standardError: number;
  readonly z: number;
  /** Two-sided, by the normal distribution. */
  readonly p: number;
}

/**
 * z = (m₂ − m₁) ÷ √(s²/n₁ + s²/n₂ + noise₁ + noise₂ + τ²). Null when a side has nobody or nothing scatters; RangeError for
 * a negative variance or drift.
 */
export function noiseAwareDifference(
  first: NoisyMean,
  second: NoisyMean,
  scatter: ScatterOfAll,
): NoiseAwareDifference | null {
  const squared = varianceOfDifference(first, second, scatter);
  if (squared === null || squared === 0) return null;
  const difference = second.mean - first.mean;
  const standardError = Math.sqrt(squared);
  const z = difference / standardError;
  return { difference, standardError, z, p: 2 * normalCumulative(-Math.abs(z), 0, 1) };
}

/** s²/n₁ + s²/n₂ + noise₁ + noise₂ + τ²; without a drift it is what `central-drift.ts` wants. Null when a side has nobody. */
export function varianceOfDifference(
  { n: n1, noiseVariance: noise1 = 0 }: NoisyMean,
  { n: n2, noiseVariance: noise2 = 0 }: NoisyMean,
  { variance, drift = 0 }: ScatterOfAll,
): number | null {
  if (variance < 0 || noise1 < 0 || noise2 < 0 || drift < 0) throw new RangeError("A variance or drift is negative.");
  return n1 <= 0 || n2 <= 0 ? null : variance * (1 / n1 + 1 / n2) + noise1 + noise2 + drift ** 2;
}
