/** What a class is asked to talk about: every rule is broken and kept by an example, and the file breaks none. */
import { describe, expect, it } from "vitest";
import { talks } from "#surveys/bank/dialogue-questions";
import { DIALOGUE_RULES, lintDialogue } from "#surveys/linter/rules/dialogue";

it("nothing is found in the questions of the bank", () => {
  expect(lintDialogue(talks)).toEqual([]);
});

type Kind = "lead" | "question";
type Example = readonly [kind: Kind, locale: "da" | "en", text: string];

const EXAMPLES: Readonly<Record<string, { readonly fails: readonly Example[]; readonly passes: readonly Example[] }>> =
  {
    "dialogue-open": {
      fails: [
        ["question", "da", "Er det rart at være her?"],
        ["question", "da", "Kan I lide maden?"],
        ["question", "da", "Hvorfor larmer I?"],
        ["question", "da", "Hvor mange er kede af det?"],
        ["question", "da", "Hvor tit larmer det?"],
        ["question", "da", "Hvad er rart her"],
        ["question", "da", "Hvad er rart? Hvad er svært?"],
        ["question", "da", "Hvad er rart?."],
        ["question", "en", "Do you like it here?"],
        ["question", "en", "How many like it here?"],
      ],
      passes: [
        ["question", "da", "Hvornår er det rart at være her sammen?"],
        ["question", "da", "Hvor er der rart at være?"],
        ["question", "en", "How can we do it better?"],
        ["lead", "da", "at blive lyttet til"],
      ],
    },
    "dialogue-short": {
      fails: [["question", "da", `Hvad ${"x".repeat(85)}?`]],
      passes: [["question", "da", `Hvad ${"x".repeat(84)}?`]],
    },
    "dialogue-no-names": {
      fails: [
        ["question", "da", "Hvem er ikke med?"],
        ["question", "da", "Hvem er god at tale med?"],
        ["question", "da", "Hvad hedder den, der driller?"],
        ["question", "da", "Hvilke børn er tit udenfor?"],
        ["question", "da", "Hvilken voksen skælder ud?"],
        ["question", "en", "Who is left out?"],
        ["question", "en", "Which of you, and whose friend, is cross?"],
        ["question", "en", "Which quiet children are here?"],
        ["lead", "da", "dem, hvem ingen vil lege med"],
        ["lead", "en", "who is left out"],
      ],
      passes: [
        ["question", "da", "Hvilke lege er gode, når mange vil være med?"],
        ["lead", "da", "tryghed, og hvem man kan gå til, når noget er svært"],
        ["lead", "en", "who to go to when something is hard"],
      ],
    },
    "dialogue-kind": {
      fails: [
        ["question", "da", "Hvornår føler man sig alene her?"],
        ["question", "da", "Hvad er I bange for?"],
        ["question", "da", "Hvornår er der vold?"],
        ["question", "en", "When are you teased?"],
        ["lead", "da", "at blive drillet"],
      ],
      passes: [["question", "da", "Hvad hjælper, når man er ked af det?"]],
    },
    "dialogue-lead": {
      fails: [
        ["lead", "da", "At blive lyttet til"],
        ["lead", "da", "at blive lyttet til."],
        ["lead", "da", " at blive lyttet til"],
        ["lead", "da", "hvem man kan gå til"],
      ],
      passes: [
        ["lead", "da", "at blive lyttet til"],
        ["question", "da", "Hvad er rart?"],
      ],
    },
  };

it("has rules with ids of their own, and an example for each", () => {
  const ids = DIALOGUE_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(EXAMPLES).toSorted()).toEqual(ids.toSorted());
});

describe.each(DIALOGUE_RULES.map((rule) => ({ ...rule })))("the rule $id", (rule) => {
  const { fails, passes } = EXAMPLES[rule.id] ?? { fails: [], passes: [] };

  it("says why, and where that is known from", () => {
    expect(rule.teaches).toMatch(/\.$/);
    expect(rule.source.length).toBeGreaterThan(5);
  });

  it.each(fails)("is broken by the %s (%s) “%s”", (kind, locale, text) => {
    expect(rule.check({ where: "W1", kind, locale, text })).toBeDefined();
  });

  it.each(passes)("is kept by the %s (%s) “%s”", (kind, locale, text) => {
    expect(rule.check({ where: "W1", kind, locale, text })).toBeUndefined();
  });
});

it("says where a fault is, in which language", () => {
  const [, second, third] = talks.W1.young;
  const spoiled = { ...talks, W1: { ...talks.W1, young: [{ da: "Er her rart?", en: "What helps?" }, second, third] } };
  expect(lintDialogue(spoiled as typeof talks)).toEqual([
    expect.objectContaining({ rule: "dialogue-open", where: "W1 young 1", language: "da" }),
  ]);
});
