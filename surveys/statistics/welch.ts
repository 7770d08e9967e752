/**
 * Welch's t test: do two groups of unequal scatter have the same mean? Welch, B. L. (1947), Biometrika 34, 28-35; degrees
 * of freedom by Satterthwaite, F. E. (1946), Biometrics Bulletin 2, 110-114.
 */
import tCumulative from "@stdlib/stats-base-dists-t-cdf";

export interface SampleSummary {
  readonly mean: number;
  /** With n − 1, in the square of the mean's unit. */
  readonly variance: number;
  readonly n: number;
}

export interface WelchTest {
  /** First less second, in the mean's unit. */
  readonly difference: number;
  readonly standardError: number;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * t = (m₁ − m₂) ÷ √(v₁ + v₂) with vᵢ = sᵢ²/nᵢ, and df = (v₁ + v₂)² ÷ (v₁²/(n₁ − 1) + v₂²/(n₂ − 1)). Null when a group
 * has fewer than two, or nothing scatters. RangeError for a negative variance.
 */
export function welchTest(first: SampleSummary, second: SampleSummary): WelchTest | null {
  if (first.variance < 0 || second.variance < 0) throw new RangeError("A variance is negative.");
  if (first.n < 2 || second.n < 2 || first.variance + second.variance === 0) return null;
  const v1 = first.variance / first.n;
  const v2 = second.variance / second.n;
  const difference = first.mean - second.mean;
  const standardError = Math.sqrt(v1 + v2);
  const statistic = difference / standardError;
  const degreesOfFreedom = (v1 + v2) ** 2 / (v1 ** 2 / (first.n - 1) + v2 ** 2 / (second.n - 1));
  const p = 2 * tCumulative(-Math.abs(statistic), degreesOfFreedom);
  return { difference, standardError, statistic, degreesOfFreedom, p };
}
