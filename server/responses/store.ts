/**
 * Answers in MongoDB: before sealing under the id the device made, after sealing under a new random one in another
 * collection. No time, address, ObjectId, language or mode stands with an answer; those are tallies of an institution.
 */
import { Schema } from "mongoose";
import type { Connection, mongo } from "mongoose";
import type { FormName } from "#surveys/paper/form";
import type { Answers, NonAnswers } from "#surveys/paper/paper";
import { FORM_NAMES } from "#surveys/paper/form";
import type { Language } from "#surveys/paper/language";
import { isDuplicateKey } from "../database/database-problem";
import type { HelperDeed, Mode } from "./contract";
import { HELPER_DEEDS } from "./contract";

export interface StoredResponse {
  readonly _id: string;
  readonly round: string;
  readonly band: FormName;
  readonly group: string;
  readonly institution: string;
  readonly answers: Answers;
  readonly nonAnswers: NonAnswers;
  readonly helper: HelperDeed;
}

const text = { type: String, required: true } as const;
const fields = {
  _id: text,
  round: text,
  band: { type: String, enum: FORM_NAMES, required: true },
  group: text,
  institution: text,
  // Checked by the survey's validator before it comes here; Mongoose need not look again.
  answers: { type: Schema.Types.Mixed, required: true },
  nonAnswers: { type: Schema.Types.Mixed, required: true },
  helper: { type: String, enum: HELPER_DEEDS, required: true },
} as const;
const options = { versionKey: false, strict: "throw", minimize: false } as const;
const schema = new Schema<StoredResponse>(fields, options);
schema.index({ round: 1, institution: 1 });

/** A sealed answer says which copy of its round it belongs to; sealing chooses one copy, whoever made it. */
type SealedResponse = StoredResponse & { readonly copy: string };
const sealedSchema = new Schema<SealedResponse>({ ...fields, copy: text }, options);
sealedSchema.index({ round: 1, copy: 1 });
const copySchema = new Schema({ _id: text, copy: text }, { versionKey: false, strict: "throw" });

const counts = { type: Map, of: Number, required: true } as const;
const tallySchema = new Schema(
  { _id: text, round: text, institution: text, locales: counts, modes: counts },
  { versionKey: false },
);

const COPIED_AT_ONCE = 500;

/** Some at a time, so that others' requests have their turns. */
async function insertByAndBy(
  sealed: Pick<mongo.Collection<SealedResponse>, "insertMany">,
  copy: string,
  list: readonly StoredResponse[],
): Promise<void> {
  for (let from = 0; from < list.length; from += COPIED_AT_ONCE)
    await sealed.insertMany(list.slice(from, from + COPIED_AT_ONCE).map((one) => ({ ...one, copy })));
}

/** Where answers are looked for before sealing. */
export type OpenScope = Pick<StoredResponse, "round" | "institution" | "group">;

export type ResponseStore = ReturnType<typeof createResponseStore>;

export function createResponseStore(connection: Connection) {
  const responses = connection.model<StoredResponse>("Response", schema, "responses");
  const sealed = connection.model<SealedResponse>("SealedResponse", sealedSchema, "sealedResponses");
  const copies = connection.model("SealedCopy", copySchema, "sealedCopies");
  // Past Mongoose's casting: what is stored has been checked by the survey's validator, and intake is the busiest path.
  const plain = connection.collection<StoredResponse>("responses");
  const plainSealed = connection.collection<SealedResponse>("sealedResponses");
  const tallies = connection.model("Tally", tallySchema, "tallies");

  async function findCopy(round: string): Promise<string | undefined> {
    return (await copies.findById(round).lean<{ copy: string }>())?.copy;
  }

  return {
    async prepare(): Promise<void> {
      await responses.createIndexes();
      await sealed.createIndexes();
    },
    /** False when a response with this id is stored already. */
    async insert(response: StoredResponse): Promise<boolean> {
      try {
        await plain.insertOne(response);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    find: (id: string) => responses.findById(id).lean<StoredResponse>().exec(),
    async listOpenIds({ round, institution, group }: OpenScope): Promise<string[]> {
      const found = await responses.find({ round, institution, group }).select({ _id: 1 }).lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
    listOpen: (round: string) => responses.find({ round }).lean<StoredResponse[]>().exec(),
    async withdraw(id: string): Promise<void> {
      await responses.deleteOne({ _id: id });
    },
    /** The answers of the copy that was chosen; empty before. */
    async listSealed(round: string): Promise<StoredResponse[]> {
      const copy = await findCopy(round);
      return copy ? sealed.find({ round, copy }).select({ copy: 0 }).lean<StoredResponse[]>() : [];
    },
    addCopy: (copy: string, list: readonly StoredResponse[]) => insertByAndBy(plainSealed, copy, list),
    findCopy,
    /** The first copy chosen for a round stays; gives the one that holds. */
    async chooseCopy(round: string, copy: string): Promise<string> {
      await copies.updateOne({ _id: round }, { $setOnInsert: { copy } }, { upsert: true });
      const chosen = await findCopy(round);
      if (chosen === undefined) throw new Error(`The copy that was chosen for round ${round} cannot be read.`);
      return chosen;
    },
    async dropOtherCopies(round: string, copy: string): Promise<void> {
      await sealed.deleteMany({ round, copy: { $ne: copy } });
    },
    async deleteOpen(round: string): Promise<void> {
      await responses.deleteMany({ round });
    },
    async countByInstitution(round: string): Promise<Map<string, number>> {
      const rows = await responses.aggregate<{ _id: string; heard: number }>([
        { $match: { round } },
        { $group: { _id: "$institution", heard: { $sum: 1 } } },
      ]);
      return new Map(rows.map(({ _id, heard }) => [_id, heard]));
    },
    async tally(response: StoredResponse, locale: Language, mode: Mode): Promise<void> {
      const { round, institution } = response;
      await tallies.updateOne(
        { _id: `${round}:${institution}` },
        { $inc: { [`locales.${locale}`]: 1, [`modes.${mode}`]: 1 }, $setOnInsert: { round, institution } },
        { upsert: true },
      );
    },
  };
}
