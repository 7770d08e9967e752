import { describe, expect, it } from "vitest";
import { compileConditions } from "#surveys/engine/compile-condition";
import type { EarlierItems } from "#surveys/engine/compile-condition";
import { SurveyProblem } from "#surveys/engine/survey-problem";

const earlier: EarlierItems = new Map([
  ["pair", { itemType: "two-pictures", choices: [{ value: "yes" }, { value: "no" }] }],
  ["wishes", { itemType: "choose-pictures", choices: [{ value: "ball" }, { value: "book" }] }],
  ["steps", { itemType: "ladder", choices: ["0", "1", "2", "3", "10"].map((value) => ({ value })) }],
  ["ranks", { itemType: "rank-pictures", choices: [{ value: "ball" }, { value: "book" }] }],
  ["why", { itemType: "text", choices: [] }],
]);
const compile = (expression: string) => compileConditions([expression], earlier, "here");

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
    ["{pair} anyof ['yes', 'no']", { op: "or", of: [isYes, { op: "equals", item: "pair", value: "no" }] }],
    ["{pair} anyof ['yes']", isYes],
    ["{wishes} anyof ['ball']", hasBall],
    [
      "{wishes} allof ['ball', 'book']",
      { op: "and", of: [hasBall, { op: "contains", item: "wishes", value: "book" }] },
    ],
    ["{steps} >= 2", { op: "at-least", item: "steps", number: 2 }],
    ["{steps} > 2", { op: "at-least", item: "steps", number: 3 }],
    ["{steps} <= 2.5", { op: "at-most", item: "steps", number: 2 }],
    ["{steps} < 2", { op: "at-most", item: "steps", number: 1 }],
    ["{steps} = 3", { op: "equals", item: "steps", value: "3" }],
    ["{fact.kind} = 'skole'", { op: "fact", fact: "kind", value: "skole" }],
    ["{fact.kind} <> 'skole'", { op: "not", of: { op: "fact", fact: "kind", value: "skole" } }],
    ["{pair} = 'yes' and {why} notempty and {wishes} contains 'ball'", { op: "and", of: [isYes, hasWhy, hasBall] }],
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
    "{pair} allof ['yes', 'no']",
    "{steps} >= 'two'",
    "{steps} > {pair}",
    "{fact.age} = 'skole'",
    "{fact.kind} contains 'skole'",
    "{ranks} contains 'ball'",
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
