/** Where a share of a sorted list ends: Hyndman, R. J. and Fan, Y. (1996), The American Statistician 50, 361-365, type 7. */

/** Linear between ranks, from the least (share 0) to the most (1). RangeError for an empty list. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError("Nothing lies there.");
  return below + (place - Math.floor(place)) * (above - below);
}
