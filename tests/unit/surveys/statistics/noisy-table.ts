/** A drawn table: children's answers counted, noise added, the known total shared out, as sealing does. Seeded, for tests alone. */
import type { Chance } from "../../../../server/demo/random";

export const FIVE_STEPS = [0, 25, 50, 75, 100];

/** Of the noise P(k) ∝ e^(−ε|k|). */
export function laplaceVariance(epsilon: number): number {
  const a = Math.exp(-epsilon);
  return (2 * a) / (1 - a) ** 2;
}

export function withNoise(chance: Chance, counts: readonly number[], epsilon: number): number[] {
  const geometric = () => Math.floor(Math.log(1 - chance.share()) / -epsilon);
  return counts.map((count) => count + geometric() - geometric());
}

/** Each count less its part of what they are too many. */
export function toTotal(counts: readonly number[], total: number): number[] {
  const over = (counts.reduce((sum, count) => sum + count, 0) - total) / counts.length;
  return counts.map((count) => count - over);
}

/** One of five steps, about the middle of the upper half, for a child of that level in standard deviations. */
export function fiveStepAnswer(chance: Chance, level: number): number {
  return Math.min(4, Math.max(0, Math.round(2.4 + level + chance.normal())));
}

export function countOf(answers: readonly number[], choices: number): number[] {
  return Array.from({ length: choices }, (_, choice) => answers.filter((answer) => answer === choice).length);
}
