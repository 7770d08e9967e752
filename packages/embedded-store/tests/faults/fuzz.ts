/** Sends spoiled messages, each over a connection of its own, and looks after what should not have changed. */
import fc from "fast-check";
import { MongoClient } from "mongodb";
import type { Document } from "mongodb";
import { expect } from "vitest";
import { indexesWrong } from "./check-store";
import { closeClient } from "./open-store";
import { RawConnection, commandBytes } from "./raw-connection";
import { spoiledMessage } from "./spoil-message";
import { startStore } from "./store-process";
import type { StoreProcess } from "./store-process";

const PING_ID = 0x70696e67;
const PING = commandBytes({ ping: 1, $db: "admin" }, PING_ID);
const ANSWERS_WITHIN_MS = 5000;

/** What a reader of lengths makes of the bytes: all whole messages, the beginning of one, or none that can be. */
function framing(bytes: Buffer): "whole" | "unfinished" | "impossible" {
  let at = 0;
  while (at < bytes.length) {
    if (at + 4 > bytes.length) return "unfinished";
    const length = bytes.readInt32LE(at);
    if (length < 16 || length > 48_000_000) return "impossible";
    at += length;
  }
  return at === bytes.length ? "whole" : "unfinished";
}

/** What is wrong with the answer to a spoiled message that a ping follows. */
async function answerWrong(store: StoreProcess, spoiled: Buffer): Promise<string | undefined> {
  const bytes = Buffer.concat([spoiled, PING]);
  const isReadAs = framing(bytes);
  const connection = await RawConnection.open(store.socketPath);
  connection.send(bytes);
  const isPingAnswered = () => connection.replies.some(({ responseTo }) => responseTo === PING_ID);
  const isDone = () => connection.isClosed || (isReadAs === "whole" && isPingAnswered());
  const hasEnded = isReadAs === "unfinished" || (await connection.until(isDone, ANSWERS_WITHIN_MS));
  connection.destroy();
  if (!store.isAlive()) return `the process ended: ${store.state()}`;
  if (!hasEnded) return `neither answered nor closed: ${spoiled.toString("hex")}`;
  const internal = connection.replies
    .map((reply) => reply.document())
    .find(({ codeName }) => codeName === "InternalError");
  return internal && `an internal error, ${store.faults.at(-1) ?? "of which nothing was told"}`;
}

const KEPT: Document[] = Array.from({ length: 100 }, (_, n) => ({ _id: n, name: `name ${n}`, tags: [`tag ${n % 3}`] }));

async function settle(client: MongoClient): Promise<void> {
  const kept = client.db("kept").collection("kept");
  await kept.createIndex({ name: 1 }, { unique: true });
  await kept.createIndex({ tags: 1 });
  await kept.insertMany(KEPT);
}

/** Every collection of every database can be read, and its indexes agree. */
async function everythingWrong(client: MongoClient): Promise<string[]> {
  const wrong: string[] = [];
  const { databases } = await client.db("admin").admin().listDatabases();
  for (const { name } of databases) {
    const collections = await client.db(name).listCollections().toArray();
    for (const collection of collections) wrong.push(...(await indexesWrong(client.db(name), collection.name, [])));
  }
  return wrong;
}

export async function fuzz(folder: string, numRuns: number, seed: number): Promise<void> {
  const store = await startStore({ folder });
  const client = await MongoClient.connect(store.url, { serverSelectionTimeoutMS: 3000 });
  try {
    await settle(client);
    const property = fc.asyncProperty(spoiledMessage, async (spoiled) => {
      expect(await answerWrong(store, spoiled)).toBeUndefined();
      expect(await client.db("kept").collection("kept").countDocuments({ tags: "tag 1" })).toBe(33);
    });
    await fc.assert(property, { numRuns, seed });
    expect(await client.db("kept").collection("kept").find().sort({ _id: 1 }).toArray()).toEqual(KEPT);
    expect(await indexesWrong(client.db("kept"), "kept", ["name", "tags"])).toEqual([]);
    expect(await everythingWrong(client)).toEqual([]);
    expect(store.faults).toEqual([]);
    await closeClient(client);
    expect(await store.stop(), store.state()).toBe(0);
  } finally {
    await closeClient(client);
    await store.kill();
  }
}
