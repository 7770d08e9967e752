/**
 * How well the items of an index go together, at municipality level only: item variances from the item tables, the
 * variance of children's own scores from the spread. Cronbach, L. J. (1951), Psychometrika 16, 297-334.
 */
import type { EstimatedVariance } from "./variance-from-counts";

export interface AlphaOfTables {
  readonly alpha: number;
  /** Standard deviation of it by the tables' noise alone. */
  readonly noiseError: number;
}

/**
 * α = k/(k − 1) · (1 − Σσᵢ² ÷ σ²), σ² being the variance of the sum of the k items, all in one unit and over the same
 * children. At most 1, may be far below 0 when items run against each other. Null with fewer than two items or a sum that
 * does not scatter; RangeError for a negative variance.
 */
export function cronbachAlpha(itemVariances: readonly number[], sumVariance: number): number | null {
  if (sumVariance < 0 || itemVariances.some((variance) => variance < 0))
    throw new RangeError("A variance is negative.");
  const k = itemVariances.length;
  if (k < 2 || sumVariance === 0) return null;
  const ofItems = itemVariances.reduce((sum, variance) => sum + variance, 0);
  return Math.min(1, (k / (k - 1)) * (1 - ofItems / sumVariance));
}

/**
 * The same from what `varianceFromCounts` says of each item, laid on the scale of the score, and `varianceFromRanges` of
 * each child's *mean* of its items: α = k/(k − 1) · (1 − Σσᵢ² ÷ (k²·σ²)). The noises are independent, so the error is
 * k/(k − 1) ÷ (k²·σ²) · √(Σeᵢ² + (Σσᵢ²·e ÷ σ²)²), by the delta method.
 */
export function alphaFromTables(
  items: readonly EstimatedVariance[],
  meanScore: EstimatedVariance,
): AlphaOfTables | null {
  const k = items.length;
  const { variance, noiseError } = meanScore;
  const alpha = cronbachAlpha(
    items.map((item) => item.variance),
    k ** 2 * variance,
  );
  if (alpha === null) return null;
  const ofItems = items.reduce((sum, item) => sum + item.variance, 0);
  const squares = items.reduce((sum, item) => sum + item.noiseError ** 2, 0);
  const error = Math.sqrt(squares + ((ofItems * noiseError) / variance) ** 2);
  return { alpha, noiseError: error / (k * (k - 1) * variance) };
}
