/** A child's score: the share of favourable answers, when at least half of a theme is answered. */
import { describe, expect, it } from "vitest";
import { definitions } from "../../../../surveys/definitions/index";
import { buildLibrary } from "../../../../surveys/engine/survey-library";
import { THEME_OF } from "../../../../surveys/scoring/indices";
import { indicesIn, isScored, itemsOfTheme, scorerOf } from "../../../../surveys/scoring/score-child";

const key = buildLibrary(definitions).scoringKey("puls", 1, "6-9");

const scoreTrust = scorerOf(itemsOfTheme(key, "trust"), "6-9");

function answered(theme: string, favourable: readonly boolean[]) {
  const items = key.items.filter((item) => item.theme === theme && isScored(item));
  return Object.fromEntries(
    favourable.map((isGood, index) => {
      const item = items[index]!;
      const choice = item.choices.find(({ value }) => item.favourable.includes(value) === isGood);
      return [item.name, choice?.value ?? ""];
    }),
  );
}

describe("a child's score", () => {
  it.each([
    [[true, true], 100],
    [[true, false], 50],
    [[false, false], 0],
    [[true], 100],
    [[false], 0],
  ] as const)("of %j is %i", (given, score) => expect(scoreTrust(answered("trust", given))).toBe(score));

  it("is not made of nothing, nor of what is declined", () => {
    expect(scoreTrust({})).toBeUndefined();
    expect(scoreTrust(answered("voice", [true, true]))).toBeUndefined();
  });
});

it("every theme of the form has an index that it is scored by", () => {
  const themes = indicesIn(key).map((index) => THEME_OF[index]);
  expect(new Set(themes)).toEqual(new Set(key.items.map(({ theme }) => theme)));
});
