/**
 * The case files of tests/cases/embedded against the embedded store, and with the same expectations against the server
 * behind MONGODB_URL when there is one. `refused.json` is the embedded store's alone: what it does not do, it refuses.
 */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EJSON } from "bson";
import type { Document } from "bson";
import { MongoClient, MongoServerError } from "mongodb";
import type { Db } from "mongodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbeddedStore } from "../../../server/database/embedded/embedded-store";

interface Case {
  readonly name: string;
  readonly documents?: Document[];
  readonly indexes?: Document[];
  readonly run: Document;
  /** The whole first batch, types included. */
  readonly batch?: Document[];
  /** Fields of the reply. */
  readonly reply?: Document;
  /** The code of the error, of the command or of its first write. */
  readonly error?: number;
  /** What the collection then holds, by _id. */
  readonly after?: Document[];
}

const read = (name: string): Case[] =>
  EJSON.parse(readFileSync(`tests/cases/embedded/${name}.json`, "utf8"), { relaxed: false }) as Case[];
const typed = (value: unknown) => EJSON.stringify(value, { relaxed: false });
const TYPES = { promoteValues: false, promoteLongs: false } as const;

async function settle(db: Db, { documents = [], indexes = [] }: Case): Promise<void> {
  await db.dropDatabase();
  if (indexes.length > 0) await db.command({ createIndexes: "c", indexes });
  if (documents.length > 0) await db.command({ insert: "c", documents });
}

function errorOf(reply: Document): number | undefined {
  const [first] = (reply["writeErrors"] ?? []) as { code: unknown }[];
  return first === undefined ? undefined : Number(first.code);
}

async function check(db: Db, one: Case): Promise<void> {
  await settle(db, one);
  const reply = await db.command(one.run, TYPES).catch((error: unknown) => {
    if (error instanceof MongoServerError) return { failed: Number(error.code) } as Document;
    throw error;
  });
  expect(reply["failed"] ?? errorOf(reply)).toBe(one.error === undefined ? undefined : Number(one.error));
  if (one.batch) expect(typed((reply["cursor"] as Document)["firstBatch"])).toBe(typed(one.batch));
  const plain = EJSON.parse(EJSON.stringify(reply)) as Document;
  for (const [field, value] of Object.entries(one.reply ?? {}))
    expect(plain[field], field).toEqual(EJSON.parse(EJSON.stringify(value)));
  if (one.after)
    expect(
      typed(
        await db
          .collection("c")
          .find({}, { sort: { _id: 1 }, ...TYPES })
          .toArray(),
      ),
    ).toBe(typed(one.after));
}

function checkAll(db: () => Db, files: readonly string[]): void {
  for (const file of files)
    describe(file, () => {
      it.each(read(file).map((one) => [one.name, one] as const))("%s", (_name, one) => check(db(), one));
    });
}

const FILES = ["find", "write", "aggregate", "manage"];

describe("the embedded store", () => {
  let folder: string;
  let store: Awaited<ReturnType<typeof openEmbeddedStore>>;
  let client: MongoClient;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lyt-cases-"));
    store = await openEmbeddedStore({ folder });
    client = await MongoClient.connect(store.url);
  });
  afterAll(async () => {
    await client.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  checkAll(() => client.db("cases"), [...FILES, "refused"]);
});

const url = process.env["MONGODB_URL"];
if (url)
  describe("the server behind MONGODB_URL", () => {
    let client: MongoClient;
    beforeAll(async () => {
      client = await MongoClient.connect(url);
    });
    afterAll(async () => {
      await client.db("lyt-cases").dropDatabase();
      await client.close();
    });
    checkAll(() => client.db("lyt-cases"), FILES);
  });
