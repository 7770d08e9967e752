/** How the bank words what it asks (docs/wording.md), in Danish and English: kinds of faults that were mended stay away. */
import { describe, expect, it } from "vitest";
import { bank } from "#surveys/bank/bank";
import type { BankForm } from "#surveys/bank/item-shape";
import type { FormName } from "#surveys/paper/form";
import { FORM_NAMES } from "#surveys/paper/form";
import answerSets from "../../../../surveys/scales/answer-sets.json" with { type: "json" };

const LOCALES = ["da", "en"] as const;

interface Asked {
  readonly where: string;
  readonly form: FormName;
  readonly scale: BankForm["scale"];
  readonly question: string;
  readonly labels: readonly string[];
}

const asked: readonly Asked[] = bank.flatMap(({ name, forms }) =>
  FORM_NAMES.flatMap((form) =>
    LOCALES.flatMap((locale): Asked[] => {
      const words = forms[form]?.wording[locale];
      if (!forms[form] || !words) return [];
      const labels = Object.values(words.answers ?? {}).map(({ label }) => label);
      return [{ where: `${name} ${form} ${locale}`, form, scale: forms[form].scale, question: words.question, labels }];
    }),
  ),
);

const sets: readonly Pick<Asked, "where" | "labels">[] = Object.entries(answerSets).flatMap(([name, { wording }]) =>
  LOCALES.map((locale) => ({ where: `${name} ${locale}`, labels: Object.values<string>(wording[locale].answers) })),
);

const where = (found: readonly Pick<Asked, "where">[]): string[] => found.map((one) => one.where);

describe("a question", () => {
  it("asks about the matter, never who looks like the child", () => {
    expect(where(asked.filter(({ question }) => /ligner dig|like you\b/i.test(question)))).toEqual([]);
  });

  it("does not lead with a nice word", () => {
    const leading = /^(?:hvor|er det|how|is it) (?:hyggelig|dejlig|rar|sød|nice|lovely|kind)/i;
    expect(where(asked.filter(({ question }) => leading.test(question)))).toEqual([]);
  });

  it("of a ladder names both its ends", () => {
    const ladders = asked.filter(({ scale }) => scale === "ladder");
    expect(ladders.length).toBeGreaterThan(0);
    const both = /øverst.*nederst|top.*bottom/i;
    expect(where(ladders.filter(({ question }) => !both.test(question)))).toEqual([]);
  });
});

describe("the answers", () => {
  it("begin with a yes all or none", () => {
    const isYes = (label: string): boolean => /^(?:ja|yes)(?!\p{L})/iu.test(label);
    const lopsided = [...asked, ...sets].filter(({ labels }) => labels.some(isYes) && !labels.every(isYes));
    expect(where(lopsided)).toEqual([]);
  });

  it("of children below ten are steps, not superlatives", () => {
    const most = /(?<!det )(?<!\p{L})(?:mest|mostly)(?!\p{L})/iu;
    const young = asked.filter(({ form }) => ["3", "3-5", "6-9"].includes(form));
    expect(where(young.filter(({ labels }) => labels.some((label) => most.test(label))))).toEqual([]);
  });

  it("of an item are on the same scale at 10-12 and 13-18", () => {
    const scaleOf = (form: BankForm | undefined) => form && [form.scale, form.answerSet];
    const moved = bank.filter(({ forms }) => {
      const [younger, older] = [scaleOf(forms["10-12"]), scaleOf(forms["13-18"])];
      return younger && older && String(younger) !== String(older);
    });
    expect(moved.map(({ name }) => name)).toEqual([]);
  });

  it("of an amount answer a question of how much, of a frequency or of agreement a statement", () => {
    const older = bank.flatMap(({ name, forms }) =>
      (["10-12", "13-18"] as const).flatMap((form) => {
        const { answerSet, wording } = forms[form] ?? {};
        return answerSet && answerSet !== "ladder"
          ? [{ where: `${name} ${form}`, answerSet, question: wording?.da?.question ?? "" }]
          : [];
      }),
    );
    const misfits = older.filter(({ answerSet, question }) =>
      answerSet === "amount" ? !/^Hvor .*\?$/.test(question) : !/\.$/.test(question),
    );
    expect(where(misfits.map((one) => ({ where: one.where })))).toEqual([]);
  });
});
