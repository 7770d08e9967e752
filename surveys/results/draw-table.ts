/**
 * Adds noise to exact counts, once: the one function that sealing and the attacks of the tests call. What it gives is all
 * that is ever kept of a round's answers.
 */
import type { ScoringKey } from "../paper/scoring-key";
import type { UnitCounts } from "./count-answers";
import type { DrawBelow } from "./draw-noise";
import { drawNoise } from "./draw-noise";
import type { NoiseLaw } from "./noise-law";
import { questionsIn } from "./questions";
import type { Counts, LeafTable, UnitTable, Way, WholeTable } from "./table";

/** What a municipality that has set nothing has; it can only be made stricter, that is lower. */
export const EPSILON_PERMILLE = 1000;

const PERMILLE = 1000;
/** Spreads and the hardship count are drawn from the same answers once more: they get a part of epsilon. */
const SPREAD_PART = 4;
const HARDSHIP_PART = 2;

/** The noise in the counts of a question in which one child can be in `most` counts. */
export const questionLaw = (epsilonPermille: number, most = 1): NoiseLaw => ({
  s: epsilonPermille,
  t: PERMILLE * most,
});
export const spreadLaw = (epsilonPermille: number): NoiseLaw => questionLaw(epsilonPermille, SPREAD_PART);
export const hardshipLaw = (epsilonPermille: number): NoiseLaw => questionLaw(epsilonPermille, HARDSHIP_PART);

export interface DrawOptions {
  readonly key: ScoringKey;
  readonly epsilonPermille: number;
  readonly draw: DrawBelow;
}

const noisy = (row: readonly number[], law: NoiseLaw, draw: DrawBelow): number[] =>
  row.map((count) => count + drawNoise(law, draw));

function noisyWays(ways: ExactWays, law: NoiseLaw, draw: DrawBelow): WholeTable["ways"] {
  const noisyOf = (counts: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count + drawNoise(law, draw)]));
  return { languages: noisyOf(ways.languages), modes: noisyOf(ways.modes), help: noisyOf(ways.help) };
}

/** Exact numbers of how answers came about, zeros included. */
export type ExactWays = Readonly<Record<Way, Readonly<Record<string, number>>>>;

type Drawn = { readonly leaves: readonly LeafTable[]; readonly whole: WholeTable };

/** Leaves in which nobody took part have no table. */
export function drawTable(
  exact: Omit<UnitCounts, "add">,
  ways: ExactWays,
  { key, epsilonPermille, draw }: DrawOptions,
): Drawn {
  const most = new Map(questionsIn(key).map((question) => [question.id, question.most]));
  const rows = (counts: Counts): Counts =>
    Object.fromEntries(
      Object.entries(counts).map(([id, row]) => [id, noisy(row, questionLaw(epsilonPermille, most.get(id)), draw)]),
    );
  const spreads = Object.entries(exact.spreads).map(([index, row]) => [
    index,
    noisy(row, spreadLaw(epsilonPermille), draw),
  ]);
  return {
    leaves: exact.leaves
      .filter(({ participants }) => participants > 0)
      .map(({ groups, invited, participants, counts }) => ({ groups, invited, participants, counts: rows(counts) })),
    whole: {
      several: rows(exact.several),
      spreads: Object.fromEntries(spreads) as UnitTable["whole"]["spreads"],
      hardship: noisy(exact.hardship, hardshipLaw(epsilonPermille), draw),
      ways: noisyWays(ways, hardshipLaw(epsilonPermille), draw),
    },
  };
}
