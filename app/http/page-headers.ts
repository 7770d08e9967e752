/** Headers every page with a key or a session exports: never cached, and what its action or a Problem says is passed on. */
import type { HeadersFunction } from "@remix-run/node";
import { ANSWER_HEADER } from "~/components/player/our-answer";

export const pageHeaders: HeadersFunction = ({ actionHeaders, errorHeaders }) => {
  const headers = new Headers({ "Cache-Control": "no-store" });
  for (const name of ["Retry-After", ANSWER_HEADER]) {
    const value = errorHeaders?.get(name) ?? actionHeaders.get(name);
    if (value) headers.set(name, value);
  }
  return headers;
};
