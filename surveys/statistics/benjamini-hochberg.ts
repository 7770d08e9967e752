/**
 * Many tests at once: of those whose adjusted p is at most q, a share of at most q is expected to be false. Benjamini, Y.
 * and Hochberg, Y. (1995), JRSS B 57, 289-300; adjusted values as in Yekutieli and Benjamini (1999).
 */

/**
 * In the order given: q₍ᵢ₎ = min over j ≥ i of (m ÷ j) · p₍ⱼ₎, at most 1. An empty list gives an empty one; RangeError for
 * what is no p value.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  if (!pValues.every((p) => p >= 0 && p <= 1)) throw new RangeError("A p value is not within 0 and 1.");
  const adjusted = new Array<number>(pValues.length);
  const largestFirst = pValues.map((p, at) => ({ p, at })).sort((one, other) => other.p - one.p);
  let smallest = 1;
  largestFirst.forEach(({ p, at }, place) => {
    smallest = Math.min(smallest, (p * pValues.length) / (pValues.length - place));
    adjusted[at] = smallest;
  });
  return adjusted;
}
