/** `export const shouldRevalidate = unlessSamePage`: an entry of the history for the same address asks the server nothing. */
import type { ShouldRevalidateFunction } from "@remix-run/react";

export const unlessSamePage: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) => {
  const isSame = currentUrl.pathname === nextUrl.pathname && currentUrl.search === nextUrl.search;
  const isOtherEntry = isSame && currentUrl.hash !== nextUrl.hash && formMethod === undefined;
  return isOtherEntry ? false : defaultShouldRevalidate;
};
