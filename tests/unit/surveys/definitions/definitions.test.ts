/** The files of surveys stand where their own names say. */
import { expect, it } from "vitest";
import { definitions } from "#surveys/definitions/index";
import { loadSurvey } from "#surveys/engine/load-survey";

it("a published version of a survey stands at the path that names it", () => {
  for (const { path, json } of definitions) {
    const survey = loadSurvey(json);
    expect(path).toBe(`surveys/definitions/${survey.slug}/v${survey.version}.json`);
  }
});
