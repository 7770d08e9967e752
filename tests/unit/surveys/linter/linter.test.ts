/** Every rule is broken and kept by an example, teaches, and names its source. */
import { describe, expect, it } from "vitest";
import { lintForm, lintSurvey, OWN_FORM_AT_THREE, OWN_WORDS, ownWordsIn } from "#surveys/linter/lint";
import { lix, longestSentence, wordsOf } from "#surveys/linter/reading";
import { RULES } from "#surveys/linter/rules/index";
import { aForm, anItem } from "./a-form";
import { EXAMPLES } from "./examples";

it("finds nothing in a form without a fault", () => {
  expect(lintForm(aForm())).toEqual([]);
});

it("gives every rule an id of its own and an example", () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
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

it("asks for a form of their own for three-year-olds beside the one for four and five", () => {
  expect(lintSurvey([aForm()]).map(({ rule }) => rule)).toEqual([OWN_FORM_AT_THREE.id]);
  expect(lintSurvey([aForm(), aForm({ form: "3" })])).toEqual([]);
});

it("marks what asks for own words, whatever they are made of, and calls it no fault of the form", () => {
  const made = (["text", "drawing", "voice-note", "photo"] as const).map((scale) => anItem(scale, { scale }));
  const form = aForm({ form: "13-18", items: [...aForm().items, ...made] });
  expect(ownWordsIn([form]).map(({ rule, item }) => [rule, item])).toEqual(
    ["text", "drawing", "voice-note", "photo"].map((name) => [OWN_WORDS.id, name]),
  );
  expect(ownWordsIn([aForm()])).toEqual([]);
  expect(lintForm(form).map(({ rule }) => rule)).not.toContain(OWN_WORDS.id);
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
