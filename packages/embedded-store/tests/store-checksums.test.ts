/**
 * Bits that the disk has turned are never served: whoever reads, backs up or checks hears of them, whether they stand in
 * a record, its key, an index or the catalog. LMDB's own pages carry no sums: what turns there may end the process.
 */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Long, MongoClient } from "mongodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openEmbeddedStore } from "../src/embedded-store";
import { seededChance } from "./faults/chance";
import { openEntries } from "./faults/open-entries";
import type { Entries } from "./faults/open-entries";
import { drawSeed } from "./faults/scaled";

const COUNT = 60;
const DAMAGED = { code: 22 };

interface Item {
  readonly _id: number;
  readonly word: string;
}

let settled: string;
beforeAll(async () => {
  settled = await mkdtemp(join(tmpdir(), "lyt-sums-"));
  await withClient(settled, async (client) => {
    await itemsOf(client).createIndex({ word: 1 });
    await itemsOf(client).insertMany(Array.from({ length: COUNT }, (_, n) => ({ _id: n, word: `word ${n}` })));
  });
});
afterAll(() => rm(settled, { recursive: true, force: true }));

const itemsOf = (client: MongoClient) => client.db("d").collection<Item>("c");

async function withClient<T>(folder: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const store = await openEmbeddedStore({ folder });
  const client = await MongoClient.connect(store.url);
  try {
    return await work(client);
  } finally {
    await client.close();
    await store.close();
  }
}

/** A copy of the folder in which something has been done to the entries, as LMDB sees them. */
async function withEntries(change: (file: Entries) => Promise<unknown>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "lyt-sums-"));
  await cp(settled, folder, { recursive: true });
  const file = openEntries(folder, "d");
  await change(file);
  await file.close();
  return folder;
}

function turned(bytes: Buffer, bits: readonly number[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const bit of bits) copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

/** The key of a record's or an index's entry: by the number that stands behind the first byte. */
const keysOf = (file: Entries, id: number) =>
  [...file.getKeys()].map((key) => Buffer.from(key)).filter((key) => key[0] === 1 && key.readUInt32BE(1) === id);

const COLLECTION = 1;
const INDEX = 2;

it("never serves a record of which one, two or three bits have turned, anywhere", async () => {
  const chance = seededChance(drawSeed("turned bits"));
  for (let times = 0; times < 40; times += 1) {
    const n = chance.whole(0, COUNT - 1);
    const folder = await withEntries(async (file) => {
      const key = keysOf(file, COLLECTION)[n] ?? Buffer.alloc(0);
      const value = Buffer.from(file.get(key) ?? Buffer.alloc(0));
      const bits = new Set(Array.from({ length: chance.whole(1, 3) }, () => chance.whole(0, value.length * 8 - 1)));
      await file.put(key, turned(value, [...bits]));
    });
    await withClient(folder, async (client) => {
      const items = itemsOf(client);
      await expect(items.findOne({ _id: n })).rejects.toMatchObject(DAMAGED);
      await expect(items.find({ word: `word ${n}` }).toArray()).rejects.toMatchObject(DAMAGED);
      await expect(items.find().toArray()).rejects.toMatchObject(DAMAGED);
      await expect(items.updateOne({ _id: n }, { $set: { word: "other" } })).rejects.toMatchObject(DAMAGED);
      await expect(items.deleteOne({ _id: n })).rejects.toMatchObject(DAMAGED);
      expect(await items.findOne({ _id: (n + 1) % COUNT })).toMatchObject({ _id: (n + 1) % COUNT });
      const { valid, errors, nrecords } = await client.db("d").command({ validate: "c" });
      expect({ valid, nrecords }).toEqual({ valid: false, nrecords: COUNT });
      expect(String(errors)).toContain("it is not what was written");
    });
    await rm(folder, { recursive: true, force: true });
  }
});

it("tells a backup of it, and does not lose sight of it by rewriting the file", async () => {
  const folder = await withEntries(async (file) => {
    const key = keysOf(file, COLLECTION)[30] ?? Buffer.alloc(0);
    await file.put(key, turned(Buffer.from(file.get(key) ?? Buffer.alloc(0)), [100]));
  });
  await withClient(folder, async (client) => {
    const backUp = async () => {
      const { collections } = await client.db("d").command({ exportDatabase: 1 });
      return client.db("d").command({ getMore: Long.fromValue(collections[0].cursor.id), collection: "c" });
    };
    await expect(backUp()).rejects.toMatchObject(DAMAGED);
    await client.db("d").command({ compact: "c" });
    await expect(backUp()).rejects.toMatchObject(DAMAGED);
  });
  await rm(folder, { recursive: true, force: true });
});

it("does not pass over a record whose key has turned: an index that names it tells, and a check", async () => {
  const folder = await withEntries(async (file) => {
    const key = keysOf(file, COLLECTION)[30] ?? Buffer.alloc(0);
    const value = Buffer.from(file.get(key) ?? Buffer.alloc(0));
    await file.remove(key);
    await file.put(turned(key, [key.length * 8 - 4]), value);
  });
  await withClient(folder, async (client) => {
    await expect(itemsOf(client).find({ word: "word 30" }).toArray()).rejects.toMatchObject(DAMAGED);
    await expect(itemsOf(client).find().toArray()).rejects.toMatchObject(DAMAGED);
    expect(await client.db("d").command({ validate: "c" })).toMatchObject({ valid: false });
  });
  await rm(folder, { recursive: true, force: true });
});

it("does not follow an entry of an index that has turned", async () => {
  const folder = await withEntries(async (file) => {
    const key = keysOf(file, INDEX)[30] ?? Buffer.alloc(0);
    await file.put(key, turned(Buffer.from(file.get(key) ?? Buffer.alloc(0)), [3]));
  });
  await withClient(folder, async (client) => {
    await expect(itemsOf(client).find().sort({ word: 1 }).toArray()).rejects.toMatchObject(DAMAGED);
    const { valid, errors } = await client.db("d").command({ validate: "c" });
    expect(valid).toBe(false);
    expect(String(errors)).toContain("index word_1");
  });
  await rm(folder, { recursive: true, force: true });
});

it.each([[0], [77], [400]])("does not open a database whose catalog has turned at bit %i", async (bit) => {
  const folder = await withEntries(async (file) => {
    const key = Buffer.of(0);
    await file.put(key, turned(Buffer.from(file.get(key) ?? Buffer.alloc(0)), [bit]));
  });
  await expect(openEmbeddedStore({ folder })).rejects.toThrow("damaged: the catalog");
  await rm(folder, { recursive: true, force: true });
});
