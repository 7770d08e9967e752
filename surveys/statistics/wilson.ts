/** Wilson's score interval for a share, with finite population correction when the whole group is known. */
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Share {
  readonly successes: number;
  readonly n: number;
  /** All who were asked, at least n; then the interval is about what *these* children think now. */
  readonly population?: number;
  /** 0.95 unless said. */
  readonly confidence?: number;
}

/**
 * Shares from 0 to 1. Wilson, E. B. (1927), JASA 22, 209-212; the correction multiplies z² by (N−n)/(N−1) (Cochran,
 * *Sampling Techniques*, 1977, 2.6). With a population the interval also lies within [x/N, (x+N−n)/N], because those
 * who did not answer are no random sample. n = 0 gives [0, 1].
 */
export function wilsonInterval({ successes, n, population: declared, confidence = 0.95 }: Share): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const population = declared === undefined ? undefined : Math.max(declared, n);
  const z = normalQuantile(1 - (1 - confidence) / 2, 0, 1);
  const correction = population === undefined ? 1 : population <= 1 ? 0 : (population - n) / (population - 1);
  const z2 = z * z * correction;
  const share = successes / n;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Math.sqrt(z2) / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const low = Math.max(0, centre - half);
  const high = Math.min(1, centre + half);
  if (population === undefined) return { low, high };
  return {
    low: Math.max(low, successes / population),
    high: Math.min(high, (successes + population - n) / population),
  };
}
