/** What a page of a walk is called, in the tab and by a screen reader when it comes: its question, or what it is. */
import { useEffect } from "react";
import type { Invitation } from "#server/responses/contract";
import type { Walk } from "#surveys/paper/walk";
import { currentPage } from "#surveys/paper/walk";

function headingOf({ paper, words, facts }: Invitation, walk: Walk): string {
  const page = currentPage(paper, walk, facts);
  if (page && "rest" in page) return words.rest;
  // Several pages may have one theme: the first question tells them apart.
  if (page) return [page.title, page.items[0]?.question].filter((text) => text !== undefined).join(": ");
  if (walk.stage === "looking") return words.ownAnswers;
  if (walk.stage === "sent") return words.thanks;
  return walk.stage === "left" ? words.left : paper.title;
}

/** `invitation` with its paper's words filled in. */
export const pageTitle = (invitation: Invitation, walk: Walk): string => `${headingOf(invitation, walk)} · Lyt Højt`;

/** Remix names the first page; the pages of a walk come without it. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
