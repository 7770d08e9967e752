/**
 * Exchanging a database's file for a rewritten one, so that a power cut leaves either the old or the new, and the old
 * one is overwritten before its name goes: what was deleted is then not lying about in free pages.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

const current = (folder: string) => join(folder, "data.mdb");
const old = (folder: string) => join(folder, "old.mdb");
const fresh = (folder: string) => join(folder, "fresh");

/** An empty folder for the rewritten file. */
export function prepareSwap(folder: string): string {
  rmSync(fresh(folder), { recursive: true, force: true });
  mkdirSync(fresh(folder), { mode: 0o700 });
  return fresh(folder);
}

/** Of a file or a folder: what is in it is then on disk. */
export function sync(path: string): void {
  const file = openSync(path, "r");
  fsyncSync(file);
  closeSync(file);
}

function overwrite(path: string): void {
  const zeros = Buffer.alloc(1024 * 1024);
  const file = openSync(path, "r+");
  const { size } = statSync(path);
  for (let at = 0; at < size; at += zeros.length) writeSync(file, zeros, 0, Math.min(zeros.length, size - at), at);
  fsyncSync(file);
  closeSync(file);
}

/** Only while nobody has the file open. */
export function swapIn(folder: string): void {
  const rewritten = join(fresh(folder), "data.mdb");
  sync(rewritten);
  linkSync(current(folder), old(folder));
  renameSync(rewritten, current(folder));
  sync(folder);
  finishSwap(folder);
}

/** Does what a power cut kept from being done. */
export function finishSwap(folder: string): void {
  rmSync(fresh(folder), { recursive: true, force: true });
  if (!existsSync(old(folder))) return;
  // The name of an exchange that was cut short before it took place: it is still the file itself.
  const isCurrent = statSync(old(folder)).ino === statSync(current(folder)).ino;
  if (!isCurrent) overwrite(old(folder));
  rmSync(old(folder));
}
