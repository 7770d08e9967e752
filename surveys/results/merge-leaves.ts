/**
 * Leaves: what is counted for itself, a group or several. One of fewer than ten is merged with the next smallest of the
 * same institution and form, decided by sizes and ids alone, never by an answer.
 */

/** Fewer than this many are not counted for themselves. */
export const LEAST_OF_A_LEAF = 10;

export interface Leaf {
  /** Ids of its groups, in alphabetical order. */
  readonly groups: readonly string[];
  readonly size: number;
}

const idOf = ({ groups }: Leaf): string => groups[0] ?? "";

const bySize = (one: Leaf, other: Leaf): number => one.size - other.size || (idOf(one) < idOf(other) ? -1 : 1);

const together = (one: Leaf, other: Leaf): Leaf => ({
  groups: [...one.groups, ...other.groups].sort(),
  size: one.size + other.size,
});

/** Of one institution and form. What is left may still be one leaf of fewer than ten. In order of their first groups. */
export function mergeLeaves(leaves: readonly Leaf[], least = LEAST_OF_A_LEAF): readonly Leaf[] {
  const [smallest, next, ...others] = leaves.toSorted(bySize);
  if (!smallest || !next || smallest.size >= least)
    return leaves.toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
  return mergeLeaves([together(smallest, next), ...others], least);
}
