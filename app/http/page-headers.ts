/** Headers every page with a key or a session exports: never cached, and a Problem's Retry-After is passed on. */
import type { HeadersFunction } from "@remix-run/node";

export const pageHeaders: HeadersFunction = ({ errorHeaders }) => {
  const headers = new Headers({ "Cache-Control": "no-store" });
  const retryAfter = errorHeaders?.get("Retry-After");
  if (retryAfter) headers.set("Retry-After", retryAfter);
  return headers;
};
