/**
 * How often an attacker guesses right at best, exactly and from the law of the noise alone. Of two secrets, as likely as each
 * other, whoever knows all else compares how likely the table is under each: every count that the secret moves by d gives
 * a log ratio ε·(|k − d| − |k|), and their sum decides. (Neyman and Pearson 1933.)
 */
import type { NoiseLaw } from "../../surveys/results/noise-law";
import { noiseProbability } from "../../surveys/results/noise-law";

/** A count that is `by` higher under one secret than under the other. */
export interface Moved {
  readonly by: number;
  readonly law: NoiseLaw;
}

/** Further out than this nothing is left of e^(−ε|k|) that would change the sixth digit. */
const REACH = 25;

const add = (odds: Map<number, number>, ratio: number, p: number): void => {
  const rounded = Math.round(ratio * 1e6) / 1e6;
  odds.set(rounded, (odds.get(rounded) ?? 0) + p);
};

/** By log ratio: how likely it is where the first secret is true. */
function oddsOf({ by, law }: Moved): Map<number, number> {
  const epsilon = law.s / law.t;
  const reach = Math.abs(by) + Math.ceil(REACH / epsilon);
  const odds = new Map<number, number>();
  for (let k = -reach; k <= reach; k += 1)
    add(odds, epsilon * (Math.abs(k + by) - Math.abs(k)), noiseProbability(law, k));
  return odds;
}

/** The share of right guesses, a coin deciding where both secrets explain the table as well. */
export function bestRate(moved: readonly Moved[]): number {
  let sums = new Map([[0, 1]]);
  for (const one of moved.filter(({ by }) => by !== 0)) {
    const next = new Map<number, number>();
    const odds = oddsOf(one);
    for (const [sum, p] of sums) for (const [ratio, q] of odds) add(next, sum + ratio, p * q);
    sums = next;
  }
  return [...sums].reduce((rate, [ratio, p]) => rate + (ratio > 0 ? p : ratio === 0 ? p / 2 : 0), 0);
}

/** The highest log ratio of a table's probabilities under two data sets: Σ |d|·ε over all counts. */
export const mostOdds = (moved: readonly Moved[]): number =>
  moved.reduce((sum, { by, law }) => sum + (Math.abs(by) * law.s) / law.t, 0);

/** The law of a table's questions with the usual epsilon. */
const USUAL: NoiseLaw = { s: 1000, t: 1000 };

/** Of `counts` counts that each move by one: 2 for one answer to one question, which leaves one count for another. */
export const rateOf = (counts: number, law = USUAL): number =>
  bestRate(Array.from({ length: counts }, () => ({ by: 1, law })));

/**
 * The same from one question's own table, where the attacker does not know the answers of `unknown` other children, of whom
 * each gives the first answer with the odds `share`: ½ Σ max over all outcomes of the two counts.
 */
export function rateAmong(unknown: number, share = 0.5, law = USUAL): number {
  const reach = REACH + unknown;
  const binomial = [1];
  for (let n = 0; n < unknown; n += 1)
    for (let k = binomial.length; k >= 0; k -= 1)
      binomial[k] = (binomial[k] ?? 0) * (1 - share) + (binomial[k - 1] ?? 0) * share;
  const joint = (first: number, one: number, other: number): number =>
    binomial.reduce(
      (sum, p, k) =>
        sum + p * noiseProbability(law, one - k - first) * noiseProbability(law, other - (unknown - k) - (1 - first)),
      0,
    );
  let rate = 0;
  for (let one = -REACH; one <= reach; one += 1)
    for (let other = -REACH; other <= reach; other += 1)
      rate += Math.max(joint(1, one, other), joint(0, one, other)) / 2;
  return rate;
}
