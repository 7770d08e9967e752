/** Runs one case of cases/ against a server, in a database of its own, and compares what it expects. */
import { EJSON, Long } from "bson";
import type { Document } from "bson";
import { MongoServerError } from "mongodb";
import type { Db, MongoClient } from "mongodb";
import { expect } from "vitest";
import type { Case } from "./read-cases";

const TYPES = { promoteValues: false, promoteLongs: false, bsonRegExp: true } as const;
const typed = (value: unknown) => EJSON.stringify(value, { relaxed: false });
const plain = (value: unknown) => (EJSON.parse(EJSON.stringify({ value })) as Document)["value"] as unknown;

interface Outcome {
  readonly reply: Document;
  /** The failure of the command, or of its first write that failed. */
  readonly failure?: Document;
}

async function send(db: Db, command: Document): Promise<Outcome> {
  try {
    const reply = await db.command(command, TYPES);
    const [failure] = (reply["writeErrors"] ?? []) as Document[];
    return { reply, failure };
  } catch (error) {
    if (error instanceof MongoServerError) return { reply: {}, failure: error.errorResponse };
    throw error;
  }
}

async function settle(db: Db, { documents, indexes }: Case): Promise<void> {
  await db.dropDatabase();
  if (indexes.length > 0) await db.command({ createIndexes: "c", indexes });
  if (documents.length === 0) return;
  const { failure } = await send(db, { insert: "c", documents });
  expect(failure, "its documents can be inserted").toBeUndefined();
}

/** Puts the id of the last open cursor where the case says "$cursor". */
function withCursor(command: Document, id: Long): Document {
  const idFor = (value: unknown) => (value === "$cursor" ? id : value);
  if ("getMore" in command) return { ...command, getMore: idFor(command["getMore"]) };
  if ("killCursors" in command) return { ...command, cursors: (command["cursors"] as unknown[]).map(idFor) };
  return command;
}

async function runAll(db: Db, runs: readonly Document[]): Promise<Outcome> {
  let outcome: Outcome = { reply: {} };
  let cursor = Long.ZERO;
  for (const [index, command] of runs.entries()) {
    expect(outcome.failure, `command ${index} succeeds`).toBeUndefined();
    outcome = await send(db, withCursor(command, cursor));
    const id = Long.fromString(String((outcome.reply["cursor"] as Document | undefined)?.["id"] ?? 0));
    if (!id.isZero()) cursor = id;
  }
  return outcome;
}

function valueAt(holder: unknown, path: string): unknown {
  if (holder === null || typeof holder !== "object") return undefined;
  if (path in holder) return (holder as Document)[path];
  const dot = path.indexOf(".");
  return dot < 0 ? undefined : valueAt((holder as Document)[path.slice(0, dot)], path.slice(dot + 1));
}

function compareFields(actual: Document | undefined, wanted: Document): void {
  for (const [path, value] of Object.entries(wanted)) expect(plain(valueAt(actual, path)), path).toEqual(plain(value));
}

function compareBatch({ reply }: Outcome, wanted: readonly Document[], isUnordered: boolean): void {
  const cursor = reply["cursor"] as Document | undefined;
  const batch = (cursor?.["firstBatch"] ?? cursor?.["nextBatch"]) as Document[] | undefined;
  const lines = (list: readonly Document[] | undefined) => (isUnordered ? list?.map(typed).sort() : list?.map(typed));
  expect(lines(batch), "batch").toEqual(lines(wanted));
}

export async function checkCase(client: MongoClient, databaseName: string, one: Case): Promise<void> {
  const db = client.db(databaseName);
  await settle(db, one);
  const outcome = await runAll(one.database === undefined ? db : client.db(one.database), one.runs);
  const { reply, failure } = outcome;
  const said = failure ? String(failure["errmsg"]) : "no failure";
  expect(failure && Number(failure["code"]), `error (${said})`).toBe(one.error);
  compareFields(failure, one.errorReply);
  if (one.batch) compareBatch(outcome, one.batch, one.isUnordered);
  compareFields(reply, one.reply);
  if (!one.after) return;
  const left = await db
    .collection("c")
    .find({}, { sort: { _id: 1 }, ...TYPES })
    .toArray();
  expect(left.map(typed), "after").toEqual(one.after.map(typed));
}
