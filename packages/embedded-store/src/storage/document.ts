/**
 * Documents between bytes and values. Every BSON type stays what it is (Int32, Long, Double …); regular expressions stay
 * text. What an update does not touch is copied as bytes.
 */
import { BSONError, deserialize, onDemand, serialize } from "bson";
import type { Document } from "bson";
import { ServerError } from "../server-error";

/** What hello promises: the largest document that is stored, and how deep one may nest (manual: "MongoDB Limits"). */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
const DEEPEST = 200;

const TYPED = { promoteValues: false, promoteLongs: false, bsonRegExp: true } as const;

export function isDocument(value: unknown): value is Document {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !("_bsontype" in value)
  );
}

/** A field of its own; undefined for one that is inherited, or not there. */
export const own = (holder: object, name: string): unknown =>
  Object.hasOwn(holder, name) ? (holder as Document)[name] : undefined;

/** Never sets a prototype. */
export function setOwn(holder: object, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(holder, name, { value, enumerable: true, writable: true });
  else (holder as Document)[name] = value;
}

/** Throws `ServerError` 15 for what nests too deep, 2 for a name that would confuse. */
export function checkNested(value: unknown, depth = 0): void {
  if (typeof value !== "object" || value === null) return;
  if (Object.hasOwn(value, "_bsontype")) throw new ServerError(2, "a field named '_bsontype' is not answered here");
  if ("_bsontype" in value || value instanceof Date) return;
  if (depth > DEEPEST) throw new ServerError(15, `BSONObj exceeded maximum nested object depth: ${DEEPEST}`);
  for (const inner of Object.values(value)) checkNested(inner, depth + 1);
}

/** Throws `ServerError` 22 for bytes that are no document. Of the store's own bytes, or before `checkDocument`. */
export function decode(bytes: Uint8Array): Document {
  try {
    return deserialize(bytes, TYPED);
  } catch (error) {
    if (error instanceof RangeError) throw new ServerError(15, "BSONObj exceeded maximum nested object depth");
    if (error instanceof BSONError) throw new ServerError(22, error.message);
    throw error;
  }
}

/** A stranger's document: throws `ServerError` 22, 15 when it nests too deep, 2 for a name that would confuse. */
export function decodeChecked(bytes: Uint8Array): Document {
  const document = decode(bytes);
  checkNested(document);
  return document;
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const encode = (document: Document): Buffer => asBuffer(serialize(document, { ignoreUndefined: true }));

/** Throws `ServerError` 10334. */
export function checkSize(bytes: Buffer): Buffer {
  if (bytes.length <= MAX_DOCUMENT_BYTES) return bytes;
  throw new ServerError(
    10334,
    `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT_BYTES}`,
  );
}

/** The elements of a document (type, name, value) as they lie there, with their names, which may come twice. */
export function* eachElement(bytes: Uint8Array): Generator<[name: string, element: Buffer]> {
  for (const [, nameAt, nameLength, at, length] of onDemand.parseToElements(bytes)) {
    const name = asBuffer(bytes).toString("utf8", nameAt, nameAt + nameLength);
    yield [name, asBuffer(bytes).subarray(nameAt - 1, at + length)];
  }
}

/** The same by name. */
export const elementsOf = (bytes: Uint8Array): Map<string, Buffer> => new Map(eachElement(bytes));

/** The value within an element's bytes. */
export const valueOf = (element: Buffer): Buffer => element.subarray(element.indexOf(0, 1) + 1);

/** A whole document from elements. */
export function documentOf(elements: readonly Uint8Array[]): Buffer {
  const length = elements.reduce((sum, element) => sum + element.length, 5);
  const head = Buffer.alloc(4);
  head.writeInt32LE(length);
  return Buffer.concat([head, ...elements, Buffer.of(0)], length);
}

/** The elements of a value, to stand among others. */
export const innerOf = (document: Document): Buffer => encode(document).subarray(4, -1);
