/** Headers every page with a key or a session exports: never cached, and the Retry-After of a Problem or of an action's answer is passed on. */
import type { HeadersFunction } from "@remix-run/node";

export const pageHeaders: HeadersFunction = ({ errorHeaders, actionHeaders }) => {
  const headers = new Headers({ "Cache-Control": "no-store" });
  const retryAfter = errorHeaders?.get("Retry-After") ?? actionHeaders.get("Retry-After");
  if (retryAfter) headers.set("Retry-After", retryAfter);
  return headers;
};
