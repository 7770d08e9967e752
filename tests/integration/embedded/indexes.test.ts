/** An index changes how fast something is found, never what: random documents and filters, with indexes and without. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "bson";
import { Double, Long } from "bson";
import fc from "fast-check";
import { MongoClient, MongoServerError } from "mongodb";
import type { Collection } from "mongodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { EmbeddedStore } from "../../../server/database/embedded/embedded-store";
import { openEmbeddedStore } from "../../../server/database/embedded/embedded-store";

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

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom<unknown>("", "a", "b", "ab", "a\0", null, true, false, 0.5, -0.5),
  fc.constantFrom<unknown>(Long.fromNumber(2), new Double(2), new Date(0), new Date(1)),
);
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));
const documents = fc.array(fc.record({ a: value, b: value }, { requiredKeys: [] }), { minLength: 1, maxLength: 12 });
const condition = fc.oneof(
  scalar,
  fc.record({ $gt: scalar }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $lte: scalar }),
  fc.record({ $in: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
);
const filter = fc.oneof(
  fc.record({ a: condition, b: condition }, { requiredKeys: [] }),
  fc.record({ $and: fc.tuple(fc.record({ a: condition }), fc.record({ a: condition })) }),
  fc.record({ $or: fc.tuple(fc.record({ a: condition }), fc.record({ b: condition })) }),
);

/** What is found, or the code of the refusal. */
async function outcomeOf(collection: Collection, one: Document): Promise<unknown> {
  try {
    return await collection.find(one, { sort: { _id: 1 } }).toArray();
  } catch (error) {
    if (error instanceof MongoServerError) return error.code;
    throw error;
  }
}

it("finds the same with any index as with none", async () => {
  const db = client.db("d");
  await fc.assert(
    fc.asyncProperty(documents, fc.array(filter, { minLength: 1, maxLength: 8 }), async (list, filters) => {
      await db.dropDatabase();
      const numbered = list.map((document, _id) => ({ ...document, _id }) as Document);
      await db.collection("plain").insertMany(numbered);
      await db.collection("indexed").createIndexes([{ key: { a: 1 } }, { key: { a: 1, b: 1 } }, { key: { b: -1 } }]);
      await db.collection("indexed").insertMany(numbered);
      for (const one of filters) {
        const [plain, indexed] = await Promise.all(
          ["plain", "indexed"].map((name) => outcomeOf(db.collection(name), one)),
        );
        expect(indexed).toEqual(plain);
      }
    }),
    { numRuns: 150 },
  );
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
