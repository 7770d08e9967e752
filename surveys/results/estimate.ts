/**
 * Estimates from noisy counts: all that is shown is arithmetic on these. A question of one choice uses that its counts add
 * up to the participants, who are known: each count gives up an equal part of what the sum is too much. Estimates are
 * sums over leaves, never means of percentages, and add up at every level.
 */
import type { NoiseLaw } from "./noise-law";

/** One question, summed over leaves. */
export interface Summed {
  /** Counts as drawn, added up. */
  readonly counts: readonly number[];
  /** Of all its leaves. */
  readonly participants: number;
  /** How many noises are in each count. */
  readonly leaves: number;
  readonly law: NoiseLaw;
}

export function addUp(rows: readonly Summed[]): Summed | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const counts = first.counts.map(() => 0);
  let participants = 0;
  let leaves = 0;
  for (const row of rows) {
    row.counts.forEach((count, at) => (counts[at] = (counts[at] ?? 0) + count));
    participants += row.participants;
    leaves += row.leaves;
  }
  return { counts, participants, leaves, law: first.law };
}

const total = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);

/** Counts that add up to the participants; neither whole nor surely positive. */
export function estimate({ counts, participants }: Summed): readonly number[] {
  const tooMuch = (total(counts) - participants) / counts.length;
  return counts.map((count) => count - tooMuch);
}

/**
 * The noise in a weighted sum of estimates, as weights of the drawn counts: the known total takes the mean weight away from
 * every one of them.
 */
export function weightsOfNoise(weights: readonly number[]): readonly number[] {
  const mean = total(weights) / weights.length;
  return weights.map((weight) => weight - mean);
}
