import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Paper } from "#surveys/paper/paper";
import { fillIn } from "#surveys/paper/pipe";

const paper: Paper = {
  survey: "s",
  version: 1,
  form: "6-9",
  locale: "da",
  dir: "ltr",
  title: "t",
  about: "a",
  pages: [{ items: ["pet", "wishes", "why"] }],
  items: [
    {
      name: "pet",
      type: "options",
      theme: "voice",
      question: "?",
      choices: [{ value: "cat", label: "en kat & en <b>" }],
    },
    {
      name: "wishes",
      type: "choose-pictures",
      theme: "voice",
      question: "?",
      choices: ["ball", "book"].map((value) => ({ value, label: value.toUpperCase() })),
    },
    { name: "why", type: "text", theme: "voice", question: "?", choices: [] },
  ],
};

describe("words put into a text", () => {
  it("stand isolated where letters are written from right to left", () => {
    const arabic: Paper = { ...paper, locale: "ar", dir: "rtl" };
    expect(fillIn("{pet} {group}", arabic, { pet: "cat" }, { group: "3. A" })).toBe(
      "\u2068en kat & en <b>\u2069 \u20683. A\u2069",
    );
    expect(fillIn("{pet}", arabic, {})).toBe("…");
  });

  it.each([
    ["Du valgte {pet}.", { pet: "cat" }, {}, "Du valgte en kat & en <b>."],
    ["Du valgte {wishes}.", { wishes: ["ball", "book"] }, {}, "Du valgte BALL, BOOK."],
    ["Du valgte {pet}.", {}, {}, "Du valgte …."],
    ["Du valgte {pet}.", { pet: "dog" }, {}, "Du valgte …."],
    ["Hej {group} i {fact.institution}", {}, { group: "3. A", institution: "Egen" }, "Hej 3. A i Egen"],
    ["Hej {group}", {}, { group: "{pet}" }, "Hej {pet}"],
    ["Hej {group}", {}, { group: "a\u202E\nb" }, "Hej a b"],
    ["Hej {nobody}", {}, {}, "Hej {nobody}"],
    ["Fordi {why}", { why: "hemmeligt" }, {}, "Fordi …"],
    ["Hej {constructor}", {}, {}, "Hej {constructor}"],
  ])("%s with %j and %j", (text, answers, facts, filled) => {
    expect(fillIn(text, paper, answers, facts)).toBe(filled);
  });

  it("are a text whatever is put in", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (text, answer, group) => {
        expect(typeof fillIn(text, paper, { pet: answer, why: answer }, { group })).toBe("string");
        expect(fillIn("{why}", paper, { why: answer })).toBe("…");
      }),
    );
  });
});
