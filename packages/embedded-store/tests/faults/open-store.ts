/** A store process with a client, closed when the work is over: what most tests of faults begin with. */
import { setTimeout as wait } from "node:timers/promises";
import { MongoClient } from "mongodb";
import { startStore } from "./store-process";
import type { StoreProcess, StoreProcessOptions } from "./store-process";

/** Closes a client whose server may have gone: the driver may wait for ever for an answer to its farewell. */
export const closeClient = (client: MongoClient): Promise<unknown> => Promise.race([client.close(true), wait(500)]);

export async function withStore<T>(
  options: StoreProcessOptions,
  work: (opened: { store: StoreProcess; client: MongoClient }) => Promise<T>,
): Promise<T> {
  const store = await startStore(options);
  const client = await MongoClient.connect(store.url, { serverSelectionTimeoutMS: 3000, retryWrites: false });
  try {
    return await work({ store, client });
  } finally {
    await closeClient(client);
    await Promise.race([store.stop(), wait(5000)]);
    await store.kill();
  }
}

/** What became of something that must not take for ever. */
export async function outcome(work: () => Promise<unknown>, withinMs = 5000): Promise<unknown> {
  const late = new AbortController();
  try {
    return await Promise.race([
      work().catch((error: unknown) => error),
      wait(withinMs, new Error(`no answer within ${withinMs} ms`), { signal: late.signal }),
    ]);
  } finally {
    late.abort();
  }
}
