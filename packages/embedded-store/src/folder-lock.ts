/**
 * One process at a time owns a folder. Its lock names the process; one whose process is gone, or lives but does not
 * serve the folder (after a power cut its number may be anybody's), was left behind and is taken over.
 */
import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export interface FolderLock {
  release(): void;
}

/** How long a process may take from its lock to its socket. */
const SERVES_WITHIN_MS = 2000;

export function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Locks of this process: one with our own number but not here was left by an earlier process of that number. */
const held = new Set<string>();

async function isHeld(lock: string, isServed: () => Promise<boolean>): Promise<boolean> {
  const owner = Number(lock.split(" ")[0]);
  if (owner === process.pid) return held.has(lock);
  if (!Number.isInteger(owner) || owner <= 0 || !isAlive(owner)) return false;
  const end = performance.now() + SERVES_WITHIN_MS;
  while (performance.now() < end) {
    if (await isServed()) return true;
    await wait(100);
  }
  return false;
}

/** Removes exactly the lock that was judged; another one that has come meanwhile is put back. */
function setAside(file: string, judged: string): void {
  const aside = `${file}-${process.pid}`;
  try {
    renameSync(file, aside);
    if (readText(aside) !== judged) linkSync(aside, file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "EEXIST") throw error;
  }
  rmSync(aside, { force: true });
}

const lockOf = (folder: string) => join(folder, "lock");

/** True while a process has the folder that will soon be done with it. */
export const isOwnerPassing = (folder: string): boolean => readText(lockOf(folder))?.endsWith(" passing") === true;

export interface LockOptions {
  readonly isPassing: boolean;
  readonly isServed: () => Promise<boolean>;
}

/** Throws when the owner of the folder lives. */
export async function takeLock(folder: string, { isPassing, isServed }: LockOptions): Promise<FolderLock> {
  const file = lockOf(folder);
  const mine = `${process.pid} ${randomUUID()} ${isPassing ? "passing" : "staying"}`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: "wx", mode: 0o600 });
      held.add(mine);
      return { release: () => release(file, mine) };
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
    const found = readText(file);
    if (found === undefined) continue;
    if (await isHeld(found, isServed))
      throw new Error(
        `The data in ${folder} are in use by process ${found.split(" ")[0]}; stop it, or use its socket.`,
      );
    setAside(file, found);
  }
  throw new Error(`The data in ${folder} are being opened by another process.`);
}

function release(file: string, mine: string): void {
  held.delete(mine);
  if (readText(file) === mine) rmSync(file, { force: true });
}
