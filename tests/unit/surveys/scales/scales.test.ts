/** The description of each scale and what the linter allows say the same; shared answers are complete in all languages. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LIMITS } from "#surveys/linter/limits";
import { FORM_NAMES } from "#surveys/paper/form";
import { LANGUAGES } from "#surveys/paper/language";
import { SCALES } from "#surveys/paper/paper";
import { SCALE_DESCRIPTIONS } from "#surveys/scales/scales";
import { writeScalesPage } from "#surveys/scales/scales-page";
import answerSets from "../../../../surveys/scales/answer-sets.json" with { type: "json" };

describe.each(SCALES.map((scale) => ({ scale, ...SCALE_DESCRIPTIONS[scale] })))("the scale $scale", (description) => {
  it("is for the forms in which the linter allows it", () => {
    const allowed = FORM_NAMES.filter((form) => LIMITS[form].scales[description.scale] !== undefined);
    expect([...description.forms].toSorted()).toEqual(allowed.toSorted());
  });

  it("says how it is reached, told, turned and counted", () => {
    const { keyboard, textAlternative, rightToLeft, why } = description;
    for (const text of [keyboard, textAlternative, rightToLeft, why]) expect(text).toMatch(/\.$|\)\.?$/);
  });
});

it("docs/scales.md is what `npm run docs:write` makes", () => {
  expect(readFileSync("docs/scales.md", "utf8")).toBe(writeScalesPage());
});

describe.each(Object.entries(answerSets))("the answers of %s", (_name, { answers, wording }) => {
  it.each(LANGUAGES)("have words of their own in %s", (language) => {
    const words = Object.entries(wording[language].answers);
    expect(words.map(([value]) => value).toSorted()).toEqual(answers.map(({ value }) => value).toSorted());
    expect(new Set(words.map(([, label]) => label)).size).toBe(words.length);
    if (language !== "da" && language !== "en") expect(wording[language].reviewed).toBe(false);
  });
});
