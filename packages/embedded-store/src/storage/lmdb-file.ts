/** LMDB's file of a database: opened, made anew so that it is there as a whole or not at all, and what its faults mean. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { open } from "lmdb";
import type { RootDatabase } from "lmdb";
import { CATALOG_KEY, EMPTY_CATALOG, catalogBytes } from "./catalog";
import { sync } from "./swap-file";

export type Store = RootDatabase<Buffer, Buffer>;

/** What the name of a folder ends with whose database is being made, or was dropped. */
const MAKING = ".new";
export const GONE = ".gone";
export const isDropped = (name: string): boolean => name.endsWith(GONE);
export const isUnfinished = (name: string): boolean => name.endsWith(MAKING) || isDropped(name);
/** What a new file needs before anything is in it. */
export const FIRST_BYTES = 256 * 1024;

/** `isPassing`: a copy that counts only once its owner has synced it as a whole. */
export function openStore(folder: string, { isPassing = false } = {}): Store {
  return open<Buffer, Buffer>({
    path: folder,
    noSubdir: false,
    keyEncoding: "binary",
    encoding: "binary",
    // Acknowledged means on disk: a commit returns after its sync, and many writers share one.
    overlappingSync: false,
    noSync: isPassing,
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
export async function makeDatabase(folder: string): Promise<void> {
  const making = `${folder}${MAKING}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  await makeEmpty(making);
  sync(making);
  renameSync(making, folder);
  sync(dirname(folder));
}

/** An empty database's file in a folder that is there. */
export async function makeEmpty(folder: string): Promise<void> {
  checkRoom(folder);
  const store = openStore(folder);
  try {
    await store.transaction(() => void store.put(CATALOG_KEY, catalogBytes(EMPTY_CATALOG)));
  } catch (error) {
    throw await causeOf(error);
  } finally {
    await store.close();
  }
}

/** Why a commit failed: LMDB tells it by a promise of its own, which would end the process if nobody heard it. */
export async function causeOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !("commitError" in error)) return error;
  return Promise.resolve(error.commitError).then(
    () => error,
    (cause: unknown) => cause,
  );
}
