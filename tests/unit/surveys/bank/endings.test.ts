/** How an item's sentence ends: what was written for its form, and always something true. */
import { describe, expect, it } from "vitest";
import { endingOf, endings, loadEndings, writtenEnding } from "#surveys/bank/endings";
import { wholeBank } from "#surveys/engine/bank-surveys";
import { loadSurvey } from "#surveys/engine/load-survey";
import { scoringKey } from "#surveys/engine/scoring-key";
import type { FormName } from "#surveys/paper/form";
import { isScored } from "#surveys/scoring/score-child";
import { howOften, someone } from "../linter/ending-examples";

function inBank(name: string, form: FormName) {
  const key = scoringKey(loadSurvey(wholeBank.define(form).json, { allowMedia: true }), form);
  const found = key.items.find((item) => item.name === name);
  if (!found) throw new Error(`${name} is not in the bank's form ${form}`);
  return found;
}

describe("the ending of a sentence", () => {
  it.each([
    ["someone", "6-9", "favourable", "har nogen at være sammen med", "have someone to be with"],
    ["someone", "3-5", "favourable", "har nogen at lege med", "have someone to play with"],
    ["someone", "10-12", "opposite", "har sjældent nogen at være sammen med", "rarely have someone to be with"],
    ["alone", "13-18", "favourable", "føler sig sjældent alene her", "rarely feel alone here"],
    ["sign-laughs", "0-2", "favourable", "ler tit sammen med andre", "often laugh together with others"],
  ] as const)("of %s in %s (%s) is: %s", (name, form, side, da, en) => {
    expect(endingOf(inBank(name, form), form, side)).toEqual({ da, en });
  });

  it("of an item that is not in the bank says what was answered to what", () => {
    const foreign = howOften({ name: "lunch-queue", question: { da: "Køen er kort.", en: "The queue is short." } });
    expect(endingOf(foreign, "10-12", "favourable")).toEqual({
      da: "svarede ”For det meste” eller ”Altid” til ”Køen er kort”",
      en: "answered “Most of the time” or “Always” to “The queue is short”",
    });
  });

  it("is not taken from an item that is only called the same, nor from another form", () => {
    const foreign = howOften({ name: "help", question: { da: "Jeg hjælper til derhjemme.", en: "I help at home." } });
    expect(writtenEnding(foreign, "10-12", "favourable")).toBeUndefined();
    expect(endingOf(foreign, "10-12", "favourable").da).toMatch(/^svarede .* til ”Jeg hjælper til derhjemme”$/);
    expect(writtenEnding(howOften(), "staff", "favourable", someone())).toBeUndefined();
  });

  it("may be for a question that published versions word in two ways", () => {
    const twice = someone({ asked: ["Her har jeg nogen.", howOften().question.da] });
    expect(writtenEnding(howOften(), "10-12", "favourable", twice)?.en).toBe("usually have someone to be with");
    const before = howOften({ question: { da: "Her har jeg nogen.", en: "I have someone here." } });
    expect(writtenEnding(before, "10-12", "opposite", twice)?.en).toBe("rarely have someone to be with");
    expect(writtenEnding(before, "10-12", "opposite", someone())).toBeUndefined();
  });

  it.each(["__proto__", "constructor", "toString"])("of an item called %s is what was answered", (name) => {
    expect(writtenEnding(howOften({ name }), "10-12", "opposite")).toBeUndefined();
    expect(endingOf(howOften({ name }), "10-12", "opposite").da).toMatch(/^svarede ”Aldrig”/);
  });

  it("is written for every scored item of every form of the bank", () => {
    const without = wholeBank.forms.flatMap(({ form }) =>
      scoringKey(loadSurvey(wholeBank.define(form).json, { allowMedia: true }), form)
        .items.filter((item) => isScored(item) && !writtenEnding(item, form, "opposite"))
        .map(({ name }) => `${name} ${form}`),
    );
    expect(without).toEqual([]);
  });
});

it("says which ending is wrong, and where", () => {
  expect(() => loadEndings({ ...endings, glad: { favourable: { da: "er glade" } } })).toThrow(
    /These are no endings[^]*glad/,
  );
});
