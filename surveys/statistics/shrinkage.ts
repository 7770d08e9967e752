/**
 * What a small group's mean is worth: drawn towards the mean of all by as much as it is chance. Shown beside the raw mean,
 * never instead of it. Spearman (1910) and Brown (1910), British Journal of Psychology 3; Raudenbush and Bryk,
 * *Hierarchical Linear Models* (2002), 3.
 */

export interface ShrunkenMean {
  readonly raw: number;
  /** In the unit of the means, between the raw one and that of all. */
  readonly shrunken: number;
  /** From 0 (all chance) to 1 (none). */
  readonly reliability: number;
}

/** r = n·ICC ÷ (1 + (n − 1)·ICC); 0 for nobody. RangeError unless n ≥ 0 and ICC is within 0 and 1. */
export function reliabilityOfMean(n: number, icc: number): number {
  if (!(n >= 0 && icc >= 0 && icc <= 1)) throw new RangeError("No size, or no intraclass correlation.");
  return n === 0 ? 0 : (n * icc) / (1 + (n - 1) * icc);
}

/** r·mean + (1 − r)·(mean of all), with `n` the children behind `mean`. */
export function shrinkMean(
  { mean, n }: { readonly mean: number; readonly n: number },
  meanOfAll: number,
  icc: number,
): ShrunkenMean {
  const reliability = reliabilityOfMean(n, icc);
  return { raw: mean, shrunken: meanOfAll + reliability * (mean - meanOfAll), reliability };
}
