import { describe, expect, it } from "vitest";
import { compileCondition } from "#surveys/engine/compile-condition";
import type { EarlierItems } from "#surveys/engine/compile-condition";
import { SurveyProblem } from "#surveys/engine/survey-problem";

const earlier: EarlierItems = new Map([
  ["pair", { itemType: "two-pictures", choices: [{ value: "yes" }, { value: "no" }] }],
  ["wishes", { itemType: "choose-pictures", choices: [{ value: "ball" }, { value: "book" }] }],
  ["why", { itemType: "text", choices: [] }],
]);
const compile = (expression: string) => compileCondition(expression, earlier, "here");

const isYes = { op: "equals", item: "pair", value: "yes" };
const hasBall = { op: "contains", item: "wishes", value: "ball" };
const hasWhy = { op: "answered", item: "why" };

describe("a condition of SurveyJS", () => {
  it.each([
    ["{pair} = 'yes'", isYes],
    ["{pair} == 'yes'", isYes],
    ["{pair} <> 'yes'", { op: "not", of: isYes }],
    ["{pair} != 'yes'", { op: "not", of: isYes }],
    ["{wishes} contains 'ball'", hasBall],
    ["{wishes} notcontains 'ball'", { op: "not", of: hasBall }],
    ["{why} notempty", hasWhy],
    ["{why} empty", { op: "not", of: hasWhy }],
    ["!({pair} = 'yes')", { op: "not", of: isYes }],
    ["{pair} = 'yes' and {wishes} contains 'ball'", { op: "and", of: [isYes, hasBall] }],
    [
      "{pair} = 'yes' or ({wishes} contains 'ball' and {why} notempty)",
      { op: "or", of: [isYes, { op: "and", of: [hasBall, hasWhy] }] },
    ],
  ])("%s becomes a tree", (expression, tree) => {
    expect(compile(expression)).toEqual(tree);
  });

  it.each([
    "{pair}",
    "'yes' = {pair}",
    "{pair} = {wishes}",
    "{pair} = 1",
    "{pair} anyof ['yes']",
    "{pair} >= 'yes'",
    "{pair} + 1",
    "age({pair}) > 3",
    "{stranger} notempty",
    "{panel.pair} = 'yes'",
    "{why} = 'x'",
    "{why} contains 'x'",
    "",
    "and",
    "{pair} = 'yes' and",
  ])("%s is refused with its place", (expression) => {
    expect(() => compile(expression)).toThrow(SurveyProblem);
    expect(() => compile(expression)).toThrow(/^here: /);
  });
});
