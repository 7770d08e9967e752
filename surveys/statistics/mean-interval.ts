/** Student's t interval of a mean of scores from 0 to 100. */
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import type { Interval } from "./wilson";

export interface ScoreSample {
  readonly mean: number;
  /** With n − 1. */
  readonly standardDeviation: number;
  readonly n: number;
}

/** Student (1908); cut to 0-100. Fewer than two scores give the whole range. */
export function meanInterval({ mean, standardDeviation, n }: ScoreSample, confidence = 0.95): Interval {
  if (n < 2) return { low: 0, high: 100 };
  const half = (tQuantile(1 - (1 - confidence) / 2, n - 1) * standardDeviation) / Math.sqrt(n);
  return { low: Math.max(0, mean - half), high: Math.min(100, mean + half) };
}

/** The widest that scores from 0 to 100 with this mean can scatter (Bhatia and Davis, 2000), with n − 1. */
export function widestDeviation(mean: number, n: number): number {
  return n < 2 ? 50 : Math.sqrt((mean * (100 - mean) * n) / (n - 1));
}
