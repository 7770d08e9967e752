/** Structured logs for operators. No answer, key, name or path of a child's link is ever put in. */
import { pino } from "pino";
import type { Logger } from "pino";
import { isProblem } from "../lib/problem";

export type { Logger };

/** What went wrong and where. Not the message: it may quote a path, a value or a name. */
function describeFault(error: unknown): object {
  // Recognised by shape (lib/problem.ts); its message is ours, and names nobody.
  if (isProblem(error)) return { type: "Problem", code: error.code };
  if (!(error instanceof Error)) return { type: error === null ? "null" : typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = "code" in error ? { code: error.code } : {};
  return { type: error.name, ...code, stack: frames.map((line) => line.trim()).join("\n") };
}

export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeFault } });
}
