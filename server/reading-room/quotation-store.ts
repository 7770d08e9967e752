/**
 * Quotations in MongoDB: one document for an institution in a round, so that what is released and what is taken back is one
 * atomic update with its version. They stand apart from writings, which sealing deletes, and from releases, which never change.
 */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import type { FormName } from "#surveys/paper/form";
import { FORM_NAMES } from "#surveys/paper/form";
import { LANGUAGES } from "#surveys/paper/language";
import { THEMES } from "#surveys/paper/paper";
import { isDuplicateKey } from "../database/database-problem";
import type { ShownQuotation } from "./contract";

/** The form decides from how many answers on it is shown; it is never told. */
export interface StoredQuotation extends ShownQuotation {
  readonly form: FormName;
}

export interface StoredQuotations {
  readonly _id: string;
  readonly round: string;
  readonly institution: string;
  readonly version: number;
  readonly quotations: readonly StoredQuotation[];
}

const text = { type: String, required: true } as const;
const quotation = new Schema<StoredQuotation>(
  {
    id: text,
    text,
    language: { type: String, enum: LANGUAGES, required: true },
    theme: { type: String, enum: THEMES, required: true },
    form: { type: String, enum: FORM_NAMES, required: true },
  },
  { _id: false, id: false },
);
const schema = new Schema<StoredQuotations>(
  { _id: text, round: text, institution: text, version: { type: Number, required: true }, quotations: [quotation] },
  { versionKey: false, strict: "throw" },
);
schema.index({ round: 1 });

interface Place {
  readonly round: string;
  readonly institution: string;
}
const idOf = ({ round, institution }: Place) => `${round}:${institution}`;

export type QuotationStore = ReturnType<typeof createQuotationStore>;

export function createQuotationStore(connection: Connection) {
  const shown = connection.model<StoredQuotations>("Quotations", schema, "quotations");
  return {
    async prepare(): Promise<void> {
      await shown.createIndexes();
    },
    find: (place: Place) => shown.findById(idOf(place)).lean<StoredQuotations>().exec(),
    listOf: (rounds: readonly string[]) =>
      shown
        .find({ round: { $in: [...rounds] } })
        .lean<StoredQuotations[]>()
        .exec(),
    /** Once, however often it is asked for. */
    async add(place: Place, one: StoredQuotation): Promise<void> {
      const _id = idOf(place);
      try {
        await shown.create([{ _id, round: place.round, institution: place.institution, version: 0, quotations: [] }]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      await shown.updateOne(
        { _id, "quotations.id": { $ne: one.id } },
        { $push: { quotations: one }, $inc: { version: 1 } },
      );
    },
    /** False when it was not there any more. */
    async takeBack(place: Place, id: string): Promise<boolean> {
      const { matchedCount } = await shown.updateOne(
        { _id: idOf(place), "quotations.id": id },
        { $pull: { quotations: { id } }, $inc: { version: 1 } },
      );
      return matchedCount === 1;
    },
  };
}
