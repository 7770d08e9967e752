/** LMDB's file of a database: opened, made anew so that it is there as a whole or not at all, and what its faults mean. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { open } from "lmdb";
import type { RootDatabase } from "lmdb";
import { CATALOG_KEY } from "./snapshot";
import { sync } from "./swap-file";

export type Store = RootDatabase<Buffer, Buffer>;

/** What the name of a folder ends with whose database is being made, or was dropped. */
const MAKING = ".new";
export const GONE = ".gone";
export const isUnfinished = (name: string): boolean => name.endsWith(MAKING) || name.endsWith(GONE);
/** What a new file needs before anything is in it. */
export const FIRST_BYTES = 256 * 1024;

export function openStore(folder: string): Store {
  return open<Buffer, Buffer>({
    path: folder,
    noSubdir: false,
    keyEncoding: "binary",
    encoding: "binary",
    // Acknowledged means on disk: a commit returns after its sync, and many writers share one.
    overlappingSync: false,
    // A batch has a promise of its own, which nobody can hear when its commit fails.
    eventTurnBatching: false,
    // Each open cursor reads from a snapshot of its own (`MOST_OPEN` in cursors.ts), and so does each request.
    maxReaders: 4096,
  });
}

/** LMDB ends the process when it finds no room for the first pages of a file: throws before it does. */
export function checkRoom(folder: string): void {
  const file = join(folder, "room");
  try {
    writeFileSync(file, Buffer.alloc(FIRST_BYTES), { flush: true });
  } finally {
    rmSync(file, { force: true });
  }
}

/** An empty database, in a folder that is there only when all of it is. */
export async function makeDatabase(folder: string, catalog: Buffer): Promise<void> {
  const making = `${folder}${MAKING}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  checkRoom(making);
  const store = openStore(making);
  try {
    await store.transaction(() => void store.put(CATALOG_KEY, catalog));
  } catch (error) {
    throw await causeOf(error);
  } finally {
    await store.close();
  }
  sync(making);
  renameSync(making, folder);
  sync(dirname(folder));
}

/** Why a commit failed: LMDB tells it by a promise of its own, which would end the process if nobody heard it. */
export async function causeOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !("commitError" in error)) return error;
  return Promise.resolve(error.commitError).then(
    () => error,
    (cause: unknown) => cause,
  );
}
