/** Turns "the database is away", or does not answer in time, into a Problem in one place, around every service. */
import { problems } from "../lib/problem";
import { isAway } from "./away";

export interface WatchedDatabase {
  isConnected(): boolean;
  /** Told why `database.away` was answered, and to which method. */
  onAway(reason: unknown, method: string): void;
}

export interface DatabaseProblemOptions {
  readonly withinMs?: number;
  /** Methods that may take as long as they take: what they ask of the database is bounded one by one (connect.ts). */
  readonly long?: readonly string[];
}

/**
 * A lesson's slowest answer takes a tenth of a second. What was asked may still be done later, as every step can be
 * repeated.
 */
const ANSWER_WITHIN_MS = 15_000;

/** The database did not answer in time. */
export class LateError extends Error {
  override readonly name = "LateError";
}

/** In so many steps a deadline passes: what keeps this process itself busy, or from running, counts as one of them. */
const STEPS = 60;

/** Rejects with a `LateError` when `work` is waited for longer; what it comes to then is nobody's any more. */
export async function withDeadline<T>(work: Promise<T>, withinMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    let steps = 0;
    timer = setInterval(() => {
      steps += 1;
      if (steps >= STEPS) reject(new LateError(`no answer within ${withinMs} ms`));
    }, withinMs / STEPS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearInterval(timer);
  }
}

type Method = (...args: never[]) => unknown;

/** The same service; a call that fails because the database is away rejects with `database.away`. */
export function withDatabaseProblems<T extends object>(
  service: T,
  { isConnected, onAway }: WatchedDatabase,
  { withinMs = ANSWER_WITHIN_MS, long = [] }: DatabaseProblemOptions = {},
): T {
  const wrap = (name: string, method: Method): Method =>
    async function wrapped(...args: never[]) {
      try {
        const work = Promise.resolve(method(...args));
        return await (long.includes(name) ? work : withDeadline(work, withinMs));
      } catch (error) {
        if (!(error instanceof LateError) && !isAway(error, isConnected)) throw error;
        onAway(error, name);
        throw problems.database.away();
      }
    };
  const entries = Object.entries(service).map(([name, value]) => [
    name,
    typeof value === "function" ? wrap(name, value) : value,
  ]);
  // Each method keeps its type: it was asynchronous before and is so still.
  return Object.fromEntries(entries) as T;
}

/** MongoDB's code for a broken unique index. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === 11_000;
}
