/** What the driver does beside asking: pools, sessions, cursors that outlive a connection, restarts, writes without answers. */
import { Long } from "bson";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { MongoClient } from "mongodb";
import type { Collection } from "mongodb";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openEmbeddedStore } from "../src/embedded-store";
import type { EmbeddedStore } from "../src/embedded-store";
import { RawConnection, commandBytes } from "./faults/raw-connection";

interface Item {
  _id: number;
  n: number;
}

let folder: string;
let store: EmbeddedStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-driver-"));
  store = await openEmbeddedStore({ folder });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function withClient<T>(options: string, work: (client: MongoClient, items: Collection<Item>) => Promise<T>) {
  const client = await MongoClient.connect(`${store.url}${options}`);
  try {
    return await work(client, client.db("d").collection<Item>("items"));
  } finally {
    await client.close();
  }
}

const someItems = (count: number): Item[] => Array.from({ length: count }, (_, n) => ({ _id: n, n }));

it("serves three pools of thirty connections at once", async () => {
  const work = (client: MongoClient, items: Collection<Item>) =>
    Promise.all(
      Array.from({ length: 300 }, async (_, at) => {
        await items.updateOne({ _id: at % 50 }, { $inc: { n: 1 } }, { upsert: true });
        expect(await items.countDocuments({ _id: at % 50 })).toBe(1);
      }),
    );
  await Promise.all([1, 2, 3].map(() => withClient("&maxPoolSize=30", work)));
  await withClient("", async (_client, items) => {
    const [sum] = await items.aggregate([{ $group: { _id: null, n: { $sum: "$n" } } }]).toArray();
    expect(sum?.["n"]).toBe(900);
  });
});

it("serves a pool whose connections come and go", async () => {
  await withClient("&maxPoolSize=5&maxIdleTimeMS=20", async (_client, items) => {
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(someItems(5).map(({ _id }) => items.insertOne({ _id: round * 5 + _id, n: round })));
      await wait(40);
    }
    expect(await items.countDocuments()).toBe(50);
  });
});

it("gives the rest of a cursor over another connection, as a pool may ask for it", async () => {
  await withClient("", (_client, items) => items.insertMany(someItems(10)));
  const first = await RawConnection.open(store.socketPath);
  const opened = await first.ask(commandBytes({ find: "items", batchSize: 4, $db: "d" }, 1));
  const id = Long.fromValue(opened?.document()["cursor"]["id"]);
  const second = await RawConnection.open(store.socketPath);
  const rest = await second.ask(commandBytes({ getMore: id, collection: "items", $db: "d" }, 2));
  expect(rest?.document()["cursor"]["nextBatch"]).toHaveLength(6);
  first.destroy();
  second.destroy();
});

it("ends a cursor that is closed early, and one whose client was closed", async () => {
  await withClient("", async (client, items) => {
    await items.insertMany(someItems(1000));
    const early = items.find().batchSize(10);
    await early.next();
    const id = early.id;
    await early.close();
    await expect(client.db("d").command({ getMore: id, collection: "items" })).rejects.toMatchObject({ code: 43 });
  });
});

it("knows sessions: explicit, ended, and many", async () => {
  await withClient("", async (client, items) => {
    await client.withSession(async (session) => {
      await items.insertOne({ _id: 1, n: 1 }, { session });
      expect(await items.findOne({ _id: 1 }, { session })).toEqual({ _id: 1, n: 1 });
    });
    const sessions = Array.from({ length: 100 }, () => client.startSession());
    await Promise.all(sessions.map((session) => items.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session })));
    await Promise.all(sessions.map((session) => session.endSession()));
    expect((await items.findOne({ _id: 1 }))?.n).toBe(101);
    const ids = sessions.map((session) => session.id).filter(Boolean);
    expect(await client.db("admin").command({ endSessions: ids })).toMatchObject({ ok: 1 });
  });
});

it("refuses a transaction, and the session can still be used", async () => {
  await withClient("", async (client, items) => {
    const session = client.startSession();
    const write = () => items.insertOne({ _id: 1, n: 1 }, { session });
    await expect(session.withTransaction(write)).rejects.toMatchObject({ originalError: { code: 20 } });
    expect(await items.countDocuments()).toBe(0);
    await write();
    await session.endSession();
    expect(await items.countDocuments()).toBe(1);
  });
});

it("does a write for which no answer is wanted, and answers the next request", async () => {
  await withClient("&maxPoolSize=1", async (client, items) => {
    const silent = client.db("d").collection<Item>("items", { writeConcern: { w: 0 } });
    for (const item of someItems(20)) await silent.insertOne(item);
    await silent.updateOne({ _id: 3 }, { $set: { n: 33 } });
    expect(await items.findOne({ _id: 3 })).toEqual({ _id: 3, n: 33 });
    expect(await items.countDocuments()).toBe(20);
  });
});

it("takes the concerns and the preference that the application sends", async () => {
  const options = "&w=majority&journal=true&wtimeoutMS=5000&readConcernLevel=majority&readPreference=primary";
  await withClient(options, async (client, items) => {
    await items.insertMany(someItems(5));
    await items.createIndex({ n: 1 });
    await items.bulkWrite([{ updateOne: { filter: { _id: 1 }, update: { $inc: { n: 9 } } } }]);
    await items.findOneAndUpdate({ _id: 2 }, { $set: { n: 3 } });
    expect(await items.find().toArray()).toHaveLength(5);
    expect(await items.countDocuments({ n: 3 })).toBe(2);
    expect(await items.distinct("n")).toEqual([0, 3, 4, 10]);
    expect(await items.estimatedDocumentCount()).toBe(5);
    expect(await items.find({ n: 3 }).explain()).toMatchObject({ ok: 1 });
    expect(await items.updateOne({ n: 3 }, { $set: { n: 4 } }, { explain: true })).toMatchObject({ ok: 1 });
    expect(await client.db("d").listCollections().toArray()).toHaveLength(1);
    await items.drop();
    expect(await client.db("d").dropDatabase()).toBe(true);
  });
});

it("serves a client of the Stable API, strictly", async () => {
  const client = await MongoClient.connect(store.url, { serverApi: { version: "1", strict: true } });
  try {
    const items = client.db("d").collection<Item>("items");
    await items.insertMany(someItems(500));
    expect(await items.find().batchSize(100).toArray()).toHaveLength(500);
    await expect(items.distinct("n")).rejects.toMatchObject({ code: 323 });
  } finally {
    await client.close();
  }
});

it.each([
  [
    "a write by two nodes",
    2,
    (items: Collection<Item>) => items.insertOne({ _id: 1, n: 1 }, { writeConcern: { w: 2 } }),
  ],
  ["a linearizable read", 123, (items: Collection<Item>) => items.findOne({}, { readConcern: "linearizable" })],
  ["a stream of changes", 40573, (items: Collection<Item>) => items.watch().next()],
  [
    "an update by an order",
    40415,
    (items: Collection<Item>) => items.updateOne({}, { $set: { n: 2 } }, { sort: { n: 1 } }),
  ],
])("refuses %s", async (_name, code, ask) => {
  await withClient("", async (_client, items) => {
    await expect(ask(items)).rejects.toMatchObject({ code });
    expect(await items.countDocuments()).toBe(0);
  });
});

it("says nothing about a refused write for which no answer is wanted", async () => {
  await withClient("&maxPoolSize=1", async (client, items) => {
    const silent = client.db("d").collection<Item>("items", { writeConcern: { w: 0 } });
    await silent.insertOne({ _id: 1, n: 1 });
    await silent.insertOne({ _id: 1, n: 2 });
    await silent.updateOne({}, { $brew: { n: 1 } } as never);
    expect(await items.find().toArray()).toEqual([{ _id: 1, n: 1 }]);
  });
});

it("is found again by a client that was there before a restart", async () => {
  await withClient("", async (_client, items) => {
    await items.insertOne({ _id: 1, n: 1 });
    await store.close();
    store = await openEmbeddedStore({ folder });
    // The driver hears of the end of its connections only when it is its turn.
    await wait(100);
    expect(await items.findOne({ _id: 1 })).toEqual({ _id: 1, n: 1 });
    await items.insertOne({ _id: 2, n: 2 });
  });
});
