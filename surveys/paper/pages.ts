/** Which pages of a paper a child meets, given the items it meets. */
import type { Answers, Facts, Paper, PaperItem, PaperPage } from "./paper";
import { visibleItems } from "./visible-items";

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
