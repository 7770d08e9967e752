/**
 * When the process ends: told by a signal, or because of a fault that nobody caught. Whatever happens, it ends within
 * bounded time.
 */
import { constants } from "node:os";

const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/** Ctrl-C reaches us twice under npm, once from the terminal and once handed on: that is no sign of impatience. */
const SAME_WISH_MS = 1000;

/** `stop` is called once, with the signal's exit code; who signals again later will not wait. */
export function onStopSignal(stop: (exitCode: number) => void): void {
  let toldAt: number | undefined;
  for (const signal of SIGNALS)
    process.on(signal, () => {
      const exitCode = 128 + constants.signals[signal];
      if (toldAt === undefined) {
        toldAt = performance.now();
        stop(exitCode);
      } else if (performance.now() - toldAt > SAME_WISH_MS) process.exit(exitCode);
    });
}

/** A promise nobody waited for, or an error nobody caught: what state things are in is not known any more. */
export function onFault(end: (error: unknown) => void): void {
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
}

/** Exits with the code that `work` comes to, or with `otherwise` when it fails or takes longer than `withinMs`. */
export function exitAfter(work: Promise<number>, otherwise: number, withinMs: number): void {
  setTimeout(() => process.exit(otherwise), withinMs);
  work.then(
    (exitCode) => process.exit(exitCode),
    () => process.exit(otherwise),
  );
}
