/**
 * What a step through the site need not ask the server for again. What was not asked for cannot come back wrong: a page that
 * keeps its words can still say in a child's words that something in between answered in the server's place.
 */
import type { ShouldRevalidateFunction } from "@remix-run/react";

type Change = Parameters<ShouldRevalidateFunction>[0];

/** Of an address, or of what Remix fetches for it. */
export const isChildsPath = (pathname: string): boolean => /^\/(svar(\/|\.|$)|r\/)/.test(pathname);
export const isDoorPath = (pathname: string): boolean => /^\/svar(\/g\/[^/]+)?(\.data)?\/?$/.test(pathname);

/** `export const shouldRevalidate = unlessSamePage`: another entry of the history for the same address. */
export function unlessSamePage({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }: Change): boolean {
  const isSame = currentUrl.pathname === nextUrl.pathname && currentUrl.search === nextUrl.search;
  const isOtherEntry = isSame && currentUrl.hash !== nextUrl.hash && formMethod === undefined;
  return !isOtherEntry && defaultShouldRevalidate;
}

/** For the document: the words of a child's pages go by language, and only the doors have more of them. */
export function unlessSameWords(change: Change): boolean {
  const { currentUrl, nextUrl, formMethod } = change;
  const areChilds = isChildsPath(currentUrl.pathname) && isChildsPath(nextUrl.pathname);
  const isSameLanguage = currentUrl.searchParams.get("lang") === nextUrl.searchParams.get("lang");
  const hasDoorWords = isDoorPath(currentUrl.pathname) || !isDoorPath(nextUrl.pathname);
  if (areChilds && isSameLanguage && hasDoorWords && formMethod === undefined) return false;
  return unlessSamePage(change);
}
