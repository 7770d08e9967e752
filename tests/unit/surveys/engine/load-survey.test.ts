import { describe, expect, it } from "vitest";
import { loadSurvey } from "#surveys/engine/load-survey";
import { SurveyProblem } from "#surveys/engine/survey-problem";
import everyType from "../../../cases/surveys/every-type.json";
import cases from "../../../cases/surveys/refused-surveys.json";

type Place = readonly (string | number)[];

/** A copy of the survey with one value put somewhere else. */
function changed(json: unknown, at: Place, value: unknown): unknown {
  const copy: unknown = structuredClone(json);
  let inside = copy as Record<string | number, unknown>;
  for (const key of at.slice(0, -1)) inside = inside[key] as Record<string | number, unknown>;
  inside[at.at(-1) ?? ""] = value;
  return copy;
}

function problemOf(json: unknown): SurveyProblem {
  try {
    loadSurvey(json);
  } catch (error) {
    if (error instanceof SurveyProblem) return error;
    throw error;
  }
  throw new Error("the survey was accepted");
}

describe("a survey file", () => {
  it("is read when it has every type of item", () => {
    expect(loadSurvey(everyType).slug).toBe("every-type");
  });

  it.each(cases)("is refused with path and reason when $because", ({ at, value, path, reason }) => {
    const problem = problemOf(changed(everyType, at, value));
    expect(problem.path).toBe(path);
    expect(problem.reason).toContain(reason);
  });

  it.each([null, undefined, 1, "", [], {}])("is refused when it is %j", (json) => {
    expect(problemOf(json)).toBeInstanceOf(SurveyProblem);
  });
});
