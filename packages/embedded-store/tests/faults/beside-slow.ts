/** The two trials with slow clients; what is wrong is thrown. */
import { setTimeout as wait } from "node:timers/promises";
import { MongoClient } from "mongodb";
import { expect } from "vitest";
import { closeClient, withStore } from "./open-store";
import type { RawConnection } from "./raw-connection";
import { commandBytes } from "./raw-connection";
import { dawdle, mostMemory, openMany, slowestOfAHundred } from "./slow-clients";
import { startStore } from "./store-process";

const MEGABYTE = 1024 * 1024;
/** For one connection that waits for the rest of a message; one that promised 48 MB was promised nothing in return. */
const BYTES_A_SILENT_CLIENT = 256 * 1024;
const BASE_BYTES = 150 * MEGABYTE;
/** Generous: this machine may be busy with other things. */
const SLOWER_BY = 10;
const NEVER_MIND_MS = 50;

export async function besideSilent(folder: string, { clients, rounds }: { clients: number; rounds: number }) {
  const store = await startStore({ folder });
  const client = await MongoClient.connect(store.url);
  await slowestOfAHundred(client, rounds);
  const alone = await slowestOfAHundred(client, rounds);
  const memoryBefore = store.ownBytes() ?? 0;
  const over = new AbortController();
  const silent = await openMany(store.socketPath, clients);
  dawdle(silent, 1000, over.signal);
  await wait(100);
  let beside = Infinity;
  const memory = await mostMemory(store, async () => (beside = await slowestOfAHundred(client, rounds)));
  expect(beside, `alone it took ${alone} ms`).toBeLessThan(Math.max(NEVER_MIND_MS, alone * SLOWER_BY));
  if (memory !== undefined) expect(memory - memoryBefore).toBeLessThan(BASE_BYTES + clients * BYTES_A_SILENT_CLIENT);
  expect(silent.filter(({ isClosed }) => isClosed)).toEqual([]);
  await closeClient(client);
  expect(await store.stop(), store.state()).toBe(0);
  for (const connection of silent) expect(await connection.until(() => connection.isClosed, 5000)).toBe(true);
  over.abort();
}

/** Of one answer: one document, which no batch can divide. */
const ANSWER_BYTES = 8_000_000;
/** A few answers in the making for each client, and what the process has anyway. */
const boundOf = (clients: number) => BASE_BYTES + 150 * MEGABYTE + clients * 4 * ANSWER_BYTES;

/** "bounded", or what happened instead. */
export async function askAndNotRead(
  folder: string,
  { clients, requests }: { clients: number; requests: number },
): Promise<string> {
  return withStore({ folder }, async ({ store, client }) => {
    const items = client.db("d").collection<{ _id: number; text: string }>("items");
    await items.insertOne({ _id: 1, text: "x".repeat(ANSWER_BYTES) });
    const find = { find: "items", $db: "d" };
    const connections = await openMany(store.socketPath, clients);
    const before = store.ownBytes();
    const askAll = async () => {
      for (const connection of connections) {
        connection.keepsBodies = false;
        connection.socket.pause();
        for (let id = 1; id <= requests; id += 1) connection.send(commandBytes(find, id));
      }
      await untilStill(
        () => store.ownBytes() ?? 0,
        (bytes) => bytes - (before ?? 0) > boundOf(clients),
      );
      // Whoever reads is served meanwhile.
      expect(await items.countDocuments({ _id: 1 })).toBe(1);
    };
    const most = await mostMemory(store, askAll);
    const grown = (most ?? 0) - (before ?? 0);
    if (grown > boundOf(clients)) return `grown by ${Math.round(grown / MEGABYTE)} MB`;
    // All at once: the store lets go of whoever does not read for too long, and the last would wait for the others.
    await Promise.all(connections.map((connection) => readAll(connection, requests)));
    return "bounded";
  });
}

/** Waits until a number has not changed much for a while, or is too great. */
async function untilStill(read: () => number, isTooGreat: (value: number) => boolean): Promise<void> {
  let last = -1;
  for (let still = 0; still < 5 && !isTooGreat(last); ) {
    await wait(200);
    const now = read();
    still = Math.abs(now - last) < 8 * MEGABYTE ? still + 1 : 0;
    last = now;
  }
}

/** What was asked for comes whole and in its order once somebody reads. */
async function readAll(connection: RawConnection, requests: number): Promise<void> {
  connection.socket.resume();
  await connection.until(() => connection.isClosed || connection.replies.length === requests, 60_000);
  expect(connection.replies.map(({ responseTo }) => responseTo)).toEqual(
    Array.from({ length: requests }, (_, at) => at + 1),
  );
  const sizes = connection.replies.map(({ bytes }) => bytes);
  expect(Math.min(...sizes)).toBeGreaterThan(ANSWER_BYTES);
  connection.destroy();
}
