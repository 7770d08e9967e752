/**
 * Documents of a .bson file, one after another. A driver takes no bytes, and a JavaScript object would put fields whose
 * names are numbers first: so a document is sent as a Map, in its own order, with its own types.
 */
import { createReadStream } from "node:fs";
import { deserialize, onDemand, serialize } from "bson";
import { OperationError } from "./operation-error";

const LARGEST = 16 * 1024 * 1024;
const READ_AT_ONCE = 1024 * 1024;
const SMALLEST = 5;
const OBJECT = 3;
const ARRAY = 4;
const TIMESTAMP = 17;
const EXACT = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;

export interface StoredDocument {
  readonly bytes: Buffer;
  /** Where it begins in its file. */
  readonly offset: number;
}

const torn = (file: string, offset: number, what: string) =>
  new OperationError("restore.torn", `${file} is torn at byte ${offset}: ${what}; nothing was restored.`);

/** How long the document at the beginning of these bytes says it is. */
function lengthOf(bytes: Buffer, file: string, offset: number): number {
  const length = bytes.readInt32LE(0);
  if (length < SMALLEST || length > LARGEST) throw torn(file, offset, `a document cannot be ${length} bytes long`);
  return length;
}

/** The whole documents at the beginning of these bytes. */
function* wholeDocuments(bytes: Buffer, file: string, from: number): Generator<StoredDocument> {
  for (let at = 0; at + 4 <= bytes.length; ) {
    const offset = from + at;
    const end = at + lengthOf(bytes.subarray(at), file, offset);
    if (end > bytes.length) return;
    yield { bytes: bytes.subarray(at, end), offset };
    at = end;
  }
}

/** Throws `restore.torn` with the place where the file stops being documents. */
export async function* documentsIn(file: string): AsyncGenerator<StoredDocument> {
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: READ_AT_ONCE }) as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    const start = offset;
    for (const document of wholeDocuments(rest, file, start)) {
      yield document;
      offset = document.offset + document.bytes.length;
    }
    rest = rest.subarray(offset - start);
  }
  if (rest.length > 0) throw torn(file, offset, "the file ends within a document");
}

type Element = ReturnType<typeof onDemand.parseToElements> extends Iterable<infer E> ? E : never;

/** A document of one element. */
function alone(element: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeInt32LE(element.length + SMALLEST);
  return Buffer.concat([head, element, Buffer.of(0)]);
}

function valueOf(bytes: Buffer, [type, nameAt, , at, length]: Element): unknown {
  if (type === OBJECT) return orderedOf(bytes.subarray(at, at + length));
  if (type === ARRAY) return [...orderedOf(bytes.subarray(at, at + length)).values()];
  return Object.values(deserialize(alone(bytes.subarray(nameAt - 1, at + length)), EXACT))[0];
}

export function orderedOf(bytes: Buffer): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const element of onDemand.parseToElements(bytes)) {
    const [, nameAt, nameLength] = element;
    fields.set(bytes.toString("utf8", nameAt, nameAt + nameLength), valueOf(bytes, element));
  }
  return fields;
}

/** A server puts the present time in the place of an empty timestamp. */
const isEmptyTimestamp = (bytes: Buffer, [type, nameAt, nameLength, at, length]: Element) =>
  type === TIMESTAMP &&
  bytes.toString("utf8", nameAt, nameAt + nameLength) !== "_id" &&
  bytes.subarray(at, at + length).every((byte) => byte === 0);

/** Throws `restore.torn` for what is no document, `restore.unlike` for one that would not arrive as it is. */
export function checkDocument({ bytes, offset }: StoredDocument, file: string): void {
  let sent: Uint8Array;
  try {
    sent = serialize(orderedOf(bytes));
  } catch (error) {
    throw torn(file, offset, error instanceof Error ? error.message : String(error));
  }
  const isLost = [...onDemand.parseToElements(bytes)].some((element) => isEmptyTimestamp(bytes, element));
  if (isLost || !bytes.equals(sent))
    throw new OperationError(
      "restore.unlike",
      `${file} holds at byte ${offset} a document that lyt restore cannot send as it is; use mongorestore.`,
    );
}
