/**
 * Shown beside a comparison: how large a difference must be for the test to find it. Two-sided test of two means by the
 * normal distribution; Cohen, *Statistical Power Analysis* (1988), 2.
 */
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";

export interface Comparison {
  /** Of children's scores, within each side. */
  readonly standardDeviation: number;
  readonly n1: number;
  readonly n2: number;
  /** What else lets the difference vary: the noise of both tables and the drift τ², in the square of the unit. */
  readonly extraVariance?: number;
  /** Two-sided; 0.05 unless said. */
  readonly alpha?: number;
  /** 0.8 unless said. */
  readonly power?: number;
}

/**
 * (z₁₋α⁄₂ + z_power) · √(s²/n₁ + s²/n₂ + extra), in the unit of the standard deviation; that the test finds a difference of
 * the wrong sign is not counted as power. Infinite when a side has nobody. RangeError for a probability outside 0 to 1, or
 * a power not above α/2.
 */
export function smallestDetectableDifference(comparison: Comparison): number {
  const { standardDeviation, n1, n2, extraVariance = 0, alpha = 0.05, power = 0.8 } = comparison;
  if (!(alpha > 0 && alpha < 1 && power > alpha / 2 && power < 1)) throw new RangeError("No level, or no power.");
  if (n1 <= 0 || n2 <= 0) return Infinity;
  const standardError = Math.sqrt(standardDeviation ** 2 * (1 / n1 + 1 / n2) + extraVariance);
  return (normalQuantile(1 - alpha / 2, 0, 1) + normalQuantile(power, 0, 1)) * standardError;
}
