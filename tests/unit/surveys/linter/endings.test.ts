/** Sentences' endings: every rule is broken and kept by an example, and the file of the bank breaks none. */
import { describe, expect, it } from "vitest";
import { endings } from "#surveys/bank/endings";
import { definitions } from "#surveys/definitions/index";
import { wholeBank } from "#surveys/engine/bank-surveys";
import { loadSurvey } from "#surveys/engine/load-survey";
import { scoredQuestions } from "#surveys/engine/scored-questions";
import { ENDING_RULES, endingSensitive, lintEndings } from "#surveys/linter/rules/endings";
import { RULES } from "#surveys/linter/rules/index";
import { asked, ENDING_EXAMPLES, saying } from "./ending-examples";

const bank = wholeBank.forms.flatMap(({ form }) =>
  scoredQuestions(loadSurvey(wholeBank.define(form).json, { allowMedia: true })),
);
const published = definitions.flatMap(({ json }) => scoredQuestions(loadSurvey(json)));

it("are there for every scored question of the bank and of what is published, and break no rule", () => {
  expect(bank.length).toBeGreaterThan(250);
  expect(published.length).toBeGreaterThan(100);
  expect(lintEndings(endings, [...bank, ...published])).toEqual([]);
});

it("have rules with ids of their own, and an example for each", () => {
  const ids = ENDING_RULES.map(({ id }) => id);
  expect(new Set([...ids, ...RULES.map(({ id }) => id)]).size).toBe(ids.length + RULES.length);
  expect(Object.keys(ENDING_EXAMPLES).toSorted()).toEqual(ids.toSorted());
});

describe.each(ENDING_RULES.map((rule) => ({ ...rule })))("the rule $id", (rule) => {
  const { fails, passes } = ENDING_EXAMPLES[rule.id] ?? { fails: [], passes: [] };

  it("says why, and where that is known from", () => {
    expect(rule.teaches).toMatch(/\.$/);
    expect(rule.source.length).toBeGreaterThan(5);
  });

  it.each(fails.map((file, index) => ({ file, index })))("is broken by example $index", ({ file }) => {
    expect(rule.check(file, [asked()])).not.toEqual([]);
  });

  it.each(passes.map((file, index) => ({ file, index })))("is kept by example $index", ({ file }) => {
    expect(rule.check(file, [asked()])).toEqual([]);
  });
});

it("may speak of being alone where the question is marked sensitive", () => {
  expect(endingSensitive.check(saying("føler sig sjældent alene"), [asked("10-12", true)])).toEqual([]);
});

it("are found with rule, item, form and language", () => {
  expect(lintEndings(saying("har altid nogen"), [asked()])).toEqual([
    expect.objectContaining({ rule: "ending-not-stronger", item: "someone", form: "10-12", language: "da" }),
  ]);
});
