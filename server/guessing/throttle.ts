/**
 * Counts attempts at something that could be guessed, before anything is looked at. Of a name a few numbers are kept, and
 * only of a bounded number of names; a timer runs only while an attempt is under way.
 */
import type { Clock } from "../lib/clock";
import type { Problem } from "../lib/problem";
import { problems } from "../lib/problem";
import type { Patience } from "./rules";
import { networkOf, pauseMs } from "./rules";

interface Tally {
  misses: number;
  /** Attempts that have begun and of which nobody knows yet what they were. */
  underWay: number;
  /** As many misses bring the next pause. */
  allowance: number;
  pauses: number;
  pausedUntil: number;
  lastMissAt: number;
  /** Who waits for one of those under way to be settled. */
  readonly waiting: (() => void)[];
}

export interface Pause {
  readonly name: string;
  readonly until: Date;
}

export interface Attempts {
  /** How long the pause still is, in milliseconds; 0 when there is none. */
  pausedMs(name: string): number;
  /** So many are under way that one more could be a miss too many. */
  isFull(name: string): boolean;
  /** Once one of those under way is settled: true. At once false, when too many wait already. */
  waitForRoom(name: string): Promise<boolean>;
  begin(name: string): void;
  /** What had begun was right, or came to nothing: it does not count. */
  giveBack(name: string): void;
  /** What had begun was wrong. */
  miss(name: string): void;
  listPaused(): Pause[];
  /** Everything that is not forgotten. */
  listNames(): string[];
  /** Forgets everything about some names. */
  forget(isOne: (name: string) => boolean): void;
}

/** The oldest names are forgotten first: to push one out, so many others must have missed meanwhile. */
const MOST_NAMES = 50_000;
/** A class that comes at once is let in one after the other; a thousand guesses at once are not. */
const MOST_WAITING = 100;

export function createAttempts(patience: Patience, clock: Clock): Attempts {
  const tallies = new Map<string, Tally>();
  const now = () => clock.now().getTime();

  function find(name: string): Tally | undefined {
    const tally = tallies.get(name);
    if (!tally) return undefined;
    const isOld = now() - Math.max(tally.lastMissAt, tally.pausedUntil) > patience.forgetAfterMs;
    if (!isOld || tally.underWay > 0) return tally;
    tallies.delete(name);
    return undefined;
  }

  function wake({ waiting }: Tally): void {
    for (const go of waiting.splice(0)) go();
  }

  function drop(name: string): void {
    const tally = tallies.get(name);
    tallies.delete(name);
    if (tally) wake(tally);
  }

  function open(name: string): Tally {
    const found = find(name);
    if (found) return found;
    const [oldest] = tallies.size >= MOST_NAMES ? tallies.keys() : [];
    if (oldest !== undefined) drop(oldest);
    const fresh = { misses: 0, underWay: 0, allowance: patience.free, pauses: 0, pausedUntil: 0 };
    const tally = { ...fresh, lastMissAt: now(), waiting: [] };
    tallies.set(name, tally);
    return tally;
  }

  function settle(name: string): Tally {
    const tally = open(name);
    tally.underWay = Math.max(0, tally.underWay - 1);
    wake(tally);
    return tally;
  }

  return {
    pausedMs: (name) => Math.max(0, (find(name)?.pausedUntil ?? 0) - now()),
    isFull(name) {
      const tally = find(name);
      return tally !== undefined && tally.misses + tally.underWay >= tally.allowance;
    },
    waitForRoom(name) {
      const { waiting } = open(name);
      if (waiting.length >= MOST_WAITING) return Promise.resolve(false);
      return new Promise((resolve) => waiting.push(() => resolve(true)));
    },
    begin(name) {
      open(name).underWay += 1;
    },
    giveBack(name) {
      const tally = settle(name);
      if (tally.misses === 0 && tally.underWay === 0) tallies.delete(name);
    },
    miss(name) {
      const tally = settle(name);
      tally.misses += 1;
      tally.lastMissAt = now();
      if (tally.misses < tally.allowance) return;
      tally.pauses += 1;
      tally.pausedUntil = now() + pauseMs(tally.pauses, patience);
      tally.allowance = tally.misses + patience.step;
    },
    listPaused: () =>
      [...tallies]
        .filter(([, { pausedUntil }]) => pausedUntil > now())
        .map(([name, { pausedUntil }]) => ({ name, until: new Date(pausedUntil) })),
    listNames: () => [...tallies.keys()],
    forget(isOne) {
      for (const name of [...tallies.keys()].filter(isOne)) drop(name);
    },
  };
}

/** Names with so many bits that they open however many others failed: only what is not there is counted. */
const UNKNOWN: Patience = {
  free: 300,
  step: 50,
  firstPauseMs: 120_000,
  longestPauseMs: 12 * 3_600_000,
  forgetAfterMs: 24 * 3_600_000,
};

export interface UnknownNames {
  /** Throws `refuse()`, or `request.tooMany` when this address has come with many that are not there. */
  refuseUnknown(address: string): never;
}

export function createUnknownNames(clock: Clock, refuse: () => Problem): UnknownNames {
  const unknown = createAttempts(UNKNOWN, clock);
  return {
    refuseUnknown(address) {
      const name = networkOf(address);
      const wait = unknown.pausedMs(name);
      if (wait > 0) throw problems.request.tooMany(secondsOf(wait));
      unknown.miss(name);
      throw refuse();
    },
  };
}

/** One attempt, counted in several places at once. */
export type Counted = readonly [attempts: Attempts, name: string];

/** In whole seconds, at least one. */
const secondsOf = (waitMs: number): number => Math.max(1, Math.ceil(waitMs / 1000));

interface Rules {
  /** Whether what `look` threw was a wrong guess; anything else is given back. */
  readonly isMiss: (error: unknown) => boolean;
  /** What to throw instead of looking. */
  readonly refuse?: (retryAfterSeconds: number) => unknown;
}

/** An attempt that hangs, because a database does, is not held against anybody for longer than this. */
const LONGEST_ATTEMPT_MS = 30_000;
const BUSY_SECONDS = 1;

/** Begins an attempt once every count allows one more; throws what `refuse` makes of the wait. */
async function begin(counted: readonly Counted[], refuse: (retryAfterSeconds: number) => unknown): Promise<void> {
  for (;;) {
    const paused = Math.max(...counted.map(([attempts, name]) => attempts.pausedMs(name)));
    if (paused > 0) throw refuse(secondsOf(paused));
    const full = counted.find(([attempts, name]) => attempts.isFull(name));
    if (!full) {
      // In the same breath as the check: nobody else comes between.
      for (const [attempts, name] of counted) attempts.begin(name);
      return;
    }
    const [attempts, name] = full;
    if (!(await attempts.waitForRoom(name))) throw refuse(BUSY_SECONDS);
  }
}

/** Looks only when every count allows it; a miss counts in all of them. Throws `request.tooMany`, or what `look` throws. */
export async function attempt<T>(
  counted: readonly Counted[],
  look: () => Promise<T>,
  { isMiss, refuse = problems.request.tooMany }: Rules,
): Promise<T> {
  await begin(counted, refuse);
  let isSettled = false;
  const settle = (isWrong: boolean) => {
    if (isSettled) return;
    isSettled = true;
    clearTimeout(timer);
    for (const [attempts, name] of counted) attempts[isWrong ? "miss" : "giveBack"](name);
  };
  const timer = setTimeout(() => settle(false), LONGEST_ATTEMPT_MS).unref();
  try {
    const found = await look();
    settle(false);
    return found;
  } catch (error) {
    settle(isMiss(error));
    throw error;
  }
}
