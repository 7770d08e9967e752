/** From how many on something is told. Against misreading, not against attackers: the tables hold no more than they tell. */
export const FLOORS = {
  /** Figures, by a table's own noisy sums. */
  figures: 10,
  /** How many took part; below, "fewer than five". */
  participants: 5,
  /** In how many themes it is hard at once, of an institution or an area. */
  hardship: 60,
  /** A signal, in both rounds. */
  signal: 20,
} as const;

export type Response = "only-rate" | "snapshot" | "full";

/** Below 30 % only the rate is told, below 60 % a snapshot of a mood. */
export function responseOf(participants: number, invited: number): Response {
  const rate = participants / Math.max(invited, participants, 1);
  if (rate < 0.3) return "only-rate";
  return rate < 0.6 ? "snapshot" : "full";
}

/** Below this response a sentence begins with "Of the children who answered". */
export const SAYS_WHO_ANSWERED_BELOW = 0.8;
