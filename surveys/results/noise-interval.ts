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

/** All p from 0 to `most` with |x − p·b| within the noise, from the first to the last; the nearest p where there is none. */
function accepted(x: number, base: number, { most, within }: { most: number; within: Float64Array }): Interval {
  const step = most / STEPS;
  const excess = (at: number): number => Math.abs(x - at * step * base) - (within[at] ?? 0);
  let first = -1;
  let last = -1;
  let nearest = 0;
  let least = Infinity;
  for (let at = 0; at <= STEPS; at += 1) {
    const value = excess(at);
    if (value < least) [nearest, least] = [at, value];
    if (value > 0) continue;
    if (first < 0) first = at;
    last = at;
  }
  if (first < 0) return { low: nearest * step, high: nearest * step };
  const edge = (at: number, and: number): number =>
    and < 0 || and > STEPS ? at * step : crossing(at * step, excess(at), and * step, excess(and));
  return { low: edge(first, first - 1), high: edge(last, last + 1) };
}

const curves = new Map<string, Float64Array>();

/** For each p the quantile of the noise in the sum whose weights it makes: the same for all questions built alike. */
function curveOf(name: string, most: number, quantile: (p: number) => number): Float64Array {
  const known = curves.get(name);
  if (known) return known;
  const made = Float64Array.from({ length: STEPS + 1 }, (_, at) => quantile((at * most) / STEPS));
  if (curves.size > MOST_CURVES) curves.clear();
  curves.set(name, made);
  return made;
}

/** Some 8 MB. */
const MOST_CURVES = 5000;

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
  const { leaves, law } = summed;
  const name = `${law.s}/${law.t} ${leaves} ${counts.length} ${most} ${values.join(",")}`;
  const within = curveOf(name, most, (p) => {
    const weights = counts.map((_, at) => (at < values.length ? (values[at] ?? 0) - p : 0));
    return noiseQuantile(weightsOfNoise(weights), leaves, law);
  });
  return { value: clamp(sum / base, most), base, ...accepted(sum, base, { most, within }) };
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
  const name = `${law.s}/${law.t} ${leaves} chosen`;
  const within = curveOf(name, 1, (p) => noiseQuantile([1, p, p, p], leaves, law));
  return { value: clamp(x / base, 1), base, ...accepted(x, base, { most: 1, within }) };
}
