/**
 * Exchanging a database's file for a rewritten one, so that a power cut leaves either the old or the new; and erasing the
 * old one, in pieces between which others run: what was deleted is then not lying about on the disk.
 */
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { open, rm, stat } from "node:fs/promises";
import { join } from "node:path";

export const current = (folder: string) => join(folder, "data.mdb");
const old = (folder: string) => join(folder, "old.mdb");
const fresh = (folder: string) => join(folder, "fresh");

/** Takes away a rewritten file that did not come to be. */
export const discardSwap = (folder: string): void => rmSync(fresh(folder), { recursive: true, force: true });

/** An empty folder for the rewritten file. */
export function prepareSwap(folder: string): string {
  discardSwap(folder);
  mkdirSync(fresh(folder), { mode: 0o700 });
  return fresh(folder);
}

/** Of a file or a folder: what is in it is then on disk. */
export function sync(path: string): void {
  const file = openSync(path, "r");
  fsyncSync(file);
  closeSync(file);
}

/** The same, while others run. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r");
  await file.sync().finally(() => file.close());
}

/** Only while nobody has the file open. The old one waits for `eraseOld`. */
export function swapIn(folder: string): void {
  const rewritten = current(fresh(folder));
  sync(rewritten);
  linkSync(current(folder), old(folder));
  renameSync(rewritten, current(folder));
  sync(folder);
  discardSwap(folder);
}

/** Before the file is opened: takes away what a power cut has left of an exchange that did not take place. */
export function recoverSwap(folder: string): void {
  discardSwap(folder);
  if (!existsSync(old(folder))) return;
  // The name of an exchange that was cut short before it took place: it is still the file itself.
  if (statSync(old(folder)).ino === statSync(current(folder), { throwIfNoEntry: false })?.ino) rmSync(old(folder));
}

/** Erases what an exchange has left, if anything; when it `isOver` in the middle, the next opening goes on. */
export async function eraseOld(folder: string, isOver: () => boolean): Promise<void> {
  if (existsSync(old(folder))) await erase(old(folder), isOver);
}

const PIECE = Buffer.alloc(1024 * 1024);
/** So little is soon done, also when the store is closing. */
const DONE_ANYWAY_BYTES = 16 * PIECE.length;

/** Overwrites a file, then removes its name; each piece is on disk before the next, so that others' syncs stay short. */
async function erase(path: string, isOver: () => boolean): Promise<void> {
  const { size } = await stat(path);
  const file = await open(path, "r+");
  try {
    for (let at = 0; at < size; at += PIECE.length) {
      if (isOver() && size - at > DONE_ANYWAY_BYTES) return;
      await file.write(PIECE, 0, Math.min(PIECE.length, size - at), at);
      await file.datasync();
    }
  } finally {
    await file.close();
  }
  await rm(path);
}

/** A dropped database's folder: its file is overwritten before it goes. */
export async function eraseFolder(folder: string, isOver: () => boolean): Promise<void> {
  await eraseOld(folder, isOver);
  if (existsSync(current(folder))) await erase(current(folder), isOver);
  if (!existsSync(old(folder)) && !existsSync(current(folder))) rmSync(folder, { recursive: true, force: true });
}
