/** Random sequences of writes, index creations and queries against a list in memory that the plainest of means keep. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "bson";
import fc from "fast-check";
import { MongoClient } from "mongodb";
import type { Collection } from "mongodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { EmbeddedStore } from "../src/embedded-store";
import { openEmbeddedStore } from "../src/embedded-store";

/** More in the deep run. */
const RUNS = Number(process.env["LYT_MODEL_RUNS"] ?? 60);

let folder: string;
let store: EmbeddedStore;
let client: MongoClient;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-model-"));
  store = await openEmbeddedStore({ folder });
  client = await MongoClient.connect(store.url);
});
afterAll(async () => {
  await client.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

interface Row {
  readonly _id: number;
  n: number;
  readonly t: string;
}

/** The same in memory, with the plainest of means. */
const model = {
  matches: (row: Row, { n, t }: { n?: number | { from: number; to: number }; t?: readonly string[] }) =>
    (n === undefined || (typeof n === "number" ? row.n === n : row.n >= n.from && row.n < n.to)) &&
    (t === undefined || t.includes(row.t)),
};

const wanted = fc.record(
  {
    n: fc.oneof(
      fc.integer({ min: 0, max: 9 }),
      fc.record({ from: fc.integer({ min: 0, max: 9 }), to: fc.integer({ min: 0, max: 9 }) }),
    ),
    t: fc.uniqueArray(fc.constantFrom("p", "q", "r", "s"), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
);
type Wanted = typeof wanted extends fc.Arbitrary<infer T> ? T : never;

const asFilter = ({ n, t }: Wanted): Document => ({
  ...(n === undefined ? {} : { n: typeof n === "number" ? n : { $gte: n.from, $lt: n.to } }),
  ...(t === undefined ? {} : { t: { $in: t } }),
});

const act = fc.oneof(
  fc.record({
    add: fc.array(fc.record({ n: fc.integer({ min: 0, max: 9 }), t: fc.constantFrom("p", "q", "r", "s") }), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
  fc.record({ raise: wanted }),
  fc.record({ remove: wanted }),
  fc.record({ upsert: fc.record({ n: fc.integer({ min: 0, max: 9 }), t: fc.constantFrom("p", "q", "r", "s") }) }),
  fc.record({ look: wanted, down: fc.boolean() }),
  fc.constantFrom({ index: { n: 1 } }, { index: { t: 1, n: -1 } }, { index: { n: -1, t: 1, _id: 1 } }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

async function perform(collection: Collection<Row>, rows: Row[], one: Act, nextId: number): Promise<Row[]> {
  if ("index" in one) await collection.createIndex(one.index as Record<string, 1 | -1>);
  if ("add" in one) {
    const added = one.add.map((row, at) => ({ _id: nextId + at, ...row }));
    await collection.insertMany(added);
    return [...rows, ...added.map((row) => ({ ...row }))];
  }
  if ("raise" in one) {
    await collection.updateMany(asFilter(one.raise), { $inc: { n: 1 } });
    return rows.map((row) => (model.matches(row, one.raise) ? { ...row, n: row.n + 1 } : row));
  }
  if ("remove" in one) {
    const { deletedCount } = await collection.deleteMany(asFilter(one.remove));
    const left = rows.filter((row) => !model.matches(row, one.remove));
    expect(deletedCount).toBe(rows.length - left.length);
    return left;
  }
  if ("upsert" in one) {
    const { upsertedCount } = await collection.updateOne(
      one.upsert,
      { $setOnInsert: { _id: nextId } },
      { upsert: true },
    );
    const isThere = rows.some((row) => model.matches(row, { ...one.upsert, t: [one.upsert.t] }));
    expect(upsertedCount).toBe(isThere ? 0 : 1);
    return isThere ? rows : [...rows, { _id: nextId, ...one.upsert }];
  }
  if ("look" in one) {
    const way = one.down ? -1 : 1;
    const found = await collection.find(asFilter(one.look), { sort: { n: way, t: way, _id: way } }).toArray();
    const expected = rows.filter((row) => model.matches(row, one.look));
    expected.sort((a, b) => (a.n - b.n || (a.t < b.t ? -1 : a.t > b.t ? 1 : 0) || a._id - b._id) * way);
    expect(found).toEqual(expected);
    expect(await collection.countDocuments(asFilter(one.look))).toBe(expected.length);
  }
  return rows;
}

it("holds what a list in memory holds, whatever is done to both", async () => {
  const db = client.db("m");
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
      await db.dropDatabase();
      const collection = db.collection<Row>("indexed");
      await db.createCollection("indexed");
      let rows: Row[] = [];
      let nextId = 1;
      for (const one of acts) {
        rows = await perform(collection, rows, one, nextId);
        nextId += 10;
      }
      expect(await collection.find({}, { sort: { _id: 1 } }).toArray()).toEqual(rows.sort((a, b) => a._id - b._id));
      expect(await db.command({ validate: "indexed" })).toMatchObject({ valid: true, errors: [] });
    }),
    { numRuns: RUNS },
  );
});
