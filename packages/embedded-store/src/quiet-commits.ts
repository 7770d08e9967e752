/**
 * LMDB's binding puts every commit that fails on the console, with its stack: on a full disk four lines for each write.
 * Whoever sent the write hears of it (14031), so that the console is told of the first in a row alone.
 */
import { toServerError } from "./server-error";

/** A failure that comes later than this after the last is news again. */
const IN_A_ROW_MS = 60_000;

/** What the binding throws for a commit has the system's number as its code, and was made in the binding. */
const isFailedCommit = (error: unknown): error is Error =>
  error instanceof Error &&
  toServerError(error) !== undefined &&
  /[\\/]lmdb[\\/]/.test(error.stack?.split("\n").find((line) => /^\s+at /.test(line)) ?? "");

/** Once, before a store is opened. Everything else that is said on the console goes its way. */
export function quietFailedCommits(): void {
  /* eslint-disable no-console -- the binding knows no other place to speak */
  const say = console.error.bind(console);
  let failedAt = -Infinity;
  console.error = (...said: unknown[]) => {
    const [error] = said;
    if (said.length !== 1 || !isFailedCommit(error)) return say(...said);
    const isFirst = performance.now() - failedAt > IN_A_ROW_MS;
    failedAt = performance.now();
    if (isFirst)
      say(`The embedded store cannot write to its disk: ${error.message}. It says so once, not of each write.`);
  };
}
