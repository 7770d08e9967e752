/** Sorting by MongoDB's order over types; an array sorts by its smallest element, or by its largest downwards. */
import type { Document } from "bson";
import { ServerError } from "../server-error";
import { indexedValues } from "../storage/document-path";
import { encodeValue } from "../storage/key-encoding";

function sortKey(document: Document, path: string, direction: number): Buffer {
  const keys = indexedValues(document, path).map(encodeValue).sort(Buffer.compare);
  return (direction > 0 ? keys[0] : keys.at(-1)) ?? encodeValue(null);
}

export function checkSort(sort: Document): void {
  for (const direction of Object.values(sort)) {
    if (direction !== 1 && direction !== -1) throw new ServerError(2, "a sort direction is 1 or -1");
  }
}

/** A new list; equal ones keep their order. */
export function sortBy<T>(list: readonly T[], sort: Document, documentOf: (one: T) => Document): T[] {
  checkSort(sort);
  const fields = Object.entries(sort) as [string, number][];
  const keyed = list.map((one) => ({
    one,
    keys: fields.map(([path, direction]) => sortKey(documentOf(one), path, direction)),
  }));
  keyed.sort((a, b) => {
    for (const [at, [, direction]] of fields.entries()) {
      const order = Buffer.compare(a.keys[at] ?? Buffer.alloc(0), b.keys[at] ?? Buffer.alloc(0));
      if (order !== 0) return order * direction;
    }
    return 0;
  });
  return keyed.map(({ one }) => one);
}
