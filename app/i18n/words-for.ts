/** The words that one page of adults' needs, in its language. Read on the server alone. */
import type { AdultWords, PageWords } from "./adult-words";
import { da } from "./words-da";
import { en } from "./words-en";

export type WordsOf = Exclude<keyof AdultWords, "frame">;

/** The frame's are always there. */
export function wordsFor(locale: "da" | "en", parts: readonly WordsOf[]): PageWords {
  const all: AdultWords = locale === "da" ? da : en;
  return Object.fromEntries((["frame", ...parts] as const).map((part) => [part, all[part]]));
}
