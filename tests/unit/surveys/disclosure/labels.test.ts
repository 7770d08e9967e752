/** Promises follow from how something is stored, and never get weaker. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LabelCode, StorageFacts } from "../../../../surveys/disclosure/labels";
import { computeLabel, labelSentences } from "../../../../surveys/disclosure/labels";

const PLAIN: StorageFacts = {
  storesPerChild: true,
  keys: "pile",
  hasFreeText: false,
  hasMedia: false,
  isNamed: false,
  isSealed: true,
  helper: false,
};

describe("the label", () => {
  it.each([
    ["sealed, from a pile, without text", {}, "anonymous"],
    ["not sealed yet", { isSealed: false }, "confidential"],
    ["listed keys", { keys: "listed" }, "confidential"],
    ["posted keys", { keys: "posted" }, "confidential"],
    ["keys from a sign-in", { keys: "sign-in" }, "confidential"],
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
      helper: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (given) => {
        if (computeLabel(given).code !== "anonymous") return;
        expect(given).toMatchObject({
          isSealed: true,
          isNamed: false,
          hasFreeText: false,
          hasMedia: false,
          keys: "pile",
        });
      }),
    );
  });
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
          expect(/anonym/i.test(title)).toBe(isAnonymous);
        }
  });

  it("name the day on which a confidential answer becomes anonymous, in Danish time", () => {
    const label = { code: "confidential", until: new Date("2026-03-05T23:30:00Z") } as const;
    expect(labelSentences(label, { locale: "da", audience: "child" }).title).toBe(
      "Fortroligt – bliver anonymt 6.\u00a0marts",
    );
  });
});
