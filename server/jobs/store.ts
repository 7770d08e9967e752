/**
 * Jobs in MongoDB, each a document of its own. Whoever takes one takes it in one atomic update, with a lease; whoever comes too
 * late finds it taken.
 */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import type { Run } from "./contract";
import { OUTCOMES } from "./contract";

export interface StoredJob {
  readonly _id: string;
  readonly dueAt: Date;
  /** In the past where nobody does it. */
  readonly leaseUntil: Date;
  readonly holder?: string;
  readonly startedAt?: Date;
  /** Where a run that was cut off goes on. */
  readonly cursor?: string;
  readonly runs: readonly Run[];
}

const NOBODYS = new Date(0);
const MOST_RUNS = 20;

const text = { type: String, required: true } as const;
const time = { type: Date, required: true } as const;
const schema = new Schema<StoredJob>(
  {
    _id: text,
    dueAt: time,
    leaseUntil: time,
    holder: String,
    startedAt: Date,
    cursor: String,
    runs: [
      new Schema<Run>(
        { startedAt: text, endedAt: text, outcome: { ...text, enum: OUTCOMES }, count: Number },
        { _id: false, id: false },
      ),
    ],
  },
  { versionKey: false, strict: "throw" },
);
schema.index({ dueAt: 1 });

export type JobStore = ReturnType<typeof createJobStore>;

export function createJobStore(connection: Connection) {
  const jobs = connection.model<StoredJob>("Job", schema, "jobs");
  return {
    async prepare(): Promise<void> {
      await jobs.createIndexes();
    },
    /** One that is known keeps its times. */
    async add(name: string, dueAt: Date): Promise<void> {
      await jobs.updateOne({ _id: name }, { $setOnInsert: { dueAt, leaseUntil: NOBODYS, runs: [] } }, { upsert: true });
    },
    /** Of those that are due and nobody's, the one that has waited longest. */
    take: (names: readonly string[], holder: string, now: Date, leaseUntil: Date) =>
      jobs
        .findOneAndUpdate(
          { _id: { $in: [...names] }, dueAt: { $lte: now }, leaseUntil: { $lte: now } },
          { $set: { holder, leaseUntil, startedAt: now } },
          { sort: { dueAt: 1 }, returnDocument: "after" },
        )
        .lean<StoredJob>()
        .exec(),
    /** False when another has taken it over. */
    async renew(name: string, holder: string, leaseUntil: Date): Promise<boolean> {
      return (await jobs.updateOne({ _id: name, holder }, { $set: { leaseUntil } })).matchedCount === 1;
    },
    async keepCursor(name: string, holder: string, cursor: string): Promise<void> {
      await jobs.updateOne({ _id: name, holder }, { $set: { cursor } });
    },
    /** Without `dueAt` it stays due, and goes on where it was. */
    async end(name: string, holder: string, { run, dueAt }: { run: Run; dueAt?: Date }): Promise<void> {
      await jobs.updateOne(
        { _id: name, holder },
        {
          $set: { leaseUntil: NOBODYS, ...(dueAt && { dueAt }) },
          $unset: { holder: 1, startedAt: 1, ...(dueAt && { cursor: 1 }) },
          $push: { runs: { $each: [run], $slice: -MOST_RUNS } },
        },
      );
    },
    list: (names: readonly string[]) =>
      jobs
        .find({ _id: { $in: [...names] } })
        .lean<StoredJob[]>()
        .exec(),
  };
}
