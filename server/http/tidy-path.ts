/**
 * The one spelling of a path of ours: capitals, doubled and trailing slashes, escapes, and what a mail program or a chat
 * adds to a link. Paths that are none of ours stay as they came. Tidying twice changes nothing.
 */
import type { Place } from "#server/responses/contract";
import { UNREADABLE, addressOf, plainText, readPlace } from "#server/responses/contract";

const PLACES = new Set([
  "svar",
  "log-ind",
  "log-ud",
  "leder",
  "admin",
  "admin/oplaesning",
  "admin/doere",
  "galleri",
  "galleri/fil",
]);

/** Remix's own ending, for the data of a page without the page. */
const DATA = ".data";

/** What is there, but is no text, was not added by anybody. */
const AROUND = `[^\\p{L}\\p{N}${UNREADABLE}]+`;
const trimmed = (segment: string): string => plainText(segment).replace(new RegExp(`^${AROUND}|${AROUND}$`, "gu"), "");

/** An id has its own capitals; only what was added at its end goes. */
function withoutAddition(segment: string): string {
  try {
    const plain = decodeURIComponent(segment);
    const bare = plain.replace(/[^\p{L}\p{N}_-]+$/u, "");
    return bare === plain ? segment : encodeURIComponent(bare);
  } catch {
    return segment;
  }
}

/** A group's code is one behind `g/` alone: what else has ten letters is a card's key that came out wrong. */
function readBehindSvar(rest: string): Place | undefined {
  const place = readPlace(rest);
  return place?.kind === "card" || /(?:^|\/)g\//.test(plainText(rest)) ? place : undefined;
}

function tidySegments(segments: readonly string[]): string | undefined {
  const [first = "", ...rest] = segments;
  const whole = segments.map(trimmed).filter(Boolean).join("/");
  if (PLACES.has(whole)) return `/${whole}`;
  const place = trimmed(first);
  if (place === "svar") {
    const named = readBehindSvar(rest.join("/"));
    return named ? addressOf(named) : ["/svar", ...rest].join("/");
  }
  return place === "leder" ? ["/leder", ...rest.map(withoutAddition).filter(Boolean)].join("/") : undefined;
}

export function tidyPath(path: string): string {
  if (!path.startsWith("/")) return path;
  // Resolves what a browser resolves: backslashes, and segments of points.
  const { pathname } = new URL(`http://tidy${path}`);
  const ending = pathname.endsWith(DATA) ? DATA : "";
  const segments = pathname
    .slice(0, pathname.length - ending.length)
    .split("/")
    .filter(Boolean);
  const tidy = tidySegments(segments);
  return tidy === undefined ? path : tidy + ending;
}
