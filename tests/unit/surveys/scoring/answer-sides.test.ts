/** The two sides of an item's answers, in values and in words, for every shared set of answers and for foreign ones. */
import { describe, expect, it } from "vitest";
import { wholeBank } from "#surveys/engine/bank-surveys";
import { loadSurvey } from "#surveys/engine/load-survey";
import { scoringKey } from "#surveys/engine/scoring-key";
import { answersGiven, answersOn } from "#surveys/scoring/answer-sides";
import { isScored } from "#surveys/scoring/score-child";
import type { ScoredItem } from "#surveys/paper/scoring-key";
import { howOften } from "../linter/ending-examples";

const scored: readonly (ScoredItem & { readonly where: string })[] = wholeBank.forms.flatMap(({ form }) =>
  scoringKey(loadSurvey(wholeBank.define(form).json, { allowMedia: true }), form)
    .items.filter(isScored)
    .map((item) => ({ ...item, where: `${item.name} ${form}` })),
);

/** As of an imported survey whose author named the favourable choices. */
function withoutCodes(item: ScoredItem): ScoredItem {
  const { codes, ...rest } = item;
  expect(codes).toBeDefined();
  return rest;
}

const inBank = (where: string): ScoredItem => {
  const found = scored.find((item) => item.where === where);
  if (!found) throw new Error(`${where} is not in the bank`);
  return found;
};

describe("the sides", () => {
  it("of every scored item have answers, none on both, and leave out at most the middle one", () => {
    const odd = scored.filter((item) => {
      const [good, other] = [answersOn(item, "favourable"), answersOn(item, "opposite")];
      const left = item.choices.length - good.length - other.length;
      return good.length === 0 || good.length !== other.length || left !== item.choices.length % 2;
    });
    expect(scored.length).toBeGreaterThan(250);
    expect(odd.map(({ where }) => where)).toEqual([]);
    expect(
      scored.filter((item) => answersOn(item, "opposite").some((value) => item.favourable.includes(value))),
    ).toEqual([]);
  });

  it("of a reverse item change places", () => {
    const reverse = inBank("alone 10-12");
    expect(answersOn(reverse, "favourable")).toEqual(["rarely", "never"]);
    expect(answersOn(reverse, "opposite")).toEqual(["always", "mostly"]);
  });

  it("without codes are what is named and all the rest", () => {
    const foreign = withoutCodes(howOften({ favourable: ["always"] }));
    expect(answersOn(foreign, "opposite")).toEqual(["never", "rarely", "sometimes", "mostly"]);
  });
});

describe("what was answered", () => {
  it.each([
    ["someone 10-12", "favourable", "svarede ”For det meste” eller ”Altid”", "answered “Most of the time” or “Always”"],
    ["someone 10-12", "opposite", "svarede ”Aldrig” eller ”Sjældent”", "answered “Never” or “Rarely”"],
    ["alone 10-12", "favourable", "svarede ”Sjældent” eller ”Aldrig”", "answered “Rarely” or “Never”"],
    [
      "glad 10-12",
      "favourable",
      "svarede ”Passer godt” eller ”Passer helt”",
      "answered “Mostly true” or “Completely true”",
    ],
    ["decide 10-12", "opposite", "svarede ”Slet ikke” eller ”Lidt”", "answered “Not at all” or “A little”"],
    ["sign-rests 0-2", "opposite", "svarede ”Ikke i de sidste 7 dage”", "answered “Not in the last 7 days”"],
    ["sing-read 3-5", "favourable", "svarede ”Igen!”", "answered “Again!”"],
    [
      "lunch 3-5",
      "favourable",
      "svarede ”Tre sten”, ”Fire sten” eller ”Alle fem sten”",
      "answered “Three stones”, “Four stones” or “All five stones”",
    ],
    ["life-ladder 13-18", "favourable", "svarede fra ”6” til ”10, øverst”", "answered from “6” to “10, at the top”"],
    ["life-ladder 13-18", "opposite", "svarede fra ”0, nederst” til ”4”", "answered from “0, at the bottom” to “4”"],
    ["glad 6-9", "opposite", "svarede ”Jeg er ked af at være her”", "answered “I am sad to be here”"],
  ] as const)("%s, %s: %s", (where, side, da, en) => {
    expect(answersGiven(inBank(where), side)).toEqual({ da, en });
  });

  it("without codes names every answer, for their order says nothing", () => {
    const foreign = withoutCodes(howOften({ favourable: ["always"] }));
    expect(answersGiven(foreign, "opposite").da).toBe(
      "svarede ”Aldrig”, ”Sjældent”, ”Nogle gange” eller ”For det meste”",
    );
  });

  it("where every answer is favourable says that the others answered something else", () => {
    const allGood = withoutCodes(howOften({ favourable: howOften().choices.map(({ value }) => value) }));
    expect(answersGiven(allGood, "opposite")).toEqual({ da: "svarede noget andet", en: "gave another answer" });
  });
});
