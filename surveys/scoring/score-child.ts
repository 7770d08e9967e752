/**
 * A child's score on a theme or an index. From 10 years and of adults: the mean of the scores of the items answered.
 * From 3 to 9 years: the share of favourable answers, that is of scores above 50. Both only when at least half of the
 * scored items are answered (half rule, as in KIDSCREEN's and SDQ's manuals). Declined and not understood are counted
 * apart and never scored.
 */
import { bandOf } from "../paper/form";
import type { Answers, NonAnswers, Theme } from "../paper/paper";
import type { ScoredItem, ScoringKey } from "../paper/scoring-key";
import type { Index } from "./indices";
import { INDICES, THEME_OF } from "./indices";

export const isScored = (item: ScoredItem): boolean => item.favourable.length > 0 || item.codes !== undefined;

/** 0 (least favourable) to 100; undefined when the item is not scored or not answered by one of its choices. */
function scoreItem(item: ScoredItem, answers: Answers): number | undefined {
  const answer = Object.hasOwn(answers, item.name) ? answers[item.name] : undefined;
  if (typeof answer !== "string" || !isScored(item)) return undefined;
  if (!item.codes) return item.favourable.includes(answer) ? 100 : 0;
  const code = Object.hasOwn(item.codes, answer) ? item.codes[answer] : undefined;
  const codes = Object.values(item.codes);
  const [least, most] = [Math.min(...codes), Math.max(...codes)];
  if (code === undefined || least === most) return undefined;
  const value = item.reverse ? least + most - code : code;
  return (100 * (value - least)) / (most - least);
}

const YOUNG: readonly (string | undefined)[] = ["3-5", "6-9"];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

export interface GroupScore {
  /** 0 to 100; absent when fewer than half of the scored items are answered. */
  readonly score?: number;
  readonly items: number;
  readonly answered: number;
  readonly declined: number;
  readonly notUnderstood: number;
}

function scoreItems(
  { form }: ScoringKey,
  items: readonly ScoredItem[],
  answers: Answers,
  nonAnswers: NonAnswers,
): GroupScore {
  const scores = items.map((item) => scoreItem(item, answers)).filter((score) => score !== undefined);
  const said = (reason: string) => items.filter(({ name }) => nonAnswers[name] === reason).length;
  const counted = YOUNG.includes(bandOf(form)) ? scores.map((score) => (score > 50 ? 100 : 0)) : scores;
  const isEnough = scores.length > 0 && scores.length * 2 >= items.length;
  return {
    ...(isEnough && { score: mean(counted) }),
    items: items.length,
    answered: scores.length,
    declined: said("declined"),
    notUnderstood: said("not-understood"),
  };
}

export const itemsOf = (key: ScoringKey, index: Index): ScoredItem[] =>
  key.items.filter((item) => item.index === index && isScored(item));

export function scoreIndex(key: ScoringKey, index: Index, answers: Answers, nonAnswers: NonAnswers = {}): GroupScore {
  return scoreItems(key, itemsOf(key, index), answers, nonAnswers);
}

/** Of a theme: all items of its indices. */
export function scoreTheme(key: ScoringKey, theme: Theme, answers: Answers, nonAnswers: NonAnswers = {}): GroupScore {
  const isOfTheme = (index: Index | undefined) => index !== undefined && THEME_OF[index] === theme;
  return scoreItems(
    key,
    key.items.filter((item) => isOfTheme(item.index) && isScored(item)),
    answers,
    nonAnswers,
  );
}

/** Indices with at least one scored item, in the order of their list. */
export function indicesIn(key: ScoringKey): Index[] {
  return INDICES.filter((index) => key.items.some((item) => item.index === index && isScored(item)));
}
