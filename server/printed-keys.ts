/**
 * The keys that a development server has printed, kept beside the data, so that its next start prints them again. They
 * are of an invented municipality, and for the folder's owner alone.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PrintedKeys } from "./demo/describe-access";

function readOr<T>(file: string, otherwise: T): T {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    // Not there, or cut short: new keys are issued, and kept.
    return otherwise;
  }
}

export function printedKeysIn(dataDir: string): PrintedKeys {
  const file = join(dataDir, "printed-keys.json");
  return {
    read: () => readOr(file, {}),
    keep: (keys) => writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 }),
  };
}
