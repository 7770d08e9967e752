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
