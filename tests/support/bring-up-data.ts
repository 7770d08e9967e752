/**
 * A process that brings data up, says on standard output what it is told meanwhile, and ends; or is gone, as if the power
 * went, before its n-th write. `node <this, bundled> <options as JSON>` (bring-up-elsewhere.ts).
 */
import mongoose from "mongoose";
import { bringUp } from "../../server/database/bring-up";
import { connectDatabase } from "../../server/database/connect";
import type { BringUpElsewhere } from "./bring-up-elsewhere";

const { killedBeforeWrite = 0, ...where } = JSON.parse(process.argv[2] ?? "") as BringUpElsewhere;

const WRITES = ["insertOne", "insertMany", "updateOne", "updateMany", "deleteOne", "deleteMany"] as const;
type Write = (this: unknown, ...given: unknown[]) => unknown;

function dieBeforeWrite(nth: number): void {
  // The driver's own methods, whichever part of ours calls them.
  const methods = mongoose.mongo.Collection.prototype as unknown as Record<string, Write>;
  let writes = 0;
  for (const name of WRITES) {
    const own = methods[name];
    methods[name] = function (...given) {
      if (!JSON.stringify(given).includes('"beat":1')) writes += 1;
      if (writes === nth) process.kill(process.pid, "SIGKILL");
      return own?.apply(this, given);
    };
  }
}

if (killedBeforeWrite > 0) dieBeforeWrite(killedBeforeWrite);
const database = await connectDatabase({ ...where, onFault: () => undefined });
await bringUp(database, { onProgress: (sentence) => void process.stdout.write(`${sentence}\n`) });
await database.close();
