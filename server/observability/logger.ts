/** Structured logs for operators. No answer, key, name or path of a child's link is ever put in. */
import { pino } from "pino";
import type { Logger } from "pino";

export type { Logger };

export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
