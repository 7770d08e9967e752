/** Codes in MongoDB, each under itself, so that none is there twice, and one for an institution in a round. Never changed. */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import { isDuplicateKey } from "../database/database-problem";

export interface StoredResultCode {
  /** The code. */
  readonly _id: string;
  readonly round: string;
  readonly institution: string;
}

const text = { type: String, required: true } as const;
const schema = new Schema<StoredResultCode>(
  { _id: text, round: text, institution: text },
  { versionKey: false, strict: "throw" },
);
schema.index({ round: 1, institution: 1 }, { unique: true });

export type ResultCodeStore = ReturnType<typeof createResultCodeStore>;

export function createResultCodeStore(connection: Connection) {
  const codes = connection.model<StoredResultCode>("ResultCode", schema, "resultCodes");
  return {
    async prepare(): Promise<void> {
      await codes.createIndexes();
    },
    /** Those that are new; where a code is taken, or an institution has one, what is there stays. */
    async insertNew(list: readonly StoredResultCode[]): Promise<void> {
      try {
        await codes.insertMany(list, { ordered: false });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    async find(code: string): Promise<StoredResultCode | undefined> {
      return (await codes.findById(code).lean<StoredResultCode>()) ?? undefined;
    },
    listOf: (rounds: readonly string[]) =>
      codes
        .find({ round: { $in: [...rounds] } })
        .lean<StoredResultCode[]>()
        .exec(),
  };
}
