/**
 * Tells the log that the database is away: each kind of failure once, however many requests are refused, and how many
 * there were once nothing has been refused for a while.
 */
import type { Logger } from "pino";

const QUIET_MS = 60_000;

function kindOf(reason: unknown): string {
  if (!(reason instanceof Error)) return typeof reason;
  return `${reason.name} ${"code" in reason ? String(reason.code) : ""}`;
}

/** `method`: of which service. */
export function awayLog(logger: Logger, quietMs = QUIET_MS): (reason: unknown, method: string) => void {
  const told = new Set<string>();
  let refused = 0;
  let end: NodeJS.Timeout | undefined;
  const over = () => {
    logger.info({ refused }, "nothing was refused for a while: the database is no longer away");
    told.clear();
    refused = 0;
    end = undefined;
  };
  return (reason, method) => {
    refused += 1;
    // The process does not wait for it.
    end = end?.refresh() ?? setTimeout(over, quietMs).unref();
    const kind = kindOf(reason);
    if (told.has(kind)) return;
    told.add(kind);
    logger.warn({ err: reason, method }, "the database is away");
  };
}
