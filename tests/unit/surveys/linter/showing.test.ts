/** Where items may be shown to children: every rule is broken and kept by an example, and the file breaks none. */
import { describe, expect, it } from "vitest";
import { loadShowings, showingOf, showings } from "#surveys/bank/showing";
import type { Showings } from "#surveys/bank/showing";
import { definitions } from "#surveys/definitions/index";
import { wholeBank } from "#surveys/engine/bank-surveys";
import { lintForms } from "#surveys/engine/lint-forms";
import { loadSurvey } from "#surveys/engine/load-survey";
import type { LintItem } from "#surveys/linter/lint-form";
import { askedItems } from "#surveys/linter/lint-form";
import { RULES } from "#surveys/linter/rules/index";
import { lintShowings, SHOWING_RULES } from "#surveys/linter/rules/showing";
import { audienceOf } from "#surveys/paper/form";
import { isMade } from "#surveys/paper/scale-kinds";
import { aForm, anItem, everywhere } from "./a-form";

const published = definitions.flatMap(({ json }) => lintForms(loadSurvey(json), {}));
const bank = wholeBank.forms.flatMap(({ form }) =>
  lintForms(loadSurvey(wholeBank.define(form).json, { allowMedia: true }), {}),
);
const ofChildren = [...published, ...bank].filter(({ form }) => audienceOf(form) === "child").flatMap(askedItems);

it("is said of every item that children are asked, and breaks no rule", () => {
  expect(new Set(ofChildren.map(({ name }) => name)).size).toBeGreaterThan(100);
  expect(lintShowings(showings, [...published, ...bank])).toEqual([]);
});

/** Written out: who changes one of these changes what a class may be shown of its own. */
const NEVER_SHOWN = [
  ...["alone", "someone", "left-out", "let-in", "join-play", "teased", "pretend", "belong-club"],
  ...["body-ok", "tummy-ache", "headache", "sleep", "like-myself", "compare", "life-ladder", "worried", "pressure"],
  ...["who-tell", "adult-to-tell", "comforter", "comfort", "help", "safe", "avoid-places", "start-over", "morning"],
  ...["leisure", "leisure-barrier", "near-me", "wish", "draw-place", "show-place", "tell-day"],
];

it("is never, for being alone, home, body, bullying, worry and whom a child tells", () => {
  const never = Object.keys(showings).filter((name) => showings[name] === "never");
  expect(never.toSorted()).toEqual(NEVER_SHOWN.toSorted());
});

it.each([
  ["decide", "board"],
  ["calm-work", "board"],
  ["work-together", "board"],
  // What adults are like would be read as what this class's teacher is like.
  ["kind-adults", "school"],
  ["fair", "school"],
  ["glad", "school"],
  ["believe", "school"],
  ["safe", "never"],
  ["practice-dog", "never"],
  ["parent-heard", "never"],
  ["constructor", "never"],
  ["nothing-of-ours", "never"],
])("of %s is %s", (name, showing) => {
  expect(showingOf(name)).toBe(showing);
});

it("says what is wrong with a file, and where", () => {
  expect(() => loadShowings({ glad: "wall" })).toThrow(/where items may be shown[^]*glad/);
});

interface Example {
  readonly item: Partial<LintItem>;
  readonly given: Showings;
}
const OF_A_FORM: Showings = { glad: "school", someone: "never", help: "never", safe: "never", decide: "board" };
const given = (showing: Showings[string]): Showings => ({ ...OF_A_FORM, lunch: showing });
const asks = (da: string, en: string): Partial<LintItem> => ({ question: { da, en } });

const EXAMPLES: Readonly<Record<string, { readonly fails: readonly Example[]; readonly passes: readonly Example[] }>> =
  {
    "showing-for-each": {
      fails: [{ item: {}, given: OF_A_FORM }],
      passes: [
        { item: {}, given: given("board") },
        { item: { scale: "drawing" }, given: OF_A_FORM },
        { item: { isPractice: true }, given: OF_A_FORM },
      ],
    },
    "showing-for-known": {
      fails: [{ item: {}, given: { ...given("board"), stranger: "board" } }],
      passes: [{ item: {}, given: given("never") }],
    },
    "showing-sensitive": {
      fails: [
        { item: { isSensitive: true }, given: given("board") },
        { item: { isSensitive: true }, given: given("school") },
      ],
      passes: [
        { item: { isSensitive: true }, given: given("never") },
        { item: { isSensitive: true }, given: OF_A_FORM },
        { item: {}, given: given("board") },
      ],
    },
    "showing-private": {
      fails: [
        { item: asks("Jeg føler mig alene her.", "It is so."), given: given("school") },
        { item: asks("Har du nogen at være sammen med?", "It is so."), given: given("board") },
        { item: asks("Hvem taler du med derhjemme?", "It is so."), given: given("school") },
        { item: asks("Det er sådan.", "I am teased."), given: given("board") },
        { item: asks("Det er sådan.", "How is your family?"), given: given("school") },
        { item: { simpler: everywhere("Får du nok søvn?") }, given: given("school") },
      ],
      passes: [
        { item: asks("Jeg føler mig alene her.", "I feel alone."), given: given("never") },
        { item: asks("Er der ro, når du arbejder?", "Is it quiet when you work?"), given: given("board") },
      ],
    },
  };

it("has rules with ids of their own, and an example for each", () => {
  const ids = SHOWING_RULES.map(({ id }) => id);
  expect(new Set([...ids, ...RULES.map(({ id }) => id)]).size).toBe(ids.length + RULES.length);
  expect(Object.keys(EXAMPLES).toSorted()).toEqual(ids.toSorted());
});

describe.each(SHOWING_RULES.map((rule) => ({ ...rule })))("the rule $id", (rule) => {
  const { fails, passes } = EXAMPLES[rule.id] ?? { fails: [], passes: [] };
  const found = ({ item, given: file }: Example) => {
    const others = ["glad", "someone", "help", "safe", "decide"].map((name) => anItem(name));
    return rule.check(file, [aForm({ items: [...others, anItem("lunch", item)] })]);
  };

  it("says why, and where that is known from", () => {
    expect(rule.teaches).toMatch(/\.$/);
    expect(rule.source.length).toBeGreaterThan(5);
  });

  it.each(fails.map((example, index) => ({ example, index })))("is broken by example $index", ({ example }) => {
    expect(found(example)).not.toEqual([]);
  });

  it.each(passes.map((example, index) => ({ example, index })))("is kept by example $index", ({ example }) => {
    expect(found(example)).toEqual([]);
  });

  it("asks nothing of what adults answer", () => {
    const adults = aForm({ form: "staff", items: [anItem("staff-time", { isSensitive: true })] });
    expect(rule.check({}, [adults])).toEqual([]);
  });
});

it("never shows what children make themselves", () => {
  expect(ofChildren.filter(({ scale }) => isMade(scale)).every(({ name }) => showingOf(name) === "never")).toBe(true);
});
