/** The embedded store as a neighbour: restarts, other processes, long paths, broken bytes, cursors that end. */
import { copyFile, link, mkdir, mkdtemp, open, readFile, readdir, rename, rm, stat } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { serialize } from "bson";
import { MongoClient } from "mongodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findRunningStore, openEmbeddedStore } from "../src/embedded-store";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-store-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function withClient<T>(url: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(url);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

it("finds everything again after a restart: documents, indexes, and that they are unique", async () => {
  const first = await openEmbeddedStore({ folder });
  await withClient(first.url, async (client) => {
    const collection = client.db("d").collection("c");
    await collection.createIndex({ a: 1 }, { unique: true });
    await collection.insertMany(Array.from({ length: 300 }, (_, a) => ({ a, text: "x".repeat(a) })));
  });
  await first.close();
  const second = await openEmbeddedStore({ folder });
  await withClient(second.url, async (client) => {
    const collection = client.db("d").collection("c");
    expect(await collection.countDocuments()).toBe(300);
    expect((await collection.findOne({ a: 299 }))?.["text"]).toHaveLength(299);
    await expect(collection.insertOne({ a: 299 })).rejects.toMatchObject({ code: 11000 });
  });
  await second.close();
});

it("lets one process at a time own a folder, tells others where its socket is, and forgets it when closed", async () => {
  const store = await openEmbeddedStore({ folder });
  await expect(openEmbeddedStore({ folder })).rejects.toThrow(`in use by process ${process.pid}`);
  expect(await findRunningStore(folder)).toBe(store.url);
  await store.close();
  expect(await findRunningStore(folder)).toBeUndefined();
});

it("keeps folder and socket to its owner", async () => {
  const store = await openEmbeddedStore({ folder });
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(store.socketPath)).mode & 0o777).toBe(0o600);
  await store.close();
});

it("puts the socket of a very long path into a private short folder", async () => {
  const long = join(folder, "a".repeat(60), "b".repeat(60));
  await mkdir(long, { recursive: true });
  const store = await openEmbeddedStore({ folder: long });
  expect(Buffer.byteLength(store.socketPath)).toBeLessThanOrEqual(107);
  expect((await stat(dirname(store.socketPath))).mode & 0o777).toBe(0o700);
  expect(await findRunningStore(long)).toBe(store.url);
  await withClient(store.url, (client) => client.db("d").command({ ping: 1 }));
  await store.close();
});

it("hands out large results in batches, and forgets a cursor that is killed", async () => {
  const store = await openEmbeddedStore({ folder });
  await withClient(store.url, async (client) => {
    const collection = client.db("d").collection("c");
    await collection.insertMany(Array.from({ length: 1000 }, (_, n) => ({ n })));
    const numbers = await collection.find({}, { batchSize: 7, sort: { n: -1 } }).toArray();
    expect(numbers.map(({ n }) => n as number)).toEqual(Array.from({ length: 1000 }, (_, n) => 999 - n));
    const cursor = collection.find({}, { batchSize: 2 });
    await cursor.next();
    const id = cursor.id;
    await cursor.close();
    await expect(client.db("d").command({ getMore: id, collection: "c" })).rejects.toMatchObject({ code: 43 });
  });
  await store.close();
});

it("does every one of a thousand increments from eight connections", async () => {
  const store = await openEmbeddedStore({ folder });
  await withClient(`${store.url}&maxPoolSize=8`, async (client) => {
    const collection = client.db("d").collection<{ _id: number; n: number }>("c");
    await collection.insertOne({ _id: 1, n: 0 });
    const one = () => collection.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } });
    await Promise.all(Array.from({ length: 1000 }, one));
    expect((await collection.findOne({ _id: 1 }))?.n).toBe(1000);
  });
  await store.close();
});

it("keeps fields in the order they came in, names that are numbers too, with an _id put before them", async () => {
  const store = await openEmbeddedStore({ folder });
  await withClient(store.url, async (client) => {
    const collection = client.db("d").collection("c");
    const fields = new Map<string, number>([
      ["b", 1],
      ["10", 2],
      ["2", 3],
    ]);
    await client.db("d").command({ insert: "c", documents: [fields] });
    const [raw] = await collection.find({}, { raw: true }).toArray();
    const text = Buffer.from(raw as unknown as Uint8Array).toString("latin1");
    const places = ["_id\0", "b\0", "10\0", "2\0"].map((name) => text.indexOf(name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    await collection.updateOne({}, { $set: { c: 1 } });
    const [again] = await collection.find({}, { raw: true }).toArray();
    expect(
      Buffer.from(again as unknown as Uint8Array)
        .subarray(4, -1)
        .toString("latin1"),
    ).toContain(text.slice(4, -1));
  });
  await store.close();
});

describe("bytes", () => {
  const OP_MSG = 2013;
  const OP_QUERY = 2004;

  function message(opCode: number, body: Buffer, length = 16 + body.length): Buffer {
    const header = Buffer.alloc(16);
    header.writeInt32LE(length, 0);
    header.writeInt32LE(7, 4);
    header.writeInt32LE(opCode, 12);
    return Buffer.concat([header, body]);
  }

  const command = (document: Record<string, unknown>) =>
    message(OP_MSG, Buffer.concat([Buffer.from([0, 0, 0, 0, 0]), serialize(document)]));

  /** What comes back within a moment, and whether the connection was ended. */
  function exchange(socketPath: string, chunks: readonly Buffer[]): Promise<{ reply: Buffer; isEnded: boolean }> {
    return new Promise((resolve) => {
      const socket = connect(socketPath);
      const received: Buffer[] = [];
      let isEnded = false;
      socket.on("data", (chunk: Buffer) => received.push(chunk));
      socket.on("close", () => (isEnded = true));
      socket.on("error", () => {});
      for (const chunk of chunks) socket.write(chunk);
      setTimeout(() => {
        resolve({ reply: Buffer.concat(received), isEnded });
        socket.destroy();
      }, 150);
    });
  }

  it("may come in any pieces", async () => {
    const store = await openEmbeddedStore({ folder });
    const ping = command({ ping: 1, $db: "d" });
    const whole = await exchange(store.socketPath, [Buffer.concat([ping, ping])]);
    const pieces = await exchange(
      store.socketPath,
      [...Buffer.concat([ping, ping])].map((byte) => Buffer.of(byte)),
    );
    expect(whole.reply.length).toBeGreaterThan(32);
    expect(pieces.reply.length).toBe(whole.reply.length);
    await store.close();
  });

  it("of the old first hello are answered in the old way", async () => {
    const store = await openEmbeddedStore({ folder });
    const query = Buffer.concat([
      Buffer.alloc(4),
      Buffer.from("admin.$cmd\0"),
      Buffer.alloc(4),
      Buffer.from([255, 255, 255, 255]),
      serialize({ isMaster: 1, helloOk: true }),
    ]);
    const { reply } = await exchange(store.socketPath, [message(OP_QUERY, query)]);
    expect(reply.readInt32LE(12)).toBe(1);
    expect(reply.toString("latin1")).toContain("helloOk");
    await store.close();
  });

  it.each([
    ["a length of nothing", message(OP_MSG, Buffer.alloc(0), 0)],
    ["a length beyond any message", message(OP_MSG, Buffer.alloc(4), 2_000_000_000)],
    ["a negative length", message(OP_MSG, Buffer.alloc(4), -5)],
    ["an operation nobody knows", message(1, Buffer.alloc(8))],
    ["a document that ends too early", message(OP_MSG, Buffer.from([0, 0, 0, 0, 0, 200, 0, 0, 0, 1]))],
    ["noise", Buffer.from("GET / HTTP/1.1\r\n\r\n")],
  ])("that are %s end that connection alone", async (_name, bytes) => {
    const store = await openEmbeddedStore({ folder });
    await exchange(store.socketPath, [bytes]);
    await withClient(store.url, (client) => client.db("d").command({ ping: 1 }));
    const { isEnded } = await exchange(store.socketPath, [bytes]);
    expect(isEnded).toBe(true);
    await store.close();
  });
});

it("compact leaves nothing of what was deleted in the folder, and loses no write made meanwhile", async () => {
  const store = await openEmbeddedStore({ folder });
  await withClient(store.url, async (client) => {
    const database = client.db("d");
    const collection = database.collection<{ _id: number; text?: string }>("c");
    await collection.createIndex({ text: 1 });
    const word = (n: number) => (n % 3 === 0 ? "kept" : "whisper");
    await collection.insertMany(Array.from({ length: 2000 }, (_, n) => ({ _id: -n - 1, text: `${word(n)} ${n}` })));
    for (let n = 0; n < 2000; n += 1) if (word(n) === "whisper") await collection.deleteOne({ _id: -n - 1 });
    expect(await holds(folder, "whisper")).toBe(true);

    let written = 0;
    let isOver = false;
    const write = async () => {
      while (!isOver) {
        written += 1;
        const _id = written;
        await collection.insertOne({ _id });
        expect(await collection.findOne({ _id })).toEqual({ _id });
      }
    };
    const writers = Array.from({ length: 8 }, write);
    for (let time = 0; time < 10; time += 1)
      expect((await database.command({ compact: "c" }))["bytesFreed"]).toBeGreaterThanOrEqual(0);
    isOver = true;
    await Promise.all(writers);
    expect(written).toBeGreaterThan(20);
    expect(await collection.countDocuments({ _id: { $gt: 0 } })).toBe(written);
    expect(await collection.countDocuments({ _id: { $lt: 0 } })).toBe(667);
    expect(await holds(folder, "whisper")).toBe(false);
    await expect(database.command({ compact: "nowhere" })).rejects.toMatchObject({ code: 26 });
  });
  await store.close();
});

it("erases what it drops, and goes on erasing after a cut", async () => {
  const first = await openEmbeddedStore({ folder });
  const fill = (url: string) =>
    withClient(url, (client) =>
      client
        .db("d")
        .collection("c")
        .insertOne({ text: "a secret".repeat(1000) }),
    );
  await fill(first.url);
  const file = await open(join(folder, "db-d", "data.mdb"), "r");
  await withClient(first.url, (client) => client.db("d").dropDatabase());
  expect((await file.readFile()).some((byte) => byte !== 0)).toBe(false);
  await file.close();
  expect(await readdir(folder)).toEqual(expect.not.arrayContaining([expect.stringContaining("db-d")]));
  await fill(first.url);
  await first.close();
  await rename(join(folder, "db-d"), join(folder, "db-d.1.gone"));
  const left = await open(join(folder, "db-d.1.gone", "data.mdb"), "r");
  const second = await openEmbeddedStore({ folder });
  expect(await withClient(second.url, (client) => client.db("d").collection("c").countDocuments())).toBe(0);
  await second.close();
  expect((await left.readFile()).some((byte) => byte !== 0)).toBe(false);
  await left.close();
});

it("opens a folder whose exchange of files was cut short, before and after it took place", async () => {
  const first = await openEmbeddedStore({ folder });
  await withClient(first.url, (client) => client.db("d").collection<{ _id: number }>("c").insertOne({ _id: 1 }));
  await first.close();
  const database = join(folder, "db-d");
  const count = async () => {
    const store = await openEmbeddedStore({ folder });
    const found = await withClient(store.url, (client) => client.db("d").collection("c").countDocuments());
    await store.close();
    return found;
  };
  await mkdir(join(database, "fresh"));
  await link(join(database, "data.mdb"), join(database, "old.mdb"));
  expect(await count()).toBe(1);
  await copyFile(join(database, "data.mdb"), join(database, "old.mdb"));
  expect(await count()).toBe(1);
  expect((await readdir(database)).sort()).toEqual(["data.mdb", "lock.mdb"]);
});

async function holds(place: string, text: string): Promise<boolean> {
  const files = await readdir(place, { recursive: true, withFileTypes: true });
  const data = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name)));
  return (await Promise.all(data)).some((bytes) => bytes.includes(text));
}
