/**
 * Work that one process at a time does on the database, and that must not be taken for done while it is half done. Its
 * mark is there from the first write to the last; whoever finds one waits as long as its owner shows signs of life, and
 * takes over what an owner that has died began.
 */
import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "./connect";
import { dbOf } from "./connect";
import { isDuplicateKey } from "./database-problem";

export const CLAIMS = "claims";

interface StoredClaim {
  readonly _id: string;
  /** Empty when its owner has let it go with the work half done. */
  readonly owner: string;
  readonly host: string;
  readonly pid: number;
  /** The machine since it was started, and its table of processes: a number says nothing about a process elsewhere. */
  readonly place: string;
  readonly since: Date;
  /** Grows while the owner lives. Compared with what it was, not with a clock: machines' clocks differ. */
  readonly beat: number;
}

const BEAT_EVERY_MS = 2000;
const DEAD_AFTER_MS = 20_000;
const LOOK_EVERY_MS = 250;

function placeHere(): string {
  try {
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return randomUUID();
  }
}

const place = placeHere();

/** This process, for whoever finds its mark: where it runs, under which number, and that it is this one. */
export const processMark = `${place} ${process.pid} ${randomUUID()}`;

/** Whether the process of a mark has surely ended: it ran here, and its number is free. Elsewhere nobody knows. */
export function isSurelyGone(mark: string): boolean {
  const [of, pid] = [mark.split(" ").slice(0, -2).join(" "), Number(mark.split(" ").at(-2))];
  return of === place && Number.isInteger(pid) && !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

const isSurelyDead = (claim: StoredClaim) => claim.owner === "" || (claim.place === place && !isAlive(claim.pid));

export interface Claim {
  /** The work had been begun by another, whose claim this was. */
  readonly isTakenOver: boolean;
  /** Aborted when another process believed this one to be dead. */
  readonly lost: AbortSignal;
  /** The work is done: the mark goes. */
  finish(): Promise<void>;
  /** The work is left half done: the mark stays, and whoever comes next need not wait. */
  leave(): Promise<void>;
}

export interface ClaimOptions {
  /** Told once, when the work is another's who lives. */
  readonly onWaiting: (owner: { readonly host: string; readonly pid: number; readonly since: Date }) => void;
  readonly signal?: AbortSignal;
}

const claimsOf = ({ main }: Pick<Database, "main">) => dbOf(main).collection<StoredClaim>(CLAIMS);
type Claims = ReturnType<typeof claimsOf>;

function hold(claims: Claims, name: string, owner: string, isTakenOver: boolean): Claim {
  const losing = new AbortController();
  let isBeating = false;
  const beat = async () => {
    if (isBeating) return;
    isBeating = true;
    const { matchedCount } = await claims.updateOne({ _id: name, owner }, { $inc: { beat: 1 } });
    isBeating = false;
    if (matchedCount === 0) losing.abort(new Error("Another process has taken this work over."));
  };
  // A database that is away for a while keeps others from taking over as well.
  const timer = setInterval(() => void beat().catch(() => (isBeating = false)), BEAT_EVERY_MS).unref();
  return {
    isTakenOver,
    lost: losing.signal,
    async finish() {
      clearInterval(timer);
      await claims.deleteOne({ _id: name, owner });
    },
    async leave() {
      clearInterval(timer);
      await claims.updateOne({ _id: name, owner }, { $set: { owner: "" } });
    },
  };
}

async function insert(claims: Claims, claim: StoredClaim): Promise<boolean> {
  try {
    await claims.insertOne(claim);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Resolves when the work is this process's. */
export async function claimWork(
  database: Pick<Database, "main">,
  name: string,
  { onWaiting, signal }: ClaimOptions,
): Promise<Claim> {
  const claims = claimsOf(database);
  const owner = randomUUID();
  const mine = { owner, host: hostname(), pid: process.pid, place, since: new Date(), beat: 0 };
  let seen: { readonly of: string; readonly at: number } | undefined;
  for (let isTold = false; ; ) {
    signal?.throwIfAborted();
    const found = await claims.findOne({ _id: name });
    if (!found) {
      if (await insert(claims, { _id: name, ...mine })) return hold(claims, name, owner, false);
      continue;
    }
    const now = performance.now();
    const state = `${found.owner} ${found.beat}`;
    if (seen?.of !== state) seen = { of: state, at: now };
    if (isSurelyDead(found) || now - seen.at > DEAD_AFTER_MS) {
      const same = { _id: name, owner: found.owner, beat: found.beat };
      if ((await claims.updateOne(same, { $set: mine })).matchedCount === 1) return hold(claims, name, owner, true);
      continue;
    }
    if (!isTold) onWaiting(found);
    isTold = true;
    await wait(LOOK_EVERY_MS, undefined, { signal });
  }
}

/** The mark of work that somebody has begun and not finished, whether they still live or not. */
export const isClaimed = async (database: Pick<Database, "main">, name: string): Promise<boolean> =>
  (await claimsOf(database).findOne({ _id: name }, { projection: { _id: 1 } })) !== null;
