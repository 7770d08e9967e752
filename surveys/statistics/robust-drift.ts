/**
 * τ: by how many points institutions drift from one round to the next without anything having happened, estimated from
 * all their changes so that a few real ones do not hide themselves. Spiegelhalter, D. J. (2005), "Handling over-dispersion
 * of performance indicators", Quality and Safety in Health Care 14, 347-351: winsorised z, additive random effects; the
 * moment estimator is that of DerSimonian and Laird (1986), Controlled Clinical Trials 7, 177-188.
 * Where institutions do drift, winsorising draws τ down by as much as it takes off the tails; `central-drift.ts` does not.
 */
import { quantile } from "./quantile";

export interface Change {
  /** Points, later less earlier. */
  readonly difference: number;
  /** Above 0: of the difference by chance and noise, without drift (`varianceOfDifference`). */
  readonly variance: number;
}

export interface DriftOptions {
  /** What a change is measured from when it is known; else their mean, weighted by 1/variance. */
  readonly target?: number;
  /** The share of z values at each end that is pulled in to the one where it begins; 0.1 unless said. */
  readonly winsorised?: number;
  /** Points, the least that is given back; 2 unless said. */
  readonly least?: number;
}

/**
 * zᵢ = (dᵢ − target) ÷ sᵢ, pulled in to their 10 and 90 % quantiles (linear between ranks), φ = mean of their squares; with
 * w = 1/s², τ² = (I·φ − (I − 1)) ÷ (Σw − Σw²/Σw), or (I·φ − I) ÷ Σw with a known target. Points, at least `least`, which
 * is also given with fewer than two changes. RangeError for a variance that is not above 0.
 */
export function robustDrift(
  changes: readonly Change[],
  { target, winsorised = 0.1, least = 2 }: DriftOptions = {},
): number {
  if (!changes.every(({ variance }) => variance > 0)) throw new RangeError("A change has no variance.");
  if (changes.length < 2) return least;
  const weights = changes.map(({ variance }) => 1 / variance);
  const weight = sum(weights);
  const centre = target ?? sum(changes.map(({ difference, variance }) => difference / variance)) / weight;
  const z = winsorise(
    changes.map(({ difference, variance }) => (difference - centre) / Math.sqrt(variance)),
    winsorised,
  );
  const squares = sum(z.map((value) => value * value));
  const squared =
    target === undefined
      ? (squares - (changes.length - 1)) / (weight - sum(weights.map((w) => w * w)) / weight)
      : (squares - changes.length) / weight;
  return Math.max(least, Math.sqrt(Math.max(0, squared)));
}

function winsorise(values: readonly number[], share: number): number[] {
  const sorted = values.toSorted((one, other) => one - other);
  const low = quantile(sorted, share);
  const high = quantile(sorted, 1 - share);
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
