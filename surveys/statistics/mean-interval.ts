/** Mean of children's scores with Student's t interval. */
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import type { Interval } from "./wilson";

export interface MeanInterval extends Interval {
  readonly mean: number;
}

/**
 * Scores from 0 to 100; the interval is cut to that range. Variance over children with n − 1 (Student, 1908). Fewer than
 * two scores give the whole range.
 */
export function meanInterval(scores: readonly number[], confidence = 0.95): MeanInterval {
  const n = scores.length;
  const mean = n === 0 ? Number.NaN : scores.reduce((sum, score) => sum + score, 0) / n;
  if (n < 2) return { mean, low: 0, high: 100 };
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (n - 1);
  const half = tQuantile(1 - (1 - confidence) / 2, n - 1) * Math.sqrt(variance / n);
  return { mean, low: Math.max(0, mean - half), high: Math.min(100, mean + half) };
}
