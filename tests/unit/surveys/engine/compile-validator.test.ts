import { describe, expect, it } from "vitest";
import { compileValidator } from "#surveys/engine/compile-validator";
import { loadSurvey } from "#surveys/engine/load-survey";
import cases from "../../../cases/surveys/answers.json";
import everyType from "../../../cases/surveys/every-type.json";

const validate = compileValidator(loadSurvey(everyType), "6-9");

describe("answers that came over the wire", () => {
  it.each(cases.filter((one) => one.stored))("are stored: $what", ({ answers, nonAnswers, stored }) => {
    expect(validate({ answers, nonAnswers })).toEqual({ ok: true, ...stored });
  });

  it.each(cases.filter((one) => !one.stored))("are refused: $what", ({ answers, nonAnswers }) => {
    expect(validate({ answers, nonAnswers }).ok).toBe(false);
  });

  it("are stored in the order of the form, whatever the order they were given or changed in", () => {
    const answers = { wishes: ["book", "ball"], three: "seldom", pair: "yes" };
    const verdict = validate({ answers, nonAnswers: { more: "declined", mood: "not-understood" } });
    const stored = verdict.ok ? { answers: verdict.answers, nonAnswers: verdict.nonAnswers } : undefined;
    expect(JSON.stringify(stored)).toBe(
      JSON.stringify({
        answers: { pair: "yes", three: "seldom", wishes: ["ball", "book"] },
        nonAnswers: { mood: "not-understood" },
      }),
    );
  });

  it("are refused when they carry __proto__", () => {
    const answers: unknown = JSON.parse('{"__proto__": {"pair": "yes"}}');
    expect(validate({ answers, nonAnswers: {} }).ok).toBe(false);
    expect(validate({ answers: {}, nonAnswers: answers }).ok).toBe(false);
  });

  it("are refused when they inherit from another object", () => {
    expect(validate({ answers: Object.create({ pair: "yes" }), nonAnswers: {} }).ok).toBe(false);
  });

  it("do not come back in the reason for refusing them", () => {
    const verdict = validate({ answers: { pair: "Jeg bor på Solvej 3" }, nonAnswers: {} });
    expect(JSON.stringify(verdict)).not.toContain("Solvej");
  });
});
