/**
 * Own words (text, drawing, voice, photo) are asked for only where the round names who reads them. A round that was
 * opened before it had to keeps its paper, without those questions; what a page loaded earlier still sends is dropped.
 */
import type { Answers, NonAnswers, Paper, PaperPage } from "#surveys/paper/paper";
import { isMade } from "#surveys/paper/scale-kinds";
import type { Round } from "../rounds/contract";
import { hasReader } from "../rounds/rules";

const unreadOf = (round: Round, { items }: Paper): ReadonlySet<string> =>
  new Set(hasReader(round) ? [] : items.filter(({ type }) => isMade(type)).map(({ name }) => name));

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

/** What of an answer is kept in a round. */
export function keptOf(round: Round, paper: Paper, { answers, nonAnswers }: Given): Given {
  const unread = unreadOf(round, paper);
  const without = <Value>(given: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(given).filter(([item]) => !unread.has(item)));
  return unread.size === 0 ? { answers, nonAnswers } : { answers: without(answers), nonAnswers: without(nonAnswers) };
}
