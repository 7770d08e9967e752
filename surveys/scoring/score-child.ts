/**
 * A child's score on a theme or an index. From 10 years and of adults: the mean of the scores of the items answered.
 * From 3 to 9 years: the share of favourable answers, that is of scores above 50. Both only when at least half of the
 * scored items are answered (half rule, as in KIDSCREEN's and SDQ's manuals); declined and not understood are no answers.
 */
import type { FormName } from "../paper/form";
import { bandOf } from "../paper/form";
import type { Answers, Theme } from "../paper/paper";
import type { ScoredItem, ScoringKey } from "../paper/scoring-key";
import type { Index } from "./indices";
import { INDICES, THEME_OF } from "./indices";

export const isScored = (item: ScoredItem): boolean => item.favourable.length > 0 || item.codes !== undefined;

const YOUNG: readonly (string | undefined)[] = ["3-5", "6-9"];

/** What each answer is worth: 0 (least favourable) to 100. */
function worthOf(item: ScoredItem, isYoung: boolean): ReadonlyMap<string, number> {
  if (!item.codes) return new Map(item.choices.map(({ value }) => [value, item.favourable.includes(value) ? 100 : 0]));
  const codes = Object.entries(item.codes);
  const [least, most] = [Math.min(...codes.map(([, code]) => code)), Math.max(...codes.map(([, code]) => code))];
  if (least === most) return new Map();
  return new Map(
    codes.map(([answer, code]) => {
      const score = (100 * ((item.reverse ? least + most - code : code) - least)) / (most - least);
      return [answer, isYoung ? (score > 50 ? 100 : 0) : score];
    }),
  );
}

/** Scores one child after the other on the same items; undefined when fewer than half of them are answered. */
export function scorerOf(items: readonly ScoredItem[], form: FormName): (answers: Answers) => number | undefined {
  const isYoung = YOUNG.includes(bandOf(form));
  const worths = items.filter(isScored).map((item) => [item.name, worthOf(item, isYoung)] as const);
  return (answers) => {
    let [sum, answered] = [0, 0];
    for (const [name, worth] of worths) {
      const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
      const score = typeof answer === "string" ? worth.get(answer) : undefined;
      if (score === undefined) continue;
      sum += score;
      answered += 1;
    }
    return answered > 0 && answered * 2 >= worths.length ? sum / answered : undefined;
  };
}

export const itemsOf = (key: ScoringKey, index: Index): ScoredItem[] =>
  key.items.filter((item) => item.index === index && isScored(item));

/** Of all indices of a theme. */
export const itemsOfTheme = (key: ScoringKey, theme: Theme): ScoredItem[] =>
  key.items.filter((item) => item.index !== undefined && THEME_OF[item.index] === theme && isScored(item));

/** Indices with at least one scored item, in the order of their list. */
export function indicesIn(key: ScoringKey): Index[] {
  return INDICES.filter((index) => key.items.some((item) => item.index === index && isScored(item)));
}
