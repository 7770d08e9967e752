import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bankItemShape } from "#surveys/bank/item-shape";
import { compilePaper } from "#surveys/engine/compile-paper";
import { composeSurvey } from "#surveys/engine/compose-survey";
import { loadSurvey } from "#surveys/engine/load-survey";
import { scoringKey } from "#surveys/engine/scoring-key";
import answerSets from "../../../../surveys/scales/answer-sets.json";

const someone = bankItemShape.parse(JSON.parse(readFileSync("surveys/bank/items/someone.json", "utf8")));
const bank = { items: new Map([["someone", someone]]), answerSets };
const words = { da: "Prøve", en: "Trial" };
const plan = {
  slug: "proeve",
  version: 1,
  title: words,
  about: { "3-5": words },
  forms: { "3-5": { items: ["someone"] } },
};

describe("a survey made of the bank", () => {
  const survey = loadSurvey(composeSurvey(plan, bank));

  it("loads, with the item's words, pictures, codes and index", () => {
    expect(compilePaper(survey, "3-5", "en").items[0]).toMatchObject({
      name: "someone",
      type: "two-pictures",
      question: "How is it when you want to play?",
      stress: "want to play",
      alt: "Three children in a garden with a slide",
    });
    expect(scoringKey(survey, "3-5").items[0]).toMatchObject({
      codes: { "with-others": 1, alone: 0 },
      favourable: ["with-others"],
      index: "W2",
      isAnchor: true,
    });
  });

  it("draws shared answers as an amount that grows with the code", () => {
    const older = { ...plan, about: { "13-18": words }, forms: { "13-18": { items: ["someone"] } } };
    const json = JSON.stringify(composeSurvey(older, bank));
    for (const filled of [0, 1, 2, 3, 4]) expect(json).toContain(`{"kind":"amount","filled":${filled},`);
  });

  it("shows the answers of a shared set in the question's scene where the item says what differs in it", () => {
    const again = bankItemShape.parse(JSON.parse(readFileSync("surveys/bank/items/sing-read.json", "utf8")));
    const read = { ...plan, forms: { "3-5": { items: ["sing-read"] } } };
    const compose = (item: typeof again) => composeSurvey(read, { items: new Map([["sing-read", item]]), answerSets });
    const { choices } = compilePaper(loadSurvey(compose(again)), "3-5", "en").items[0] ?? { choices: [] };
    expect(choices.map(({ picture }) => picture?.kind)).toEqual(["scene", "scene", "scene"]);
    expect(new Set(choices.map(({ picture }) => JSON.stringify(picture))).size).toBe(3);
    const form = again.forms["3-5"];
    if (!form) throw new Error("the item is asked at 3-5");
    const half = { ...again, forms: { "3-5": { ...form, answerChanges: { again: {} } } } };
    expect(() => compose(half)).toThrow("answerChanges does not say what differs for maybe, other");
  });

  it("tries practice first and keeps nothing of it", () => {
    const practised = { ...plan, forms: { "3-5": { items: ["someone"], practice: ["someone"] } } };
    expect(JSON.stringify(composeSurvey(practised, bank))).toContain('"isPractice":true');
  });

  it("names the place of an item that the bank does not have", () => {
    const wrong = { ...plan, forms: { "3-5": { items: ["nobody"] } } };
    expect(() => composeSurvey(wrong, bank)).toThrow('forms.3-5.items[0]: the bank has no item "nobody"');
  });
});
