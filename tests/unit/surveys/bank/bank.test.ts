/** The item bank: every file is in it, and what adults are asked keeps to its own side. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bank, loadItem } from "#surveys/bank/bank";
import type { BankItem } from "#surveys/bank/item-shape";
import type { Audience, FormName } from "#surveys/paper/form";
import { audienceOf, FORM_NAMES } from "#surveys/paper/form";
import answerSets from "../../../../surveys/scales/answer-sets.json" with { type: "json" };

const formsOf = ({ forms }: BankItem): FormName[] => FORM_NAMES.filter((form) => forms[form]);
const audiencesOf = (item: BankItem): Audience[] => [...new Set(formsOf(item).map(audienceOf))];
const adults = bank.filter((item) => !audiencesOf(item).includes("child"));

describe("the bank", () => {
  it("has every file of the folder: its index is what `npm run index:bank` makes", async () => {
    // A script without types of its own.
    const script = (await import("../../../../scripts/index-bank.mjs" as string)) as {
      buildIndex(names: readonly string[]): string;
      readItemNames(): string[];
    };
    const names = script.readItemNames();
    expect(readFileSync("surveys/bank/items/index.ts", "utf8")).toBe(script.buildIndex(names));
    expect(bank.map(({ name }) => name).sort()).toEqual(names.sort());
  });

  it("says which item is wrong, where and why", () => {
    const [first] = bank;
    expect(() => loadItem("first", { ...first, theme: "weather" })).toThrow(/The item first is wrong[^]*theme/);
  });

  it("names answer sets that exist", () => {
    const named = bank.flatMap(({ forms }) => Object.values(forms).flatMap((form) => form?.answerSet ?? []));
    expect(named.filter((name) => !Object.hasOwn(answerSets, name))).toEqual([]);
  });

  it("shows again, a little and something else in the question's own scene", () => {
    const again = bank.flatMap(({ name, forms }) =>
      Object.values(forms).flatMap((form) => (form?.scale === "again" ? [{ name, ...form }] : [])),
    );
    expect(again.length).toBeGreaterThan(0);
    expect(again.filter(({ answerChanges }) => !answerChanges).map(({ name }) => name)).toEqual([]);
  });

  it("never asks children and adults, or two kinds of adults, by the same item", () => {
    expect(bank.filter((item) => audiencesOf(item).length !== 1).map(({ name }) => name)).toEqual([]);
  });

  it("keeps what parents say in X, what adults saw in Y, and what staff say in no index", () => {
    const OWN: Record<Audience, readonly unknown[]> = {
      child: ["W1", "W2", "W3", "W4", "W5", "P1", "P2", undefined],
      observer: ["Y"],
      parent: ["X", undefined],
      staff: [undefined],
    };
    const strays = bank.filter((item) => audiencesOf(item).some((audience) => !OWN[audience].includes(item.index)));
    expect(strays.map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ["0-2", 10],
    ["parents-0-2", 15],
    ["parents-3-6", 15],
    ["parents-7-16", 15],
    ["staff", 10],
  ] as const)("has enough items for the form %s", (form, least) => {
    expect(bank.filter(({ forms }) => forms[form]).length).toBeGreaterThanOrEqual(least);
  });

  it("measures the index X of every parents' form by the same items", () => {
    const index = bank.filter((item) => item.index === "X");
    expect(index.length).toBeGreaterThanOrEqual(5);
    for (const item of index) expect(formsOf(item)).toEqual(["parents-0-2", "parents-3-6", "parents-7-16"]);
  });
});

describe.each(adults)("$name", (item) => {
  const questions = Object.values(item.forms).flatMap((form) => Object.values(form?.wording ?? {}));

  it("asks in at most 20 words, without a negation, and stresses what stands there", () => {
    for (const { question, stress = "" } of questions) {
      expect(question.split(/\s+/).length).toBeLessThanOrEqual(20);
      expect(question).not.toMatch(/(?<!\p{L})(ikke|aldrig|ingen|intet|uden|not|never|no|none|without)(?!\p{L})/iu);
      expect(question).toContain(stress);
    }
  });
});

it("every sign is something seen in the last seven days, not a finding", () => {
  const signs = bank.flatMap(({ forms }) => forms["0-2"] ?? []);
  for (const { scale, answerSet, wording } of signs) {
    expect([scale, answerSet]).toEqual(["options", "seen"]);
    expect(wording.da?.question).toMatch(/^Hvor ofte har du i de sidste 7 dage set barnet /);
  }
});
