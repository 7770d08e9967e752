/** Every rule is broken and kept by an example, teaches, and names its source. */
import { describe, expect, it } from "vitest";
import { lintBank, lintForm, lintSurvey, ownWordsIn } from "#surveys/linter/lint";
import { lix, longestSentence, wordsOf } from "#surveys/linter/reading";
import { BANK_RULES, goalAges, ownFormAtThree, sameScale, SURVEY_RULES } from "#surveys/linter/rules/across-forms";
import { RULES } from "#surveys/linter/rules/index";
import type { LintForm, LintItem } from "#surveys/linter/lint-form";
import type { FormsRule } from "#surveys/linter/rule";
import type { FormName } from "#surveys/paper/form";
import type { Scale } from "#surveys/paper/paper";
import { findGoal, policy } from "#surveys/policy/policy";
import { aForm, anAnswer, anItem } from "./a-form";
import { EXAMPLES } from "./examples";

it("finds nothing in a form without a fault", () => {
  expect(lintForm(aForm())).toEqual([]);
});

it("gives every rule an id of its own and an example", () => {
  const ids = RULES.map(({ id }) => id);
  const all = [...ids, ...new Set([...SURVEY_RULES, ...BANK_RULES].map(({ id }) => id)), "own-words"];
  expect(new Set(all).size).toBe(all.length);
  expect(Object.keys(EXAMPLES).toSorted()).toEqual(ids.toSorted());
});

describe.each(RULES.map((rule) => ({ ...rule })))("the rule $id", (rule) => {
  const { fails, passes } = EXAMPLES[rule.id] ?? { fails: [], passes: [] };

  it("says why, and where that is known from", () => {
    expect(rule.teaches).toMatch(/\.$/);
    expect(rule.source.length).toBeGreaterThan(10);
  });

  it.each(fails.map((form, index) => ({ form, index })))("is broken by example $index", ({ form }) => {
    expect(rule.check(form)).not.toEqual([]);
  });

  it.each(passes.map((form, index) => ({ form, index })))("is kept by example $index", ({ form }) => {
    expect(rule.check(form)).toEqual([]);
  });
});

describe("forms beside each other", () => {
  it("need one of their own for three-year-olds beside the one for four and five", () => {
    expect(lintSurvey([aForm()]).map(({ rule }) => rule)).toEqual([ownFormAtThree.id]);
    expect(lintSurvey([aForm(), aForm({ form: "3" })])).toEqual([]);
  });

  const asked = (form: FormName, scale: Scale, values: readonly string[], changes: Partial<LintItem> = {}) =>
    aForm({ form, items: [anItem("help", { scale, answers: values.map((value) => anAnswer(value)), ...changes })] });
  const seen = (rule: FormsRule, ...forms: LintForm[]) => rule.check(forms).map(({ form, item }) => `${form} ${item}`);
  const AMOUNT = ["none", "some", "much"];

  it("answer an item on the same scale at 10-12 and at 13-18", () => {
    const younger = asked("10-12", "options", AMOUNT);
    expect(seen(sameScale, younger, asked("13-18", "options", AMOUNT))).toEqual([]);
    expect(seen(sameScale, younger, asked("13-18", "options", ["never", "often", "always"]))).toEqual(["13-18 help"]);
    expect(seen(sameScale, younger, asked("13-18", "options", AMOUNT.toReversed()))).toEqual(["13-18 help"]);
    expect(seen(sameScale, younger, asked("13-18", "ladder", []))).toEqual(["13-18 help"]);
    expect(seen(sameScale, asked("6-9", "three-pictures", AMOUNT), asked("13-18", "options", AMOUNT))).toEqual([]);
  });

  it("may give things to choose from that belong to the age", () => {
    const younger = asked("10-12", "choose-pictures", ["ball", "book"]);
    expect(seen(sameScale, younger, asked("13-18", "choose-pictures", ["ball", "job"]))).toEqual([]);
  });

  it("name only goals of the ages of one of them, and none in what is only tried", () => {
    const early = findGoal(policy, "1.e");
    expect(early?.ages).toEqual({ from: 0, to: 6 });
    const older = asked("13-18", "options", AMOUNT, { goals: ["1.e", "V1"] });
    expect(seen(goalAges, older)).toEqual(["13-18 help"]);
    expect(seen(goalAges, older, asked("6-9", "three-pictures", AMOUNT, { goals: ["1.e", "V1"] }))).toEqual([]);
    expect(seen(goalAges, asked("3", "two-pictures", ["yes", "no"], { goals: ["V1"], isPractice: true }))).toEqual([
      "3 help",
    ]);
    expect(seen(goalAges, asked("3", "two-pictures", ["yes", "no"], { goals: [], isPractice: true }))).toEqual([]);
  });

  it("are found in the bank too", () => {
    const forms = [asked("10-12", "options", AMOUNT, { goals: ["1.e"] }), asked("13-18", "ladder", [])];
    const rules = lintBank(forms).map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining([sameScale.id, goalAges.id]));
  });

  it.each([...SURVEY_RULES, ...BANK_RULES])("$id says why, and where that is known from", ({ teaches, source }) => {
    expect(teaches).toMatch(/\.$/);
    expect(source.length).toBeGreaterThan(10);
  });
});

it("marks what asks for own words, whatever they are made of, and calls it no fault of the form", () => {
  const made = (["text", "drawing", "voice-note", "photo"] as const).map((scale) => anItem(scale, { scale }));
  const form = aForm({ form: "13-18", items: [...aForm().items, ...made] });
  expect(ownWordsIn([form]).map(({ rule, item }) => [rule, item])).toEqual(
    ["text", "drawing", "voice-note", "photo"].map((name) => ["own-words", name]),
  );
  expect(ownWordsIn([aForm()])).toEqual([]);
  expect(lintForm(form).map(({ rule }) => rule)).not.toContain("own-words");
});

describe("reading", () => {
  it("counts words in any script, and sentences by their longest", () => {
    expect(wordsOf("Er du glad – her?")).toEqual(["Er", "du", "glad", "her"]);
    expect(wordsOf("هل تلعب هنا؟")).toHaveLength(3);
    expect(wordsOf("Don’t stop")).toEqual(["Don’t", "stop"]);
    expect(longestSentence("Et to tre. Et to tre fire?")).toBe(4);
  });

  it("computes LIX from a hundred words on, by hand: 10 words a sentence, a tenth of them long", () => {
    const sentence = "Vi vil så gerne vide om du har en fødselsdag. ";
    expect(lix(sentence.repeat(9))).toBeUndefined();
    expect(lix(sentence.repeat(10))).toBeCloseTo(10 + 10, 5);
  });
});
