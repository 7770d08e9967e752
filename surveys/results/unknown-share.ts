/**
 * What all who were asked could mean: whoever did not take part, declined, did not understand or was not asked counts as
 * unknown. From (x − q)/N to 1 − (y − q′)/N, where y are all other choices together, q and q′ the 95 % quantiles of the
 * noise in x and y, and N the larger of invited and participants.
 */
import type { Summed } from "./estimate";
import { estimate, weightsOfNoise } from "./estimate";
import type { Interval } from "./noise-interval";
import { noiseQuantile } from "./noise-quantile";

/** A share, 0-1. `isMeant`: 1 for the choices that count, 0 for the others. */
export function unknownShare(summed: Summed, isMeant: readonly number[], invited: number): Interval {
  const counts = estimate(summed);
  const all = Math.max(invited, summed.participants);
  if (all === 0) return { low: 0, high: 1 };
  const part = (of: (at: number) => number): number => {
    const weights = counts.map((_, at) => (at < isMeant.length ? of(at) : 0));
    const sum = counts.reduce((total, count, at) => total + count * (weights[at] ?? 0), 0);
    const quantile = noiseQuantile(weightsOfNoise(weights), summed.leaves, summed.law);
    return Math.min(1, Math.max(0, (sum - quantile) / all));
  };
  const low = part((at) => isMeant[at] ?? 0);
  return { low, high: Math.max(low, 1 - part((at) => 1 - (isMeant[at] ?? 0))) };
}
