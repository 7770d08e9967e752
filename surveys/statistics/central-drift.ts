/**
 * τ: by how many points institutions drift from one round to the next without anything having happened, from the middle half
 * of their changes alone: the drift under which that half scatters as chance would have it. A
 * tenth of real changes hardly moves it, and it does not shrink a real drift as winsorising does: an empirical null by
 * central matching (Efron, B., 2004, JASA 99, 96-104), in the equation of Paule and Mandel (1982), Journal of Research of
 * the National Bureau of Standards 87, 377-385.
 */
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { quantile } from "./quantile";

export interface Change {
  /** Points, later less earlier. */
  readonly difference: number;
  /** Above 0: of the difference by chance and noise, without drift (`varianceOfDifference`). */
  readonly variance: number;
}

/** Halvings of the range in which τ² lies: as exact as a number can be. */
const HALVINGS = 60;

/**
 * τ² solves: interquartile range of (dᵢ − median d) ÷ √(sᵢ² + τ²) = that of the standard normal, 1.349. Points, at least
 * `least`, which is also given with fewer than two changes. RangeError for a variance that is not above 0.
 */
export function centralDrift(changes: readonly Change[], { least = 2 }: { readonly least?: number } = {}): number {
  if (!changes.every(({ variance }) => variance > 0)) throw new RangeError("A change has no variance.");
  if (changes.length < 2) return least;
  const middle = quantile(sorted(changes.map(({ difference }) => difference)), 0.5);
  const ofNormal = 2 * normalQuantile(0.75, 0, 1);
  const isTooWide = (squared: number) => {
    const z = sorted(changes.map(({ difference, variance }) => (difference - middle) / Math.sqrt(variance + squared)));
    return quantile(z, 0.75) - quantile(z, 0.25) > ofNormal;
  };
  if (!isTooWide(0)) return least;
  let low = 0;
  // Here no z is beyond ½.
  let high = 4 * Math.max(...changes.map(({ difference }) => (difference - middle) ** 2));
  for (let halving = 0; halving < HALVINGS; halving++) {
    const between = (low + high) / 2;
    if (isTooWide(between)) low = between;
    else high = between;
  }
  return Math.max(least, Math.sqrt(high));
}

function sorted(values: readonly number[]): number[] {
  return values.toSorted((one, other) => one - other);
}
