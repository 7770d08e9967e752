/** The numbers of disclosure control; each may be raised, never lowered (docs/privacy.md). */
export const THRESHOLDS = {
  /** Fewer children than this in a cell or in its complement: not shown. */
  cell: 5,
  /** No mean below this. */
  mean: 10,
  /** Below this, shares only as words. */
  exactShares: 20,
  /** Counts this near to none or all are always words. */
  extreme: 2,
  /** From this many children the two ends have cells of their own … */
  ends: 8,
  /** … and from this many there are three words between them. */
  threeWords: 14,
  /** A published value stands for at least this many counts. */
  childrenACell: 3,
  /** Below this response only the rate is shown … */
  leastResponse: 0.3,
  /** … and below this it is a snapshot of a mood. */
  fullResponse: 0.6,
} as const;
