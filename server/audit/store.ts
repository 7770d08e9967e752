/**
 * The audit in MongoDB: entries are inserted under their number and never touched again. Of two writers of one number one is
 * told, reads the end again and goes on from there. The end is kept once more in the secrets' database: who cuts entries off
 * leaves it behind.
 */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import { ROLES } from "../accounts/contract";
import { isDuplicateKey } from "../database/database-problem";
import { ACTOR_KINDS, PHASES } from "./contract";
import type { Entry } from "./contract";
import type { Tail } from "./rules";

type StoredEntry = Omit<Entry, "number"> & { readonly _id: number };

interface StoredTail extends Tail {
  readonly _id: string;
  /** Every intention up to this number has been answered. */
  readonly answeredTo?: number;
}

const text = { type: String, required: true } as const;
const part = { _id: false, id: false } as const;
const schema = new Schema<StoredEntry>(
  {
    _id: { type: Number, required: true },
    at: text,
    actor: new Schema({ kind: { ...text, enum: ACTOR_KINDS }, id: String, role: { type: String, enum: ROLES } }, part),
    verb: text,
    subject: new Schema({ kind: text, id: text }, part),
    institution: String,
    phase: { ...text, enum: PHASES },
    of: Number,
    code: String,
    previous: text,
    hash: text,
  },
  { versionKey: false, strict: "throw" },
);
schema.index({ of: 1 });
schema.index({ "actor.id": 1, _id: -1 });
schema.index({ institution: 1, _id: -1 });
const tailSchema = new Schema<StoredTail>(
  { _id: text, number: { type: Number, required: true }, hash: text, answeredTo: Number },
  { versionKey: false, strict: "throw" },
);

const THE_TAIL = "audit";
const toEntry = ({ _id, ...rest }: StoredEntry): Entry => ({ number: _id, ...rest });

export interface StoredFilter {
  readonly verb?: string;
  readonly user?: string;
  readonly institution?: string;
  /** ISO 8601; from included, to not. */
  readonly from?: string;
  readonly to?: string;
  readonly before?: number;
}

function queryOf({ verb, user, institution, from, to, before }: StoredFilter): object {
  // A noun's verbs all begin with it and a full stop, and `/` is the sign after that.
  const named = verb && (verb.includes(".") ? verb : { $gte: `${verb}.`, $lt: `${verb}/` });
  return {
    phase: "intended",
    ...(named && { verb: named }),
    ...(user && { "actor.id": user }),
    ...(institution && { institution }),
    ...((from ?? to) && { at: { ...(from && { $gte: from }), ...(to && { $lt: to }) } }),
    ...(before !== undefined && { _id: { $lt: before } }),
  };
}

export type AuditStore = ReturnType<typeof createAuditStore>;

export function createAuditStore(connection: Connection, secretsConnection: Connection) {
  const entries = connection.model<StoredEntry>("AuditEntry", schema, "audit");
  const tails = secretsConnection.model<StoredTail>("AuditTail", tailSchema, "auditTail");
  const first = async (found: Promise<StoredEntry | null>): Promise<Entry | undefined> => {
    const one = await found;
    return one ? toEntry(one) : undefined;
  };
  return {
    async prepare(): Promise<void> {
      await entries.createIndexes();
    },
    /** False when the number of one of them is taken; those before it are kept. */
    async insert(list: readonly Entry[]): Promise<boolean> {
      try {
        await entries.insertMany(
          list.map(({ number, ...rest }) => ({ _id: number, ...rest })),
          { ordered: true },
        );
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    findLast: () => first(entries.findOne().sort({ _id: -1 }).lean<StoredEntry>().exec()),
    /** In the order of the chain, from the number after `number`. */
    async listAfter(number: number, most: number): Promise<Entry[]> {
      const found = await entries
        .find({ _id: { $gt: number } })
        .sort({ _id: 1 })
        .limit(most)
        .lean<StoredEntry[]>();
      return found.map(toEntry);
    },
    /** Intentions, the latest first. */
    async listIntended(filter: StoredFilter, most: number): Promise<Entry[]> {
      const found = await entries.find(queryOf(filter)).sort({ _id: -1 }).limit(most).lean<StoredEntry[]>();
      return found.map(toEntry);
    },
    async listAnswers(numbers: readonly number[]): Promise<Entry[]> {
      const found = await entries
        .find({ of: { $in: [...numbers] } })
        .sort({ _id: 1 })
        .lean<StoredEntry[]>();
      return found.map(toEntry);
    },
    async findTail(): Promise<StoredTail | undefined> {
      return (await tails.findById(THE_TAIL).lean<StoredTail>()) ?? undefined;
    },
    /** Unless the end is further on already. */
    async keepTail({ number, hash }: Tail): Promise<void> {
      try {
        const earlier = { _id: THE_TAIL, number: { $lt: number } };
        await tails.updateOne(earlier, { $set: { number, hash } }, { upsert: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    async keepAnsweredTo(answeredTo: number): Promise<void> {
      await tails.updateOne({ _id: THE_TAIL }, { $set: { answeredTo } });
    },
  };
}
