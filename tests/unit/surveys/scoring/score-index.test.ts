/** Scores computed by hand, case by case. */
import { describe, expect, it } from "vitest";
import type { FormName } from "#surveys/paper/form";
import type { Answers, NonAnswers } from "#surveys/paper/paper";
import type { ScoredItem, ScoringKey } from "#surveys/paper/scoring-key";
import { scoreIndex } from "#surveys/scoring/score-child";
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
  it.each(cases)("$what", ({ form, items, answers, nonAnswers = {}, score, ...counts }) => {
    // The table's reasons are reasons.
    const given = nonAnswers as NonAnswers;
    const found = scoreIndex(keyOf(form, items), "W2", answers as unknown as Answers, given);
    if (score === null) expect(found.score).toBeUndefined();
    else expect(found.score).toBeCloseTo(score, 3);
    if (counts.declined !== undefined) expect(found).toMatchObject({ declined: 1, notUnderstood: 1 });
  });
});
