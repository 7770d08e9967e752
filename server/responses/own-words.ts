/**
 * Own words (text, drawing, voice, photo) are asked for only in languages for which the round names who reads them. In
 * others, and in a round that was opened before it had to name anybody, the paper is there without those questions; what
 * a page loaded earlier still sends is dropped.
 */
import { isDrawing } from "#surveys/paper/answer-value";
import type { Answers, NonAnswers, Paper, PaperPage } from "#surveys/paper/paper";
import { isMade } from "#surveys/paper/scale-kinds";
import type { NewWriting } from "../reading-room/contract";
import type { Round } from "../rounds/contract";
import { isReadIn } from "../rounds/editors";

const unreadOf = (round: Round, { items, locale }: Paper): ReadonlySet<string> =>
  new Set(isReadIn(round, locale) ? [] : items.filter(({ type }) => isMade(type)).map(({ name }) => name));

/** A rest after the last question that is left would be one before nothing; it is harmless and stays. */
function pageWithout(page: PaperPage, unread: ReadonlySet<string>): PaperPage[] {
  if ("rest" in page) return [page];
  const items = page.items.filter((name) => !unread.has(name));
  return items.length > 0 ? [{ ...page, items }] : [];
}

/** What of a paper is asked in a round. */
export function askedOf(round: Round, paper: Paper): Paper {
  const unread = unreadOf(round, paper);
  if (unread.size === 0) return paper;
  return {
    ...paper,
    items: paper.items.filter(({ name }) => !unread.has(name)),
    pages: paper.pages.flatMap((page) => pageWithout(page, unread)),
  };
}

interface Given {
  readonly answers: Answers;
  readonly nonAnswers: NonAnswers;
}

/** What of an answer is kept in a round; the paper is in the language in which the child answered. */
export function keptOf(round: Round, paper: Paper, { answers, nonAnswers }: Given): Given {
  const unread = unreadOf(round, paper);
  const without = <Value>(given: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(given).filter(([item]) => !unread.has(item)));
  return unread.size === 0 ? { answers, nonAnswers } : { answers: without(answers), nonAnswers: without(nonAnswers) };
}

export type OwnWords = Pick<NewWriting, "item" | "kind" | "text">;

/** What is counted and what is read: own words never lie beside the rest of an answer. */
export function splitOwnWords({ items }: Paper, answers: Answers): { chosen: Answers; written: readonly OwnWords[] } {
  const made = new Set(items.filter(({ type }) => isMade(type)).map(({ name }) => name));
  const chosen: Record<string, Answers[string]> = {};
  const written: OwnWords[] = [];
  for (const [item, value] of Object.entries(answers)) {
    if (!made.has(item)) chosen[item] = value;
    else if (typeof value === "string")
      written.push({ item, kind: isDrawing(value) ? "drawing" : "text", text: value });
  }
  return { chosen, written };
}
