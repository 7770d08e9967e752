/** Sorting by MongoDB's order over types; an array sorts by its smallest element, or by its largest downwards. */
import type { Document } from "bson";
import { ServerError } from "../server-error";
import type { IndexSpec } from "../storage/catalog";
import { indexEntries } from "../storage/index-entries";
import { isNumber } from "./numbers";
import { pathParts } from "./path";

export type SortKey = IndexSpec["key"];

/** How much a sort may hold, as MongoDB allows without a disk (manual: "$sort and Memory Restrictions"). */
const MOST_BYTES = 100 * 1024 * 1024;

/** Throws `ServerError` 15974, 15975, and for a path that is none. */
export function sortKey(sort: Document): SortKey {
  return Object.entries(sort).map(([path, value]): [string, 1 | -1] => {
    pathParts(path);
    if (!isNumber(value)) throw new ServerError(15974, `Illegal key in $sort specification: ${path}`);
    const direction = Number(value);
    if (direction !== 1 && direction !== -1)
      throw new ServerError(15975, "$sort key ordering must be 1 (for ascending) or -1 (for descending)");
    return [path, direction];
  });
}

/** The one a document is sorted by. Throws `ServerError` 2 for two arrays side by side. */
function keyOf(key: SortKey, document: Document): Buffer {
  try {
    return indexEntries(key, document, Infinity).keys.reduce((least, one) =>
      Buffer.compare(one, least) < 0 ? one : least,
    );
  } catch (error) {
    if (error instanceof ServerError && error.code === 171)
      throw new ServerError(2, "cannot sort with keys that are parallel arrays");
    throw error;
  }
}

interface Held<T> {
  readonly one: T;
  readonly key: Buffer;
}

const inOrder = <T>(a: Held<T>, b: Held<T>) => Buffer.compare(a.key, b.key);

/**
 * A stream in order; equal ones keep theirs. With a `limit` (0: none) only so many are held. `sizeOf` is in bytes.
 * Throws `ServerError` 292 when it would hold too much.
 */
export function* sorted<T>(
  stream: Iterable<T | undefined>,
  key: SortKey,
  { limit, documentOf, sizeOf }: { limit: number; documentOf: (one: T) => Document; sizeOf: (one: T) => number },
): Generator<T | undefined> {
  let held: Held<T>[] = [];
  let bytes = 0;
  for (const one of stream) {
    yield undefined;
    if (one === undefined) continue;
    held.push({ one, key: keyOf(key, documentOf(one)) });
    bytes += sizeOf(one);
    if (limit > 0 && held.length >= 2 * limit + 1000) {
      held = held.sort(inOrder).slice(0, limit);
      bytes = held.reduce((sum, { one }) => sum + sizeOf(one), 0);
    }
    if (bytes > MOST_BYTES)
      throw new ServerError(
        292,
        "Sort exceeded memory limit of 104857600 bytes, but did not opt in to external sorting.",
      );
  }
  for (const { one } of held.sort(inOrder)) yield one;
}
