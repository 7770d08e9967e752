/** SurveyJS files of many makes: each becomes a paper, is named for SurveyJS's renderer, or is refused; none crashes. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compilePaper } from "#surveys/engine/compile-paper";
import { compileValidator } from "#surveys/engine/compile-validator";
import { importForm } from "#surveys/engine/import-form";
import { SurveyProblem } from "#surveys/engine/survey-problem";
import type { FormName } from "#surveys/paper/form";
import { LANGUAGES } from "#surveys/paper/language";
import cases from "../../../cases/surveys/made.json";

const folder = "tests/cases/surveys/made";

function outcome(file: string, form: FormName) {
  try {
    const imported = importForm(readFileSync(`${folder}/${file}.json`, "utf8"), { form });
    if (imported.kind === "surveyjs") return { kind: imported.kind, ...imported.reasons[0] };
    const papers = LANGUAGES.map((language) => compilePaper(imported.survey, form, language));
    const verdict = compileValidator(imported.survey, form)({ answers: {}, nonAnswers: {} });
    return { kind: imported.kind, items: papers.map(({ items }) => items.length), isEmptyAllowed: verdict.ok };
  } catch (error) {
    if (error instanceof SurveyProblem) return { kind: "refused", path: error.path, reason: error.reason };
    throw error;
  }
}

describe("a SurveyJS file of another make", () => {
  // The table's forms are names of forms.
  it.each(cases)("$file is $kind", ({ file, form, kind, path, reason }) => {
    const found = outcome(file, form as FormName);
    expect(found.kind, JSON.stringify(found)).toBe(kind);
    if (path !== undefined) expect(found).toMatchObject({ path, reason: expect.stringContaining(reason ?? "") });
  });

  it("is one of at least sixty, each with its line in the table", () => {
    const files = readdirSync(folder).map((name) => name.slice(0, -".json".length));
    expect(files.toSorted()).toEqual(cases.map(({ file }) => file).toSorted());
    expect(files.length).toBeGreaterThanOrEqual(60);
  });
});

describe("what a paper has no word for, and SurveyJS has", () => {
  const kindOf = (json: object) => importForm(JSON.stringify(json), { form: "10-12" }).kind;
  const choices = ["a", "b", "c"];

  it.each([
    [
      "words of a text put into a title",
      [
        { type: "text", name: "n" },
        { type: "radiogroup", name: "b", title: "Hej {n}", choices },
      ],
    ],
    [
      "text compared",
      [
        { type: "text", name: "by" },
        { type: "text", name: "b", visibleIf: "{by} = 'Aarhus'" },
      ],
    ],
    ["a long answer", [{ type: "comment", name: "c", maxLength: 5000 }]],
    [
      "an expression that compares without spaces",
      [{ type: "expression", name: "e", expression: "{a}<iif({b}=1,3,4)" }],
    ],
    ["years to choose from", [{ type: "dropdown", name: "y", choicesMin: 1950, choicesMax: 2024 }]],
    [
      "a hidden question",
      [
        { type: "text", name: "t" },
        { type: "text", name: "h", visible: false },
      ],
    ],
    ["more rates than are told", [{ type: "rating", name: "r", rateCount: 7 }]],
  ])("is left to SurveyJS: %s", (_what, elements) => {
    expect(kindOf({ elements })).toBe("surveyjs");
  });

  it("knows letters by their numbers in regular expressions, and pictures written out", () => {
    const validators = [{ type: "regex", regex: "^[a-zA-Z\\u00C0-\\u017F]+$" }];
    const logo = `data:image/png;base64,${"A".repeat(40_000)}`;
    expect(kindOf({ logo, elements: [{ type: "text", name: "navn", validators }] })).toBe("surveyjs");
  });

  it("takes little time, however much of it there is", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => at);
    const startedAt = performance.now();
    expect(kindOf({ elements: many(380).map((at) => ({ type: "ranking", name: `q${at}`, choices: many(200) })) })).toBe(
      "surveyjs",
    );
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });
});
