/** A store under load on a disk of which some calls fail: what it acknowledged meanwhile is there, and it lives. */
import { setTimeout as wait } from "node:timers/promises";
import { seededChance } from "./chance";
import { makeIndexes, runLoad } from "./cut-load";
import { account, newLoad, withDatabase } from "./cut";
import { startStore } from "./store-process";
import { SYNC_CALLS, WRITE_CALLS, withFault } from "./strace";

const FAULTS = ["error=EIO", "error=ENOSPC", "retval=100"];
const LASTS_MS = 400;

export interface FailingReport {
  readonly wrong: string[];
  readonly acknowledged: number;
  readonly refused: number;
}

/** Each round fails another call and every so many after it, and ends with a kill or with a stop by turns. */
export async function failManyTimes(folder: string, rounds: number, seed: number): Promise<FailingReport> {
  const chance = seededChance(seed);
  const load = newLoad(chance);
  const wrong: string[] = [];
  let refused = 0;
  await withDatabase(folder, makeIndexes);
  for (let round = 1; round <= rounds; round += 1) {
    const how = FAULTS[round % FAULTS.length] ?? "";
    // Only a write can be done by half.
    const calls = how.startsWith("retval") ? "writev" : `${SYNC_CALLS},${WRITE_CALLS}`;
    const fault = { folder, calls, how: `${how}:when=${chance.whole(1, 9)}+${chance.whole(2, 9)}` };
    const say = (what: string) => wrong.push(`round ${round}, ${calls} ${fault.how}: ${what}`);
    const store = await startStore({ folder });
    const onRefusal = (error: Error, found: readonly string[]) => {
      refused += 1;
      if (how.includes("ENOSPC") && !("code" in error && error.code === 14031)) say(`answered ${error.message}`);
      found.forEach(say);
    };
    try {
      await runLoad({ url: store.url, load, onRefusal }, () => withFault(store, fault, () => wait(LASTS_MS)));
      if (!store.isAlive()) say(`the process ended: ${store.state()}`);
      if (round % 2 === 0) await Promise.race([store.stop(), wait(5000)]);
    } catch (error) {
      say(String(error));
    } finally {
      await store.kill();
    }
    (await withDatabase(folder, (database) => account(load, database))).forEach(say);
  }
  return { wrong: [...new Set(wrong)], acknowledged: load.ledger.acknowledged, refused };
}
