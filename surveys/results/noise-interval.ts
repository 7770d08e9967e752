/**
 * Intervals about these children alone: how far a share or a score may be from what they answered, because of the noise.
 * By inversion: all p for which |x − p·b| lies within the 95 % quantile of the law of that very sum.
 */
import type { Summed } from "./estimate";
import { estimate, weightsOfNoise } from "./estimate";
import { noiseQuantile } from "./noise-quantile";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A share (0-1) or a score (0-100), clamped, with its interval; undefined where nobody answered, by the table. */
export interface Estimated extends Interval {
  readonly value: number;
  /** Children who answered, by the table's own sums. Not whole. */
  readonly base: number;
}

const STEPS = 200;

/** Where a function of p changes its sign between two points, by a straight line. */
const crossing = (p: number, at: number, q: number, and: number): number => p + ((q - p) * at) / (at - and);

/** All p from 0 to `most` with excess(p) ≤ 0, from the first to the last; the p of the least excess where there is none. */
function accepted(excess: (p: number) => number, most: number): Interval {
  const points = Array.from({ length: STEPS + 1 }, (_, at) => (at * most) / STEPS);
  const values = points.map(excess);
  const inside = values.flatMap((value, at) => (value <= 0 ? [at] : []));
  const [first] = inside;
  const last = inside.at(-1);
  if (first === undefined || last === undefined) {
    const nearest = points[values.indexOf(Math.min(...values))] ?? 0;
    return { low: nearest, high: nearest };
  }
  const edge = (at: number, and: number) =>
    and < 0 || and > STEPS
      ? (points[at] ?? 0)
      : crossing(points[at] ?? 0, values[at] ?? 0, points[and] ?? 0, values[and] ?? 0);
  return { low: edge(first, first - 1), high: edge(last, last + 1) };
}

const product = (list: readonly number[], weights: readonly number[]): number =>
  list.reduce((sum, one, at) => sum + one * (weights[at] ?? 0), 0);

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));

export interface Valued {
  /** What an answer by each choice is worth, in the order of the counts: 1 and 0 for a share, codes on 0-100 for a score. */
  readonly values: readonly number[];
  /** The highest value: 1 or 100. */
  readonly most: number;
}

/**
 * Of a question of one choice. `values` has one for each choice; the counts after them are those without an answer.
 */
export function estimateMean(summed: Summed, { values, most }: Valued): Estimated | undefined {
  const counts = estimate(summed);
  const answered = values.map(() => 1);
  const base = product(counts, answered);
  if (base <= 0) return undefined;
  const sum = product(counts, values);
  const excess = (p: number): number => {
    const weights = counts.map((_, at) => (at < values.length ? (values[at] ?? 0) - p : 0));
    return Math.abs(sum - p * base) - noiseQuantile(weightsOfNoise(weights), summed.leaves, summed.law);
  };
  return { value: clamp(sum / base, most), base, ...accepted(excess, most) };
}

/**
 * The share that chose one of several choices: of the participants less the noisy counts of those without an answer
 * (the last three). Its counts add up to nothing known.
 */
export function estimateChosen(summed: Summed, choice: number): Estimated | undefined {
  const { counts, participants, leaves, law } = summed;
  const choices = counts.length - 3;
  const base =
    participants -
    product(
      counts,
      counts.map((_, at) => (at < choices ? 0 : 1)),
    );
  if (base <= 0) return undefined;
  const x = counts[choice] ?? 0;
  const excess = (p: number): number => Math.abs(x - p * base) - noiseQuantile([1, p, p, p], leaves, law);
  return { value: clamp(x / base, 1), base, ...accepted(excess, 1) };
}
