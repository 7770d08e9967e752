/** Documents like the application's answers, and the driver's way to them. */
import { createHash, randomBytes } from "node:crypto";
import { MongoClient } from "mongodb";
import type { Collection } from "mongodb";

export interface BenchDocument {
  readonly _id: string;
  readonly key: string;
  readonly round: string;
  readonly institution: string;
  readonly group: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly n: number;
}

export type Documents = Collection<BenchDocument>;

export const CONNECTIONS = 16;
/** So many rounds that one of them has a tenth of the documents. */
const ROUNDS = 10;
const INSTITUTIONS = 40;
const GROUPS = 7;
const BATCH = 5000;
const LOADED_WITHIN_MS = 600_000;
const ANSWERS = ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"];

/** 22 characters that look random and are the same each time. */
export const keyOf = (number: number): string => createHash("md5").update(String(number)).digest("base64url");

export const roundOf = (number: number): string => `r${number % ROUNDS}`;

export function aDocument(number: number, round = roundOf(number)): BenchDocument {
  const answers = ANSWERS.map((question, at) => [question, "abcde"[(number >> at) % 5] ?? ""] as const);
  return {
    _id: randomBytes(16).toString("base64url"),
    key: keyOf(number),
    round,
    institution: `i${Math.floor(number / ROUNDS) % INSTITUTIONS}`,
    group: `g${number % GROUPS}`,
    answers: Object.fromEntries(answers),
    n: number,
  };
}

/** A command that hangs is an error, never a benchmark without an end. */
export function connect(url: string): Promise<MongoClient> {
  const limits = { serverSelectionTimeoutMS: 10_000, socketTimeoutMS: 60_000 };
  return new MongoClient(url, { ...limits, maxPoolSize: CONNECTIONS, writeConcern: { w: "majority" } }).connect();
}

/** A database for each size: an environment of its own in the store. */
export const documentsOf = (client: MongoClient, database: string): Documents =>
  client.db(database).collection<BenchDocument>("responses");

/** With its indexes made first, as the application does; in batches. Gives the seconds it took. */
export async function loadDocuments(documents: Documents, count: number): Promise<number> {
  const startedAt = performance.now();
  await documents.createIndexes([
    { key: { round: 1, institution: 1 }, name: "round_1_institution_1" },
    { key: { key: 1 }, name: "key_1", unique: true },
  ]);
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => aDocument(from + at));
    await documents.insertMany(batch, { ordered: false });
    if (performance.now() - startedAt > LOADED_WITHIN_MS)
      throw new Error(`Only ${from} documents were loaded in time.`);
  }
  return (performance.now() - startedAt) / 1000;
}
