/** The process is gone, as if the power went, before its n-th write to the database; beats of a claim are none. */
import mongoose from "mongoose";

const WRITES = [
  "insertOne",
  "insertMany",
  "updateOne",
  "updateMany",
  "replaceOne",
  "findOneAndUpdate",
  "bulkWrite",
  "deleteOne",
  "deleteMany",
] as const;
type Write = (this: unknown, ...given: unknown[]) => unknown;

export function dieBeforeWrite(nth: number): void {
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
