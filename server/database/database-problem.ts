/** Turns "the database is away" into a Problem in one place, around every service. */
import { problems } from "../lib/problem";

const AWAY =
  /^(Mongo(ose)?(ServerSelection|Network|NetworkTimeout|NotConnected|PoolCleared|PoolClosed|TopologyClosed|ClientClosed)?Error|MongoServerSelectionError|MongoPoolClearedError|MongoWaitQueueTimeoutError)$/;
const NOT_CONNECTED = /before initial connection is complete|not connected|Client must be connected/i;

/** A server that is stopping, or not yet or no longer the primary: codes that outlive the driver's own repetition. */
const CHANGING = new Set([91, 189, 10_107, 11_600, 11_602, 13_435, 13_436]);

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "MongoServerError") return "code" in error && CHANGING.has(Number(error.code));
  // Written, but not on most members as yet: whoever asked asks again, and every step can be repeated.
  if (error.name === "MongoWriteConcernError") return true;
  if (error.name === "MongooseError") return NOT_CONNECTED.test(error.message);
  return AWAY.test(error.name);
}

type Method = (...args: never[]) => unknown;

/** The same service; a call that fails because the database is away rejects with `database.away`. */
export function withDatabaseProblems<T extends object>(service: T): T {
  const wrap = (method: Method): Method =>
    async function wrapped(...args: never[]) {
      try {
        return await method(...args);
      } catch (error) {
        throw isAway(error) ? problems.database.away() : error;
      }
    };
  const entries = Object.entries(service).map(([name, value]) => [
    name,
    typeof value === "function" ? wrap(value) : value,
  ]);
  // Each method keeps its type: it was asynchronous before and is so still.
  return Object.fromEntries(entries) as T;
}

/** MongoDB's code for a broken unique index. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === 11_000;
}
