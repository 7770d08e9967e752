/** Kills a store under load at moments drawn by chance, and holds it to account after each restart. */
import { setTimeout as wait } from "node:timers/promises";
import type { Db } from "mongodb";
import { seededChance } from "./chance";
import type { Chance } from "./chance";
import { indexesWrong } from "./check-store";
import { makeIndexes, openClient, runLoad } from "./cut-load";
import type { CutLoad } from "./cut-load";
import { Ledger } from "./ledger";
import type { Found } from "./ledger";
import { startStore } from "./store-process";

const LATEST_CUT_MS = 400;

export const newLoad = (chance: Chance): CutLoad => ({
  ledger: new Ledger(),
  chance,
  counter: { certain: 0, sent: 0 },
});

export interface CutReport {
  readonly wrong: string[];
  readonly acknowledged: number;
  /** Cuts that fell while something was on its way. */
  readonly cutsWithinWork: number;
}

export async function withDatabase<T>(folder: string, work: (database: Db) => Promise<T>): Promise<T> {
  const store = await startStore({ folder });
  const client = await openClient(store.url);
  try {
    return await work(client.db("d"));
  } finally {
    await client.close();
    await store.stop();
  }
}

export async function account({ ledger, counter }: CutLoad, database: Db): Promise<string[]> {
  const wrong = ledger.settle(await database.collection<Found>("items").find().toArray());
  const counted = ((await database.collection("counters").findOne({ name: "all" }))?.["n"] as number | undefined) ?? 0;
  if (counted < counter.certain || counted > counter.sent)
    wrong.push(`${counted} increments; ${counter.certain} were acknowledged and ${counter.sent} sent`);
  counter.certain = counter.sent = counted;
  return [...wrong, ...(await indexesWrong(database, "items", ["u", "tags"]))];
}

export async function cutManyTimes(folder: string, cuts: number, seed: number): Promise<CutReport> {
  const chance = seededChance(seed);
  const load = newLoad(chance);
  const wrong: string[] = [];
  let cutsWithinWork = 0;
  await withDatabase(folder, makeIndexes);
  for (let cut = 1; cut <= cuts; cut += 1) {
    const store = await startStore({ folder });
    const cutAfterMs = chance.whole(0, LATEST_CUT_MS);
    const before = load.ledger.acknowledged;
    const end = () => wait(cutAfterMs).then(() => store.kill());
    await runLoad({ url: store.url, load, isKept: chance.isTrue(0.3) }, end).finally(() => store.kill());
    if (load.ledger.acknowledged > before) cutsWithinWork += 1;
    const found = await withDatabase(folder, (database) => account(load, database));
    wrong.push(...found.map((what) => `cut ${cut} after ${cutAfterMs} ms: ${what}`));
  }
  return { wrong, acknowledged: load.ledger.acknowledged, cutsWithinWork };
}
