/**
 * By what the data recognise the pepper their keys were hashed under: a salted scrypt of it, so that a process with another
 * one, which would answer "unknown" to every card, does not start. Slow on purpose: it tells a guesser less than any card.
 */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import type { Database } from "./connect";
import { dbOf } from "./connect";
import { isDuplicateKey } from "./database-problem";

interface Mark {
  readonly _id: string;
  readonly salt: string;
  readonly hash: string;
}

export const PEPPER_MARKS = "pepperMarks";
const THE_MARK = "pepper";
const COST = { N: 2 ** 14, r: 8, p: 1 } as const;

export type PepperState = "known" | "other" | "none";

type Main = Pick<Database, "main">;

const marksOf = ({ main }: Main) => dbOf(main).collection<Mark>(PEPPER_MARKS);

function hashOf(pepper: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pepper, Buffer.from(salt, "hex"), 32, COST, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}

async function markOf(pepper: string): Promise<Omit<Mark, "_id">> {
  const salt = randomBytes(16).toString("hex");
  return { salt, hash: (await hashOf(pepper, salt)).toString("hex") };
}

/** Whether the data were written under this pepper; "none" when they have no mark as yet. */
async function recognisePepper(database: Main, pepper: string): Promise<PepperState> {
  const mark = await marksOf(database).findOne({ _id: THE_MARK });
  if (!mark) return "none";
  return timingSafeEqual(await hashOf(pepper, mark.salt), Buffer.from(mark.hash, "hex")) ? "known" : "other";
}

/** Marks the data with this pepper unless they have a mark; of two at once one is kept. */
export async function markPepper(database: Main, pepper: string): Promise<PepperState> {
  const before = await recognisePepper(database, pepper);
  if (before !== "none") return before;
  try {
    await marksOf(database).updateOne({ _id: THE_MARK }, { $setOnInsert: await markOf(pepper) }, { upsert: true });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  return recognisePepper(database, pepper);
}

/** Puts this pepper's mark in the place of another's. */
export async function replaceMark(database: Main, pepper: string): Promise<void> {
  await marksOf(database).updateOne({ _id: THE_MARK }, { $set: await markOf(pepper) }, { upsert: true });
}

/** Whether the data have to do with a pepper that is somewhere: marked, or with keys from before there were marks. */
export async function needsItsPepper(database: Main): Promise<boolean> {
  if (await marksOf(database).findOne({ _id: THE_MARK }, { projection: { _id: 1 } })) return true;
  return (
    (await dbOf(database.main)
      .collection("keys")
      .findOne({}, { projection: { _id: 1 } })) !== null
  );
}
