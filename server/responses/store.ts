/**
 * Answers in MongoDB, under the ids the devices made, until they are counted at sealing. No time, address, ObjectId,
 * language or mode stands with an answer; those are tallies (`tally-store.ts`).
 */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import type { FormName } from "#surveys/paper/form";
import type { Answers, NonAnswers } from "#surveys/paper/paper";
import { FORM_NAMES } from "#surveys/paper/form";
import { isDuplicateKey } from "../database/database-problem";
import type { HeardGroup } from "../sealing/contract";
import type { FormScope, HelperDeed } from "./contract";
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
// Sealing reads one institution's form at a time.
schema.index({ round: 1, institution: 1, band: 1 });

/** Where answers are looked for before sealing. */
export type OpenScope = Pick<StoredResponse, "round" | "institution" | "group">;

/** Answers in memory at a time while a form is counted. */
const AT_ONCE = 500;

export type ResponseStore = ReturnType<typeof createResponseStore>;

export function createResponseStore(connection: Connection) {
  const responses = connection.model<StoredResponse>("Response", schema, "responses");
  // Past Mongoose's casting: what is stored has been checked by the survey's validator, and intake is the busiest path.
  const plain = connection.collection<StoredResponse>("responses");

  return {
    async prepare(): Promise<void> {
      await responses.createIndexes();
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
    /** Of a round that is over, all at once: only the demo has answers that came through no door. */
    async insertAll(list: readonly StoredResponse[]): Promise<void> {
      if (list.length > 0) await plain.insertMany([...list]);
    },
    find: (id: string) => responses.findById(id).lean<StoredResponse>().exec(),
    async listOpenIds({ round, institution, group }: OpenScope): Promise<string[]> {
      const found = await responses.find({ round, institution, group }).select({ _id: 1 }).lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
    /** One after the other, a batch in memory at a time. */
    async eachOpen(scope: FormScope, each: (response: StoredResponse) => void): Promise<void> {
      for await (const response of plain.find(scope, { batchSize: AT_ONCE })) each(response);
    },
    async withdraw(id: string): Promise<void> {
      await responses.deleteOne({ _id: id });
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
    /** How many took part, of each group of each form. */
    async countByGroup(round: string): Promise<HeardGroup[]> {
      const rows = await responses.aggregate<{ _id: Omit<HeardGroup, "participants">; participants: number }>([
        { $match: { round } },
        {
          $group: {
            _id: { institution: "$institution", form: "$band", group: "$group" },
            participants: { $sum: 1 },
          },
        },
      ]);
      return rows.map(({ _id, participants }) => ({ ..._id, participants }));
    },
  };
}
