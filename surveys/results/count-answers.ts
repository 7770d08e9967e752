/** Counts answers exactly, one by one, so that none of them is kept while a round is sealed. What it holds is never stored. */
import type { Answers, NonAnswers } from "../paper/paper";
import type { ScoringKey } from "../paper/scoring-key";
import { THEME_OF } from "../scoring/indices";
import type { Index } from "../scoring/indices";
import { indicesIn, itemsOf, itemsOfTheme, scorerOf } from "../scoring/score-child";
import { SCORE_ROUNDING, rangeAt } from "../statistics/variance-from-counts";
import { countedIn, questionsIn, widthOf } from "./questions";
import type { Question } from "./questions";

export interface GivenAnswers {
  readonly group: string;
  readonly answers: Answers;
  readonly nonAnswers: NonAnswers;
}

interface LeafCounts {
  readonly groups: readonly string[];
  readonly invited: number;
  participants: number;
  readonly counts: Record<string, number[]>;
}

/** Exact counts of one unit, growing while answers are added. */
export interface UnitCounts {
  readonly leaves: readonly LeafCounts[];
  readonly several: Record<string, number[]>;
  readonly spreads: Partial<Record<Index, number[]>>;
  readonly hardship: number[];
  /** False when the answer's group is in none of the leaves: nothing is counted. */
  add(given: GivenAnswers): boolean;
}

const RANGES = 10;
/** A child has it hard in a theme where its own score is below this. */
const HARD_BELOW = 40;
const MOST_HARD = 3;

const zeros = (length: number): number[] => new Array<number>(length).fill(0);

const rowsFor = (questions: readonly Question[]): Record<string, number[]> =>
  Object.fromEntries(questions.map((question) => [question.id, zeros(widthOf(question))]));

function bump(row: number[] | undefined, at: number): void {
  if (row) row[at] = (row[at] ?? 0) + 1;
}

export function countAnswers(
  key: ScoringKey,
  leaves: readonly { readonly groups: readonly string[]; readonly invited: number }[],
): UnitCounts {
  const questions = questionsIn(key);
  const single = questions.filter(({ kind }) => kind !== "several");
  const severals = questions.filter(({ kind }) => kind === "several");
  const indices = indicesIn(key);
  const scorers = indices.map((index) => [index, scorerOf(itemsOf(key, index), key.form)] as const);
  const themes = [...new Set(indices.map((index) => THEME_OF[index]))];
  const themeScorers = themes.map((theme) => scorerOf(itemsOfTheme(key, theme), key.form));
  const counted = leaves.map(({ groups, invited }) => ({ groups, invited, participants: 0, counts: rowsFor(single) }));
  const leafOf = new Map(counted.flatMap((leaf) => leaf.groups.map((group) => [group, leaf] as const)));
  const unit = {
    leaves: counted,
    several: rowsFor(severals),
    spreads: Object.fromEntries(indices.map((index) => [index, zeros(RANGES)])) as Partial<Record<Index, number[]>>,
    hardship: zeros(MOST_HARD + 1),
  };

  function count(rows: Record<string, number[]>, asked: readonly Question[], given: GivenAnswers): void {
    for (const question of asked) {
      const answer = Object.hasOwn(given.answers, question.item) ? given.answers[question.item] : undefined;
      const reason = Object.hasOwn(given.nonAnswers, question.item) ? given.nonAnswers[question.item] : undefined;
      for (const at of countedIn(question, answer, reason)) bump(rows[question.id], at);
    }
  }

  return {
    ...unit,
    add(given) {
      const leaf = leafOf.get(given.group);
      if (!leaf) return false;
      leaf.participants += 1;
      count(leaf.counts, single, given);
      count(unit.several, severals, given);
      for (const [index, scoreOf] of scorers) {
        const score = scoreOf(given.answers);
        if (score !== undefined) bump(unit.spreads[index], rangeAt(score, RANGES));
      }
      const hard = themeScorers.filter(
        (scoreOf) => (scoreOf(given.answers) ?? 100) < HARD_BELOW - SCORE_ROUNDING,
      ).length;
      bump(unit.hardship, Math.min(MOST_HARD, hard));
      return true;
    },
  };
}
