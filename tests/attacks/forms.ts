/** The forms that are attacked, and children who answer them. */
import { definitions } from "../../surveys/definitions/index";
import { buildLibrary } from "../../surveys/engine/survey-library";
import type { AnswerValue, NonAnswer } from "../../surveys/paper/paper";
import type { ScoredItem, ScoringKey } from "../../surveys/paper/scoring-key";
import type { GivenAnswers } from "../../surveys/results/count-answers";
import type { DrawBelow } from "../../surveys/results/draw-noise";

const library = buildLibrary(definitions);

export const PULS_3 = library.scoringKey("puls", 1, "3-5");
export const PULS_6 = library.scoringKey("puls", 1, "6-9");
export const TRIVSEL_3 = library.scoringKey("trivsel", 1, "3-5");
export const TRIVSEL_6 = library.scoringKey("trivsel", 1, "6-9");
export const TRIVSEL_10 = library.scoringKey("trivsel", 1, "10-12");

const words = (text: string) => ({ da: text, en: text });

export function madeItem(name: string, changes: Partial<ScoredItem> = {}): ScoredItem {
  return {
    name,
    type: "two-pictures",
    theme: "voice",
    isAnchor: false,
    question: words(name),
    choices: ["yes", "no"].map((value) => ({ value, label: words(value) })),
    mostChosen: 1,
    favourable: [],
    ...changes,
  };
}

/** A filter, and a question that is asked of those alone who say yes to it. */
export const WITH_CONDITION: ScoringKey = {
  survey: "made",
  version: 1,
  form: "6-9",
  items: [madeItem("filter"), madeItem("asked-if-yes")],
};

/** What no published survey asks yet: what was put first of three. */
export const WITH_RANK: ScoringKey = {
  survey: "made",
  version: 1,
  form: "6-9",
  items: [
    madeItem("best", {
      type: "rank-pictures",
      mostChosen: 3,
      choices: ["a", "b", "c"].map((value) => ({ value, label: words(value) })),
    }),
  ],
};

export const itemOf = (key: ScoringKey, name: string): ScoredItem => {
  const found = key.items.find((item) => item.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};

/** The value of an item's choice: 0 is the most favourable. */
export const valueOf = (key: ScoringKey, name: string, at: number): string =>
  itemOf(key, name).choices.at(at)?.value ?? "";

/** A child who answers so, and all other questions of one choice by `rest`, from the most favourable on. */
export function child(
  key: ScoringKey,
  given: Readonly<Record<string, AnswerValue | { readonly no: NonAnswer } | undefined>>,
  { group = "a", rest = 0 }: { readonly group?: string; readonly rest?: number | "none" } = {},
): GivenAnswers {
  const answers: Record<string, AnswerValue> = {};
  const nonAnswers: Record<string, NonAnswer> = {};
  for (const { name, type, choices } of key.items) {
    const own = given[name];
    if (own !== undefined && typeof own === "object" && "no" in own) nonAnswers[name] = own.no;
    else if (own !== undefined) answers[name] = own;
    else if (!Object.hasOwn(given, name) && rest !== "none" && !["choose-pictures", "place-map"].includes(type))
      answers[name] = choices[rest]?.value ?? "";
  }
  return { group, answers, nonAnswers };
}

/** So many children whose answer to one question is drawn. */
export const unknown = (key: ScoringKey, name: string, count: number, draw: DrawBelow, group = "a"): GivenAnswers[] =>
  Array.from({ length: count }, () => child(key, { [name]: valueOf(key, name, draw(2)) }, { group }));

/** So many children of whom the first `first` say the most favourable and the others the least. */
export const known = (key: ScoringKey, name: string, count: number, first: number, group = "a"): GivenAnswers[] =>
  Array.from({ length: count }, (_, at) => child(key, { [name]: valueOf(key, name, at < first ? 0 : -1) }, { group }));
