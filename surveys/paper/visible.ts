/** Which items and pages of a paper a child meets, given its answers and what is known without asking. */
import { holds } from "./condition";
import type { Answers, AnswerValue, Facts, Paper, PaperItem, PaperPage } from "./paper";

interface Met {
  readonly item: PaperItem;
  readonly isEnabled: boolean;
}

/**
 * A condition asks only earlier items. What is hidden, not yet to be answered, or only tried, counts for nothing in
 * later conditions.
 */
function metItems(paper: Paper, answers: Answers, facts?: Facts): Met[] {
  const counted: Record<string, AnswerValue> = {};
  const met: Met[] = [];
  for (const item of paper.items) {
    if (item.visibleIf && !holds(item.visibleIf, counted, facts)) continue;
    const isEnabled = !item.enableIf || holds(item.enableIf, counted, facts);
    met.push({ item, isEnabled });
    const answer = Object.hasOwn(answers, item.name) ? answers[item.name] : undefined;
    if (isEnabled && !item.isPractice && answer !== undefined) counted[item.name] = answer;
  }
  return met;
}

export function visibleItems(paper: Paper, answers: Answers, facts?: Facts): PaperItem[] {
  return metItems(paper, answers, facts).map(({ item }) => item);
}

/** Of the visible items those that may be answered now. */
export function answerableItems(paper: Paper, answers: Answers, facts?: Facts): PaperItem[] {
  return metItems(paper, answers, facts).flatMap(({ item, isEnabled }) => (isEnabled ? [item] : []));
}

/** The items of a page in its order, as far as they are visible. */
export function itemsOnPage(paper: Paper, page: PaperPage, visible: readonly PaperItem[]): PaperItem[] {
  return "items" in page ? page.items.flatMap((name) => visible.filter((item) => item.name === name)) : [];
}

/** A rest stands where it is; a page whose items are all hidden is passed over. */
export function isShown(paper: Paper, page: PaperPage, visible: readonly PaperItem[]): boolean {
  return "rest" in page || itemsOnPage(paper, page, visible).length > 0;
}

/** What of the paper counts on a child's path: its pages of questions, without rests and without what is only tried. */
export function pagesOnPath(paper: Paper, answers: Answers, facts?: Facts): number[] {
  const visible = visibleItems(paper, answers, facts);
  return paper.pages.flatMap((page, index) =>
    itemsOnPage(paper, page, visible).some((item) => !item.isPractice) ? [index] : [],
  );
}
