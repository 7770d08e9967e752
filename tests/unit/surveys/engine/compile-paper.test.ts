import { describe, expect, it } from "vitest";
import { definitions } from "#surveys/definitions/index";
import { compilePaper } from "#surveys/engine/compile-paper";
import { loadSurvey } from "#surveys/engine/load-survey";
import { SurveyProblem } from "#surveys/engine/survey-problem";
import everyType from "../../../cases/surveys/every-type.json";

const paper = compilePaper(loadSurvey(everyType), "6-9", "da");
const item = (name: string) => paper.items.find((one) => one.name === name);

describe("a paper", () => {
  it("carries the words of its own language", () => {
    const survey = loadSurvey(definitions[0]?.json);
    const danish = compilePaper(survey, "3-5", "da");
    const english = compilePaper(survey, "3-5", "en");
    expect(danish).toMatchObject({ survey: "trivsel", version: 1, band: "3-5", locale: "da", dir: "ltr" });
    expect(danish.items.find(({ name }) => name === "glad")).toMatchObject({
      question: "Hvordan er det at være her?",
      stress: "være her",
    });
    expect(english.items.find(({ name }) => name === "glad")).toMatchObject({
      question: "What is it like to be here?",
      stress: "to be here",
    });
    expect(english.items.map((one) => one.name)).toEqual(danish.items.map((one) => one.name));
  });

  it("keeps the items in order, one word for each type", () => {
    expect(paper.items.map((one) => one.type)).toEqual([
      "two-pictures",
      "three-pictures",
      "faces",
      "choose-pictures",
      "text",
      "three-pictures",
    ]);
  });

  it("says how much may be answered", () => {
    expect(item("wishes")?.maxChoices).toBe(2);
    expect(item("why")).toMatchObject({ maxLength: 40, choices: [] });
    expect(item("pair")).not.toHaveProperty("maxChoices");
    expect(item("pair")).not.toHaveProperty("maxLength");
  });

  it("holds conditions as trees", () => {
    expect(item("why")?.visibleIf).toEqual({ op: "equals", item: "pair", value: "no" });
    expect(item("pair")?.visibleIf).toBeUndefined();
  });

  it("is data: nothing is lost on its way to a browser", () => {
    expect(JSON.parse(JSON.stringify(paper))).toStrictEqual(paper);
  });

  it("says what a picture shows in its own language alone", () => {
    expect(item("pair")?.choices[0]).toMatchObject({ alt: "drage", picture: { kind: "thing", thing: "kite" } });
    expect(JSON.stringify(compilePaper(loadSurvey(everyType), "6-9", "en"))).not.toContain("drage");
  });

  it("is the same every time", () => {
    expect(JSON.stringify(compilePaper(loadSurvey(everyType), "6-9", "da"))).toBe(JSON.stringify(paper));
  });

  it("is not made for an age band without a form", () => {
    expect(() => compilePaper(loadSurvey(everyType), "3-5", "da")).toThrow(SurveyProblem);
  });
});
