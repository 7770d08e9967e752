/** What happens at once: indexes made and databases dropped under readers and writers, cursors killed, a store closed. */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "bson";
import { MongoClient } from "mongodb";
import type { Collection, MongoServerError } from "mongodb";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openEmbeddedStore } from "../src/embedded-store";
import type { EmbeddedStore } from "../src/embedded-store";

let folder: string;
let store: EmbeddedStore;
let client: MongoClient;
const faults: unknown[] = [];
beforeEach(async () => {
  faults.length = 0;
  folder = await mkdtemp(join(tmpdir(), "lyt-concurrent-"));
  store = await openEmbeddedStore({ folder, onFault: (error) => faults.push(error) });
  client = await MongoClient.connect(store.url);
});
afterEach(async () => {
  await client.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

/** The ids of cursors are Longs, and go back as such. */
const LONG = { promoteLongs: false } as const;

interface Row {
  readonly _id: number;
  readonly a: number;
  readonly text: string;
}

async function filled(count: number): Promise<Collection<Row>> {
  const collection = client.db("d").collection<Row>("c");
  await collection.insertMany(Array.from({ length: count }, (_, n) => ({ _id: n, a: n % 10, text: "x".repeat(200) })));
  return collection;
}

it("finds the same while an index is being made and dropped", async () => {
  const collection = await filled(3000);
  let isOver = false;
  const counts: number[] = [];
  const reader = async () => {
    while (!isOver) counts.push((await collection.find({ a: 3 }).toArray()).length);
  };
  const readers = [reader(), reader(), reader()];
  for (let time = 0; time < 8; time += 1) {
    await collection.createIndex({ a: 1 });
    await collection.dropIndex("a_1");
  }
  isOver = true;
  await Promise.all(readers);
  expect(counts.length).toBeGreaterThan(10);
  expect(new Set(counts)).toEqual(new Set([300]));
});

it("keeps what is written while a database is being dropped under a reader, and afterwards", async () => {
  const collection = await filled(20_000);
  const slow = collection.countDocuments({ text: { $ne: "y" } }).catch((error: unknown) => error);
  const dropping = client.db("d").dropDatabase();
  const written = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) => collection.insertOne({ _id: 100_000 + n, a: 0, text: "kept" })),
  );
  await Promise.all([dropping, slow]);
  await collection.insertOne({ _id: 200_000, a: 0, text: "kept" });
  const there = await collection.countDocuments();
  // Those before the drop went with it; none that came after it is lost.
  expect(there).toBeLessThanOrEqual(written.length + 1);
  expect(await collection.countDocuments({ _id: 200_000 })).toBe(1);
  await client.close();
  await store.close();
  store = await openEmbeddedStore({ folder, onFault: (error) => faults.push(error) });
  client = await MongoClient.connect(store.url);
  expect(await client.db("d").collection("c").countDocuments()).toBe(there);
});

it("rewrites its files for several at once, beside writers, and loses nothing", async () => {
  const collection = await filled(2000);
  let written = 0;
  let isOver = false;
  const writer = async () => {
    for (; !isOver; written += 1) await collection.insertOne({ _id: 10_000 + written, a: 0, text: "kept" });
  };
  const writing = writer();
  for (let time = 0; time < 5; time += 1)
    await Promise.all(Array.from({ length: 4 }, () => client.db("d").command({ compact: "c" })));
  isOver = true;
  await writing;
  expect(await collection.countDocuments()).toBe(2000 + written);
  expect(await client.db("d").command({ validate: "c" })).toMatchObject({ valid: true });
});

/** How many single writes are acknowledged until `work` is, one after another. */
async function writtenDuring(collection: Collection<Row>, work: Promise<unknown>): Promise<number> {
  let isOver = false;
  const over = work.finally(() => (isOver = true));
  let written = 0;
  for (; !isOver; written += 1) await collection.insertOne({ _id: 1_000_000 + written, a: 0, text: "kept" });
  await over;
  return written;
}

it("lets others write while it rewrites a file, and while it removes very many documents", async () => {
  const collection = await filled(40_000);
  const other = client.db("d").collection<Row>("other");
  const removing = collection.deleteMany({ a: { $gte: 0 } });
  // A delete of so many is eighty slices.
  expect(await writtenDuring(other, removing)).toBeGreaterThanOrEqual(40);
  expect(await removing).toMatchObject({ deletedCount: 40_000 });
  expect(await collection.countDocuments()).toBe(0);
  await other.deleteMany({});
  await filled(40_000);
  const compacting = client.db("d").command({ compact: "c" });
  expect(await writtenDuring(other, compacting)).toBeGreaterThanOrEqual(40);
  expect(await client.db("d").command({ validate: "c" })).toMatchObject({ valid: true, nrecords: 40_000 });
});

it("keeps no old pages after it has removed more than it looks for at once", async () => {
  const rows = (from: number) => Array.from({ length: 10_000 }, (_, n) => ({ _id: from + n, a: 0, text: "" }));
  const collection = client.db("d").collection<Row>("c");
  for (let from = 0; from < 60_000; from += 10_000) await collection.insertMany(rows(from));
  expect(await collection.deleteMany({ a: 0 })).toMatchObject({ deletedCount: 60_000 });
  const sizeOf = async () => (await stat(join(folder, "db-d", "data.mdb"))).size;
  const before = await sizeOf();
  const other = client.db("d").collection<Row>("other");
  for (let n = 0; n < 300; n += 1) await other.updateOne({ _id: 1 }, { $set: { a: n } }, { upsert: true });
  // Freed pages are used again; held ones would cost some ten kilobytes an update.
  expect((await sizeOf()) - before).toBeLessThan(512 * 1024);
});

it("leaves a document that no longer matches when its slice's turn comes", async () => {
  const collection = await filled(5000);
  const removing = collection.deleteMany({ text: "x" });
  const changing = collection.updateMany({ _id: { $gte: 4000 } }, { $set: { text: "kept" } });
  const [{ deletedCount }, { modifiedCount }] = await Promise.all([removing, changing]);
  expect(await collection.countDocuments()).toBe(5000 - deletedCount);
  expect(await collection.countDocuments({ text: "kept" })).toBe(modifiedCount);
});

it("tells a cursor that was killed from one that is at its end", async () => {
  await filled(30_000);
  const db = client.db("d");
  const { cursor } = await db.command({ find: "c", filter: { a: { $gte: 0 } }, batchSize: 1 }, LONG);
  const id: unknown = (cursor as Document)["id"];
  const rest = db.command({ getMore: id, collection: "c", batchSize: 30_000 }).catch((error: unknown) => error);
  const killed = await db.command({ killCursors: "c", cursors: [id] });
  const answer = await rest;
  if ((killed["cursorsKilled"] as unknown[]).length === 0) expect((answer as Document)["cursor"]).toBeDefined();
  else expect([43, 237]).toContain((answer as MongoServerError).code);
});

it("goes on with the other cursors of an export when one of them is killed", async () => {
  await filled(500);
  const db = client.db("d");
  await db.collection("other").insertMany(Array.from({ length: 50 }, (_, n) => ({ n })));
  const { collections } = (await db.command({ exportDatabase: 1 }, LONG)) as Document as {
    collections: { name: string; cursor: { id: unknown } }[];
  };
  const [first, second] = collections;
  await db.command({ killCursors: first?.name, cursors: [first?.cursor.id] });
  await expect(db.command({ getMore: first?.cursor.id, collection: first?.name })).rejects.toMatchObject({ code: 43 });
  const rest = await db.command({ getMore: second?.cursor.id, collection: second?.name });
  expect((rest["cursor"] as Document)["nextBatch"]).toHaveLength(second?.name === "c" ? 500 : 50);
});

it("sees within one command what its earlier statements have made of an index", async () => {
  const collection = client.db("d").collection<Document>("c");
  await collection.createIndex({ a: 1 });
  await collection.insertMany([
    { _id: 1 as never, a: 1 },
    { _id: 2 as never, a: 7 },
  ]);
  const result = await collection.bulkWrite([
    { updateOne: { filter: { _id: 1 as never }, update: { $set: { a: [1, 9] } } } },
    { updateOne: { filter: { a: { $gt: 3, $lt: 5 } }, update: { $inc: { n: 1 } } } },
    { updateMany: { filter: { a: { $gte: 0 } }, update: { $set: { seen: true } } } },
  ]);
  expect([result.matchedCount, result.modifiedCount]).toEqual([4, 4]);
});

it("writes nothing of a bulk that holds what it does not answer", async () => {
  const collection = client.db("d").collection<Document>("c");
  await collection.insertOne({ _id: 1 as never });
  for (const refused of [
    { updateOne: { filter: { _id: 1 as never }, update: { $set: { "l.$.x": 1 } } } },
    { updateOne: { filter: { $expr: { $eq: ["$_id", 1] } }, update: { $set: { y: 1 } } } },
    { updateOne: { filter: { _id: 1 as never }, update: { $bit: { n: { and: 1 } } } } },
  ])
    await expect(
      collection.bulkWrite([
        { updateOne: { filter: { _id: 1 as never }, update: { $set: { x: 1 } } } },
        refused as never,
      ]),
    ).rejects.toThrow(/not answered here/);
  expect(await collection.findOne({ _id: 1 as never })).toEqual({ _id: 1 });
});

it("writes nothing any more once it is closed", async () => {
  const collection = await filled(10);
  const writing = Promise.allSettled(
    Array.from({ length: 400 }, (_, n) => collection.insertOne({ _id: 1000 + n, a: 0, text: "late" })),
  );
  await store.close();
  await client.close(true);
  await writing;
  store = await openEmbeddedStore({ folder, onFault: (error) => faults.push(error) });
  client = await MongoClient.connect(store.url);
  const count = () => client.db("d").collection("c").countDocuments();
  const before = await count();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await count()).toBe(before);
});
