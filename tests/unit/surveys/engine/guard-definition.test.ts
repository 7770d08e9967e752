import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardDefinition, parseDefinition } from "#surveys/engine/guard-definition";
import { importForm } from "#surveys/engine/import-form";
import { loadSurvey } from "#surveys/engine/load-survey";
import { SurveyProblem } from "#surveys/engine/survey-problem";
import { bombs } from "../../../support/bombs";

function refusal(run: () => unknown): { problem: SurveyProblem; milliseconds: number } {
  const startedAt = performance.now();
  try {
    run();
  } catch (error) {
    if (error instanceof SurveyProblem) return { problem: error, milliseconds: performance.now() - startedAt };
    throw error;
  }
  throw new Error("it was let through");
}

describe("the guard", () => {
  it.each(bombs)("refuses $what with path and reason, before anything else reads it", ({ json, where, reason }) => {
    const { problem } = refusal(() => guardDefinition(json));
    expect(problem.path).toContain(where);
    expect(problem.reason).toContain(reason);
    for (const read of [() => loadSurvey(json), () => importForm(json, { form: "staff" })])
      expect(refusal(read).problem.reason).toContain(reason);
  });

  // Three times the bar of the benchmark: tests run beside each other.
  it.each(bombs)("is quick with $what", ({ json }) => {
    expect(refusal(() => guardDefinition(json)).milliseconds).toBeLessThan(600);
  });

  it("refuses a text of more than a megabyte, one too deep, and one that is no JSON", () => {
    expect(refusal(() => parseDefinition(" ".repeat(1_000_001))).problem.reason).toContain("1 MB");
    expect(refusal(() => parseDefinition("[".repeat(400_000))).problem.reason).toContain("levels");
    expect(refusal(() => parseDefinition("{")).problem.reason).toContain("no JSON");
    expect(refusal(() => parseDefinition(JSON.stringify("æ".repeat(600_000)))).problem.reason).toContain("1 MB");
  });

  it("does not take brackets in texts for depth, nor hearts and comparisons for markup", () => {
    expect(parseDefinition(JSON.stringify({ title: '[[[{{"'.repeat(50) }))).toEqual({ title: '[[[{{"'.repeat(50) });
    guardDefinition({ title: "2 < 3, <3", visibleIf: "{a}<{b}", html: "<p>Hej <b>du</b></p>" });
  });

  it("answers any JSON with a refusal or with nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        try {
          guardDefinition(json);
        } catch (error) {
          expect(error).toBeInstanceOf(SurveyProblem);
        }
      }),
    );
  });
});
