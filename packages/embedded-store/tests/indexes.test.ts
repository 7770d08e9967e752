/** An index changes how fast something is found, never what: random writes, index changes and queries, with and without. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "bson";
import { BSONSymbol, Decimal128, Double, Long } from "bson";
import fc from "fast-check";
import { MongoClient, MongoServerError } from "mongodb";
import type { Collection, Db } from "mongodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { EmbeddedStore } from "../src/embedded-store";
import { openEmbeddedStore } from "../src/embedded-store";

/** More in the deep run. */
const RUNS = Number(process.env["LYT_MODEL_RUNS"] ?? 60);

let folder: string;
let store: EmbeddedStore;
let client: MongoClient;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-indexes-"));
  store = await openEmbeddedStore({ folder });
  client = await MongoClient.connect(store.url);
});
afterAll(async () => {
  await client.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** Few values, so that they meet. */
const small = fc.integer({ min: 0, max: 2 });
const wide = fc.integer({ min: -2, max: 4 });
const scalar = fc.oneof(
  { weight: 6, arbitrary: wide },
  fc.constantFrom<unknown>("", "a", "b", "ab", "a\0", "x".repeat(900), "x".repeat(901), null, true, false, 0.5, -0.5),
  fc.constantFrom<unknown>(
    Long.fromNumber(2),
    new Double(2),
    Decimal128.fromString("0.5"),
    new Date(0),
    new Date(1),
    new BSONSymbol("a"),
  ),
  fc.constantFrom<unknown>(Long.fromString("9007199254740993"), new Double(2 ** 53), { x: 1 }, { x: 1, y: 2 }),
);
const nested = fc.array(fc.record({ c: small, d: small }), { minLength: 1, maxLength: 3 });
const value = fc.oneof(
  { weight: 2, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  { weight: 2, arbitrary: fc.array(wide, { minLength: 2, maxLength: 3 }) },
  { weight: 3, arbitrary: nested },
);
const fields = fc.record({ a: value, b: scalar, n: fc.integer({ min: 0, max: 9 }) }, { requiredKeys: ["n"] });
const condition = fc.oneof(
  scalar,
  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $gt: wide, $lt: wide }),
  fc.record({ $lte: scalar }),
  fc.record({ $in: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
  fc.constantFrom({ $regex: "^a" }, { $regex: "^ab*" }, { $not: { $gt: 1 } }, { $size: 2 }, { $type: "number" }),
);
const text = fc.constantFrom("", "a", "b", "ab", "a\0", "x".repeat(900), "x".repeat(901));
const filter = fc.oneof(
  { weight: 2, arbitrary: fc.record({ a: text, b: text }, { requiredKeys: [] }) },
  fc.record({ a: condition, b: condition, n: condition }, { requiredKeys: ["a"] }),
  fc.record({ b: condition, n: condition }, { requiredKeys: [] }),
  fc.record({ "a.c": condition, "a.d": condition }, { requiredKeys: ["a.c"] }),
  fc.record({ "a.c": small, "a.d": small }),
  fc.record({ $and: fc.tuple(fc.record({ a: condition }), fc.record({ a: condition })) }),
  fc.record({ $or: fc.tuple(fc.record({ a: condition }), fc.record({ b: condition })) }),
);
/** Most changes are to few documents, so that the others stay as different as they were. */
const narrow = fc.oneof(
  { weight: 5, arbitrary: fc.record({ n: fc.integer({ min: 0, max: 9 }) }) },
  { weight: 1, arbitrary: filter },
);
const direction = fc.constantFrom(1 as const, -1 as const);
const sort = fc.oneof(
  fc.record({ n: direction, _id: direction }),
  fc.record({ b: direction, n: direction, _id: direction }),
  fc.record({ a: direction, _id: direction }),
  fc.record({ b: direction, _id: direction }),
  fc.record({ _id: direction }),
);
const INDEXES: Document[] = [
  { a: 1 },
  { a: 1, b: -1 },
  { b: 1, n: 1 },
  { b: -1, n: -1, a: 1 },
  { n: 1 },
  { "a.c": 1, "a.d": 1 },
  { a: 1, _id: 1 },
  { b: 1, _id: 1 },
];
const change = fc.oneof(
  fc.record({ $set: fields.filter((one) => Object.keys(one).length > 0) }),
  fc.record({ $inc: fc.record({ n: fc.integer({ min: 1, max: 2 }) }) }),
  fc.record({ $unset: fc.constantFrom({ a: "" }, { b: "" }) }),
);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ insert: fc.array(fields, { minLength: 1, maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ update: narrow, change }) },
  { weight: 1, arbitrary: fc.record({ remove: narrow }) },
  { weight: 1, arbitrary: fc.record({ index: fc.constantFrom(...INDEXES) }) },
  { weight: 1, arbitrary: fc.record({ drop: fc.constantFrom(...INDEXES) }) },
  { weight: 9, arbitrary: fc.record({ find: filter, sort, limit: fc.integer({ min: 0, max: 4 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const start = fc.record({
  documents: fc.array(fields, { minLength: 5, maxLength: 20 }),
  indexes: fc.subarray(INDEXES, { minLength: 1 }),
});

/** What comes of it, or the code of the refusal. */
async function outcome<T>(work: Promise<T>): Promise<T | { refused: unknown }> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof MongoServerError) return { refused: error.code };
    throw error;
  }
}

const TYPES = { promoteValues: false, promoteLongs: false } as const;

async function run(collection: Collection<Document>, one: Step, nextId: number): Promise<unknown> {
  if ("insert" in one)
    return outcome(
      collection
        .insertMany(one.insert.map((document, at) => ({ _id: nextId + at, ...document }) as Document))
        .then(() => "inserted"),
    );
  if ("update" in one)
    return outcome(
      collection.updateMany(one.update as Document, one.change as Document).then(({ modifiedCount }) => modifiedCount),
    );
  if ("remove" in one)
    return outcome(collection.deleteMany(one.remove as Document).then(({ deletedCount }) => deletedCount));
  if ("find" in one)
    return outcome(collection.find(one.find as Document, { sort: one.sort, limit: one.limit, ...TYPES }).toArray());
  return undefined;
}

const all = (collection: Collection<Document>) => collection.find({}, { sort: { _id: 1 }, ...TYPES }).toArray();

async function checkIndexes(db: Db): Promise<void> {
  expect(await db.command({ validate: "indexed" })).toMatchObject({ valid: true, errors: [] });
}

it("finds, changes and removes the same with any indexes as with none", async () => {
  const db = client.db("d");
  let found = 0;
  await fc.assert(
    fc.asyncProperty(start, fc.array(step, { minLength: 4, maxLength: 30 }), async ({ documents, indexes }, more) => {
      const steps: Step[] = [...indexes.map((index) => ({ index })), { insert: documents }, ...more];
      await db.dropDatabase();
      const [plain, indexed] = [db.collection<Document>("plain"), db.collection<Document>("indexed")];
      await db.createCollection("indexed");
      let nextId = 1;
      for (const one of steps) {
        if ("index" in one) await outcome(indexed.createIndex(one.index));
        else if ("drop" in one) await outcome(indexed.dropIndex(nameOf(one.drop)));
        else {
          const withIndexes = await run(indexed, one, nextId);
          expect(await run(plain, one, nextId)).toEqual(withIndexes);
          if (Array.isArray(withIndexes) && withIndexes.length > 0) found += 1;
          if ("insert" in one) nextId += one.insert.length;
        }
      }
      expect(await all(indexed)).toEqual(await all(plain));
      await checkIndexes(db);
    }),
    { numRuns: RUNS },
  );
  expect(found).toBeGreaterThan(20);
});

const nameOf = (key: Document) =>
  Object.entries(key)
    .map(([field, way]) => `${field}_${String(way)}`)
    .join("_");

it("sorts what its indexes cannot keep in order: long values, and arrays within bounds", async () => {
  const collection = client.db("orders").collection<Document>("c");
  const long = Array.from({ length: 12 }, (_, at) => ({ t: "x".repeat(2000 + at), _id: at as never }));
  await collection.createIndexes([{ key: { t: 1 } }, { key: { l: 1 } }]);
  await collection.insertMany([...long].reverse());
  const ids = async (filter: Document, sort: Record<string, 1 | -1>) =>
    (await collection.find(filter as never, { sort }).toArray()).map(({ _id }) => _id as unknown);
  expect(await ids({}, { t: 1 })).toEqual(long.map(({ _id }) => _id));
  expect(await ids({ t: { $gt: "x".repeat(2005) } }, { t: -1 })).toEqual([11, 10, 9, 8, 7, 6]);
  await collection.insertMany([
    { _id: "a" as never, l: [1, 9] },
    { _id: "b" as never, l: [5] },
  ]);
  expect(await ids({ l: { $gt: 3 } }, { l: 1 })).toEqual(["a", "b"]);
  expect(await ids({ l: { $lt: 6 } }, { l: -1 })).toEqual(["a", "b"]);
});

it.each([
  [{ _id: 1 }, "IDHACK"],
  [{ _id: { $gt: 1 } }, "_id_"],
  [{ a: 1 }, "a_1_b_1"],
  [{ a: 1, b: { $gt: 5 } }, "a_1_b_1"],
  [{ a: { $in: [1, 2] } }, "a_1_b_1"],
  [{ a: { $regex: "^ab" } }, "a_1_b_1"],
  [{ $and: [{ a: 1 }, { c: 2 }] }, "a_1_b_1"],
  [{ b: 1 }, "COLLSCAN"],
  [{ $or: [{ a: 1 }, { b: 1 }] }, "COLLSCAN"],
  [{ a: { $ne: 1 } }, "COLLSCAN"],
])("finds %j by %s", async (one, name) => {
  const collection = client.db("plans").collection<Document>("c");
  await collection.createIndex({ a: 1, b: 1 });
  const { queryPlanner } = await collection.find(one as Document).explain("queryPlanner");
  const { stage, inputStage } = (queryPlanner as Document)["winningPlan"] as Document;
  expect((inputStage as Document | undefined)?.["indexName"] ?? stage).toBe(name);
});
