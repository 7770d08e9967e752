/** What an attacker makes of a count: he knows what it would be, but for the noise, if the secret is there and if it is not. */
import { EPSILON_PERMILLE, hardshipLaw, questionLaw, spreadLaw } from "../../surveys/results/draw-table";
import type { NoiseLaw } from "../../surveys/results/noise-law";
import { questionsIn } from "../../surveys/results/questions";
import type { Attack, Kept } from "./attack";
import { knowingAll, unprotected } from "./attack";
import type { Moved } from "./bounds";

/** Above 0 when the count speaks for the first of the two numbers. */
export const votes = (count: number | undefined, ifThere: number, ifNot: number): number =>
  Math.abs((count ?? 0) - ifNot) - Math.abs((count ?? 0) - ifThere);

export const rowOf = (table: Kept | undefined, question: string, leaf = 0): readonly number[] =>
  table?.leaves[leaf]?.counts[question] ?? table?.whole.several[question] ?? [];

interface Cell {
  readonly law: NoiseLaw;
  readonly counts: readonly number[];
}

/** Every count of a round in one order, with the law of its noise. */
function cellsOf({ key }: Attack, { leaves, whole }: Kept): Cell[] {
  const most = new Map(questionsIn(key).map((question) => [question.id, question.most]));
  const rows = (counts: Readonly<Record<string, readonly number[]>>): Cell[] =>
    Object.entries(counts).map(([id, row]) => ({ law: questionLaw(EPSILON_PERMILLE, most.get(id)), counts: row }));
  const ways = Object.values(whole.ways).flatMap((counts) => Object.values(counts));
  return [
    ...leaves.flatMap(({ counts }) => rows(counts)),
    ...rows(whole.several),
    ...Object.values(whole.spreads).map((counts) => ({ law: spreadLaw(EPSILON_PERMILLE), counts })),
    { law: hardshipLaw(EPSILON_PERMILLE), counts: whole.hardship },
    { law: hardshipLaw(EPSILON_PERMILLE), counts: ways },
  ];
}

/** What the secret moves, in every count of every round. */
function movedBy(there: readonly Cell[], not: readonly Cell[]): Moved[] {
  return there.flatMap(({ law, counts }, cell) =>
    counts.map((count, at) => ({ law, by: count - (not[cell]?.counts[at] ?? 0) })),
  );
}

/**
 * The same secret attacked by somebody who knows everybody else's answers, the law, and every count of the table: nobody
 * can do better. `moved` gives the bound.
 */
export function strongest(attack: Attack): { attack: Attack; moved: readonly Moved[] } {
  const nobody = () => 0;
  const cells = (secret: boolean) =>
    attack.children(secret, nobody).map((round) => cellsOf(attack, unprotected(attack, round)));
  const [there, not] = [cells(true), cells(false)];
  const evidence = (tables: readonly Kept[]): number =>
    tables
      .flatMap((table, round) =>
        cellsOf(attack, table).map(({ law, counts }, cell) =>
          counts.reduce((sum, count, at) => {
            const of = (exact: readonly Cell[][]) => exact[round]?.[cell]?.counts[at] ?? 0;
            return sum + (law.s / law.t) * votes(count, of(there), of(not));
          }, 0),
        ),
      )
      .reduce((sum, one) => sum + one, 0);
  return {
    // Ratios that only rounding tells apart from nothing are none.
    attack: knowingAll({ ...attack, evidence: (tables) => Math.round(evidence(tables) * 1e6) }),
    moved: there.flatMap((cellsThere, round) => movedBy(cellsThere, not[round] ?? [])),
  };
}
