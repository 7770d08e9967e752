/** Promises follow from how something is stored, and never get weaker. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LabelCode, StorageFacts } from "../../../../surveys/labels/labels";
import { computeLabel, labelSentences } from "../../../../surveys/labels/labels";
import { LANGUAGES } from "../../../../surveys/paper/language";

const PLAIN: StorageFacts = {
  storesPerChild: true,
  keys: "pile",
  hasFreeText: false,
  hasMedia: false,
  isNamed: false,
  isSealed: true,
};

describe("the label", () => {
  it.each([
    ["sealed, from a pile, without text", {}, "anonymous"],
    ["not sealed yet", { isSealed: false }, "confidential"],
    ["sealed, with listed keys", { keys: "listed" }, "anonymous"],
    ["posted keys, not sealed yet", { keys: "posted", isSealed: false }, "confidential"],
    ["sealed, with keys from a sign-in", { keys: "sign-in" }, "anonymous"],
    ["free text", { hasFreeText: true }, "confidential"],
    ["a drawing", { hasMedia: true }, "confidential"],
    ["only counters", { storesPerChild: false }, "counters"],
    ["only counters, not sealed", { storesPerChild: false, isSealed: false }, "counters"],
    ["only counters, but a text beside", { storesPerChild: false, hasFreeText: true, isSealed: false }, "confidential"],
    ["a name", { isNamed: true }, "named"],
  ] as const)("of %s is right", (_what, facts, code) => {
    expect(computeLabel({ ...PLAIN, ...facts }).code).toBe(code);
  });

  it("says anonymous only when nothing at all stands against it", () => {
    const facts = fc.record({
      storesPerChild: fc.boolean(),
      keys: fc.constantFrom("pile", "listed", "posted", "sign-in"),
      hasFreeText: fc.boolean(),
      hasMedia: fc.boolean(),
      isNamed: fc.boolean(),
      isSealed: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (given) => {
        if (computeLabel(given).code !== "anonymous") return;
        expect(given).toMatchObject({
          isSealed: true,
          isNamed: false,
          hasFreeText: false,
          hasMedia: false,
        });
      }),
    );
  });
});

it("is anonymous from the day that it named, however the keys came", () => {
  for (const keys of ["pile", "listed", "posted", "sign-in"] as const) {
    const tracesGoneOn = new Date("2026-04-20T00:00:00Z");
    expect(computeLabel({ ...PLAIN, keys, isSealed: false, tracesGoneOn }).until).toBe(tracesGoneOn);
    expect(computeLabel({ ...PLAIN, keys, tracesGoneOn }).code).toBe("anonymous");
  }
});

describe("the words of a label", () => {
  const codes: LabelCode[] = ["counters", "anonymous", "confidential", "named"];

  it("are there for children and adults in both languages, and say the word only when it is true", () => {
    for (const locale of ["da", "en"] as const)
      for (const audience of ["child", "adult"] as const)
        for (const code of codes) {
          const { title, sentences, helperSentence } = labelSentences({ code }, { locale, audience });
          expect(title).not.toBe("");
          expect(sentences.length).toBeGreaterThan(0);
          expect(helperSentence).not.toBe("");
          const isAnonymous = code === "anonymous" || code === "counters";
          expect(/anonym/i.test(title ?? "")).toBe(isAnonymous);
        }
  });

  it("name the day on which a confidential answer becomes anonymous, in Danish time", () => {
    const label = { code: "confidential", until: new Date("2026-03-05T23:30:00Z") } as const;
    expect(labelSentences(label, { locale: "da", audience: "child" }).title).toBe(
      "Fortroligt – bliver anonymt 6.\u00a0marts",
    );
  });

  it("say to young children neither dates nor words they do not know, in every language", () => {
    const until = new Date("2026-03-20T12:00:00Z");
    for (const locale of LANGUAGES)
      for (const [band, most] of [
        ["3-5", 1],
        ["6-9", 2],
      ] as const)
        for (const code of ["counters", "anonymous", "confidential"] as const) {
          const { title, sentences } = labelSentences({ code, until }, { audience: "child", locale, band });
          expect(title).toBeUndefined();
          expect(sentences.length).toBeLessThanOrEqual(most);
          expect(sentences.join()).not.toMatch(/\d|anonym|fortrolig|confidential/i);
        }
  });

  it("tell who is on a list of cards that it is, and nobody that its name is nowhere who is on one", () => {
    for (const keys of ["listed", "posted", "sign-in"] as const) {
      const label = computeLabel({ ...PLAIN, keys, isSealed: false });
      for (const locale of LANGUAGES) {
        const nowhere = labelSentences({ code: "confidential" }, { audience: "child", locale }).sentences[0];
        expect(labelSentences(label, { audience: "child", locale }).sentences).not.toContain(nowhere);
      }
      expect(labelSentences(label, { audience: "child", locale: "da", band: "13-18" }).sentences[0]).toMatch(
        /på en liste/,
      );
    }
  });
});
