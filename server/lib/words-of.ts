/** What was thrown, as a sentence for a terminal: also when it is no Error, as a Problem is not. */
import { inspect } from "node:util";
import { isProblem } from "./problem";

export function wordsOf(thrown: unknown): string {
  if (isProblem(thrown)) return `${thrown.message} (${thrown.code})`;
  if (thrown instanceof Error) return thrown.message || thrown.name;
  return typeof thrown === "string" && thrown !== ""
    ? thrown
    : `Something that is no error was thrown: ${inspect(thrown)}`;
}
