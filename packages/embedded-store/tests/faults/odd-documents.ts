/** Documents as bytes that no serializer makes: deeper than any may be, or not BSON at all. */
import { serialize } from "bson";

const LEVEL_BYTES = 8;

/** `depth` documents (or lists) within a document, one in the other; built by hand, as recursion would not get so far. */
export function nested(depth: number, kind: "documents" | "lists"): Buffer {
  const [type, name] = kind === "documents" ? [3, "a"] : [4, "0"];
  const bytes = Buffer.alloc(5 + depth * LEVEL_BYTES);
  for (let level = 0; level <= depth; level += 1) {
    const at = level * (LEVEL_BYTES - 1);
    bytes.writeInt32LE(5 + (depth - level) * LEVEL_BYTES, at);
    if (level === depth) continue;
    bytes[at + 4] = level === 0 ? 3 : type;
    bytes.write(level === 0 ? "a" : name, at + 5, "latin1");
  }
  // What is behind the last level are the ends of all of them: zeros.
  return bytes;
}

function changed(document: Record<string, unknown>, change: (bytes: Buffer) => Buffer | void): Buffer {
  const bytes = Buffer.from(serialize(document));
  return change(bytes) ?? bytes;
}

/** With the length of the document put right. */
function sized(bytes: Buffer): Buffer {
  bytes.writeInt32LE(bytes.length, 0);
  return bytes;
}

const element = (type: number, name: string, ...value: readonly number[]) =>
  sized(Buffer.concat([Buffer.alloc(4), Buffer.of(type), Buffer.from(`${name}\0`), Buffer.from(value), Buffer.of(0)]));

const TYPES = { document: 3, list: 4 } as const;

/** `document` with one more field whose value is bytes. */
export function withField(document: object, name: string, type: keyof typeof TYPES, value: Buffer): Buffer {
  const field = Buffer.concat([Buffer.of(TYPES[type]), Buffer.from(`${name}\0`), value]);
  return sized(Buffer.concat([serialize(document).subarray(0, -1), field, Buffer.of(0)]));
}

/** Each is wrong beyond doubt. */
export const spoiledDocuments = (): Record<string, Buffer> => ({
  "a string longer than its document": changed({ a: "abc" }, (bytes) => void bytes.writeInt32LE(1000, 7)),
  "a string of no length": changed({ a: "abc" }, (bytes) => void bytes.writeInt32LE(0, 7)),
  "a string of a negative length": changed({ a: "abc" }, (bytes) => void bytes.writeInt32LE(-4, 7)),
  "a string without its end": changed({ a: "abc" }, (bytes) => void bytes.writeUInt8(0x41, 14)),
  "a document without its end": changed({ a: 1 }, (bytes) => void bytes.writeUInt8(0x41, bytes.length - 1)),
  "an inner document longer than its outer": changed({ a: { b: 1 } }, (bytes) => void bytes.writeInt32LE(500, 7)),
  "an inner document of three bytes": changed({ a: { b: 1 } }, (bytes) => void bytes.writeInt32LE(3, 7)),
  "an inner document of a negative length": changed({ a: { b: 1 } }, (bytes) => void bytes.writeInt32LE(-20, 7)),
  "a name without an end": sized(Buffer.concat([Buffer.alloc(4), Buffer.of(8), Buffer.from("aaaaaaaa")])),
  "a type that nobody knows": element(0x30, "a", 1, 2, 3, 4),
  "bytes longer than their document": element(5, "a", 100, 0, 0, 0, 0, 1, 2),
  "bytes of a negative length": element(5, "a", 0xff, 0xff, 0xff, 0xff, 0, 1, 2),
  "a number that is cut": element(1, "a", 1, 2, 3),
  "an object id that is cut": element(7, "a", 1, 2, 3),
  "a pattern without an end": sized(Buffer.concat([Buffer.alloc(4), Buffer.of(11), Buffer.from("a\0abcdef")])),
  "bytes behind its end": sized(Buffer.concat([serialize({ a: 1 }), Buffer.from([1, 2, 3, 0])])),
});
