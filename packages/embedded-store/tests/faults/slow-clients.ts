/** Clients that hold a connection and do little with it, and what a normal client notices of them. */
import { setTimeout as wait } from "node:timers/promises";
import type { MongoClient } from "mongodb";
import { RawConnection, commandBytes } from "./raw-connection";
import type { StoreProcess } from "./store-process";

const CONNECT_AT_ONCE = 50;

/** Opens that many connections, some at a time: the queue of a listening socket is short. */
export async function openMany(socketPath: string, count: number): Promise<RawConnection[]> {
  const opened: RawConnection[] = [];
  while (opened.length < count) {
    const group = Array.from({ length: Math.min(CONNECT_AT_ONCE, count - opened.length) }, () =>
      RawConnection.open(socketPath),
    );
    opened.push(...(await Promise.all(group)));
  }
  return opened;
}

const GREATEST_MESSAGE = 48_000_000;

/** Says that much will come, and sends a little of it. */
function halfMessage(): Buffer {
  const bytes = Buffer.alloc(8000, 1);
  bytes.writeInt32LE(GREATEST_MESSAGE, 0);
  bytes.writeInt32LE(2013, 12);
  return bytes;
}

/** One of four silent ways, by turns; a byte at a time comes once per `everyMs`. Ends when `signal` does. */
export function dawdle(connections: readonly RawConnection[], everyMs: number, signal: AbortSignal): void {
  const ping = commandBytes({ ping: 1, $db: "d" }, 7);
  const drip = async (connection: RawConnection) => {
    for (let at = 0; !signal.aborted && !connection.isClosed; at = (at + 1) % ping.length) {
      connection.send(ping.subarray(at, at + 1));
      await wait(everyMs);
    }
  };
  const ways = [() => undefined, (one: RawConnection) => one.send(halfMessage()), drip, halfHeader];
  for (const [at, connection] of connections.entries()) void ways[at % ways.length]?.(connection);
}

const halfHeader = (connection: RawConnection) => connection.send(Buffer.of(200, 0));

/** How long the slowest of a hundred requests takes, of reads and writes by turns. */
export async function slowestOfAHundred(client: MongoClient, rounds: number): Promise<number> {
  const items = client.db("d").collection<{ _id: number; n: number }>("beside");
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    if (round % 3 === 0) await items.updateOne({ _id: round % 10 }, { $inc: { n: 1 } }, { upsert: true });
    else await items.findOne({ _id: round % 10 });
    times.push(performance.now() - startedAt);
  }
  times.sort((one, other) => one - other);
  return times[Math.floor(times.length * 0.99)] ?? Infinity;
}

/** The most memory of its own that the process has while `work` runs, where the system tells. */
export async function mostMemory(store: StoreProcess, work: () => Promise<unknown>): Promise<number | undefined> {
  let most = store.ownBytes();
  const sampling = setInterval(() => {
    const now = store.ownBytes();
    if (now !== undefined && most !== undefined) most = Math.max(most, now);
  }, 20);
  try {
    await work();
  } finally {
    clearInterval(sampling);
  }
  return most;
}
