/** Scores computed by hand, case by case. */
import { describe, expect, it } from "vitest";
import type { FormName } from "#surveys/paper/form";
import type { Answers } from "#surveys/paper/paper";
import type { ScoredItem, ScoringKey } from "#surveys/paper/scoring-key";
import { itemsOf, scorerOf } from "#surveys/scoring/score-child";
import cases from "../../../cases/scoring/indices.json";

function keyOf(form: string, items: readonly object[]): ScoringKey {
  const base = { type: "options", isAnchor: false, question: { da: "?", en: "?" }, choices: [], mostChosen: 1 };
  // The table's forms are names of forms, and its items have all that the base has not.
  return {
    survey: "s",
    version: 1,
    form: form as FormName,
    items: items.map((item) => ({ ...base, ...item }) as unknown as ScoredItem),
  };
}

describe("the score of an index", () => {
  it.each(cases)("$what", ({ form, items, answers, score }) => {
    const key = keyOf(form, items);
    const found = scorerOf(itemsOf(key, "W2"), key.form)(answers as unknown as Answers);
    if (score === null) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(score, 3);
  });
});
