/** The document an update works on: places by dotted path, made on the way where an operator may make them. */
import type { Document } from "bson";
import { ServerError } from "../../server-error";
import { isDocument, own, setOwn } from "../../storage/document";

type Holder = Document | unknown[];

export interface Place {
  readonly holder: Holder;
  readonly name: string;
}

const isPosition = (name: string) => /^(0|[1-9]\d*)$/.test(name);

/** MongoDB fills an array up to a position with null, but not without end. */
const MOST_PADDED = 1_500_000;

/** Documents and arrays anew, values shared. */
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isDocument(value)) return value;
  const copy: Document = {};
  for (const [name, inner] of Object.entries(value)) setOwn(copy, name, copyOf(inner));
  return copy;
}

function notViable(name: string, holder: unknown, part: string): ServerError {
  const kind = Array.isArray(holder) ? "array" : typeof holder;
  return new ServerError(28, `Cannot create field '${name}' in element {${part}: ${kind}}`);
}

/** Whether documents are made on the way, or what is not there is not found; `lenient`: whatever is in the way. */
export type Manner = "make" | "find" | "lenient";

/**
 * The place a path names; never undefined when it is made. Throws `ServerError` 28 when the way leads through something
 * that is neither document nor array.
 */
export function placeAt(target: Document, path: string, manner: Manner): Place | undefined {
  const parts = path.split(".");
  const name = parts.pop() ?? "";
  let holder: Holder = target;
  for (const [at, part] of parts.entries()) {
    const next = own(holder, part);
    if (isDocument(next) || Array.isArray(next)) holder = next;
    else if (manner === "lenient" || (manner === "find" && next === undefined)) return undefined;
    else if (next !== undefined) throw notViable(parts[at + 1] ?? name, next, part);
    else {
      const made: Document = {};
      put({ holder, name: part }, made);
      holder = made;
    }
  }
  if (Array.isArray(holder) && !isPosition(name)) {
    if (manner === "lenient") return undefined;
    throw notViable(name, holder, parts.at(-1) ?? "");
  }
  return { holder, name };
}

export const get = ({ holder, name }: Place): unknown => own(holder, name);

export const has = ({ holder, name }: Place): boolean => Object.hasOwn(holder, name);

export function put({ holder, name }: Place, value: unknown): void {
  if (!Array.isArray(holder)) return setOwn(holder, name, value);
  if (!isPosition(name)) throw notViable(name, holder, "");
  const position = Number(name);
  if (position > holder.length + MOST_PADDED) throw new ServerError(2, "can't backfill more than 1500000 elements");
  while (holder.length < position) holder.push(null);
  holder[position] = value;
}

/** A field is gone; an element becomes null, so that the others keep their places. */
export function remove({ holder, name }: Place): void {
  if (Array.isArray(holder)) holder[Number(name)] = null;
  else delete holder[name];
}
