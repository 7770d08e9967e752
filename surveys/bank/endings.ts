/**
 * How an item's sentence ends: "De fleste børn (7 ud af 10)" + "har nogen at være sammen med". Beside the bank and not in it: a
 * published survey never changes, its sentences may be put better. Small, in the adults' two languages: a server reads it
 * at start, without the bank.
 */
import { z } from "zod";
import { FORM_NAMES } from "../paper/form";
import type { FormName } from "../paper/form";
import type { LocalText } from "../paper/local-text";
import type { ScoredItem } from "../paper/scoring-key";
import { answersGiven, quoted } from "../scoring/answer-sides";
import type { Side } from "../scoring/answer-sides";
import json from "./endings.json" with { type: "json" };

const text = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });

const endingShape = z.strictObject({
  /** What the favourable answers say. */
  favourable: text,
  /** What the answers on the other side of the middle say. */
  opposite: text,
  /** Every form that has these endings, with others where its question means something else. */
  forms: z.partialRecord(
    z.enum(FORM_NAMES),
    z.strictObject({
      /**
       * The Danish question that they complete; several, where published versions word the same question otherwise. An item
       * of the same name that asks something else has no ending.
       */
      asked: z.union([z.string().min(1), z.array(z.string().min(1)).min(2)]),
      favourable: text.optional(),
      opposite: text.optional(),
    }),
  ),
});
const endingsShape = z.record(z.string(), endingShape);

/** By the item's name. */
export type Endings = Readonly<Record<string, z.infer<typeof endingShape>>>;

/** Throws an Error that says where the file is wrong and why. */
export function loadEndings(given: unknown): Endings {
  const { success, data, error } = endingsShape.safeParse(given);
  if (!success) throw new Error(`These are no endings of sentences.\n${z.prettifyError(error)}`);
  return data;
}

export const endings: Endings = loadEndings(json);

/** What was written for this item in this form; undefined where nothing was, or for another question. */
export function writtenEnding(item: ScoredItem, form: FormName, side: Side, among = endings): LocalText | undefined {
  const written = Object.hasOwn(among, item.name) ? among[item.name] : undefined;
  const own = written?.forms[form];
  return own && [own.asked].flat().includes(item.question.da) ? (own[side] ?? written?.[side]) : undefined;
}

/** Always a true end of the sentence: of an item that nobody has written one for, what was answered to what. */
export function endingOf(item: ScoredItem, form: FormName, side: Side, among = endings): LocalText {
  const given = answersGiven(item, side);
  return (
    writtenEnding(item, form, side, among) ?? {
      da: `${given.da} til ${quoted(item.question.da, "da")}`,
      en: `${given.en} to ${quoted(item.question.en, "en")}`,
    }
  );
}
