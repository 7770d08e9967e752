/**
 * Values as bytes that sort as MongoDB sorts values: by type first, then by value (manual: "Comparison/Sort Order").
 * Used for record keys, index entries and sorting alike.
 */
import { createHash } from "node:crypto";
import { Binary, Decimal128, Double, Int32, Long, ObjectId, Timestamp } from "bson";
import { ServerError } from "../server-error";

const ORDER = {
  minKey: 1,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  maxKey: 127,
};

function tagged(order: number, ...bytes: Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.of(order), ...bytes]);
}

/** IEEE 754 doubles order as unsigned bytes once the sign is flipped (and, below zero, everything). */
function encodeNumber(value: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = ORDER.number;
  bytes.writeDoubleBE(Number.isNaN(value) ? -Infinity : value === 0 ? 0 : value, 1);
  if ((bytes[1] ?? 0) & 0x80) for (let i = 1; i < 9; i += 1) bytes[i] = ~(bytes[i] ?? 0) & 0xff;
  else bytes[1] = (bytes[1] ?? 0) | 0x80;
  return bytes;
}

/** Ends with 0 0, and 0 inside becomes 0 1, so that no value is a prefix of another. */
function escaped(bytes: Uint8Array): Buffer {
  if (!bytes.includes(0)) return Buffer.concat([bytes, Buffer.of(0, 0)]);
  const out: number[] = [];
  for (const byte of bytes) out.push(...(byte === 0 ? [0, 1] : [byte]));
  return Buffer.from([...out, 0, 0]);
}

function encodeLong(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value + (1n << 63n)));
  return bytes;
}

function encodeObject(value: object): Buffer {
  const fields = Object.entries(value).map(([name, inner]) =>
    Buffer.concat([encodeValue(inner), escaped(Buffer.from(name))]),
  );
  return tagged(ORDER.object, ...fields, Buffer.of(0));
}

/** Throws `ServerError` 2 for a type that is not kept in keys. */
export function encodeValue(value: unknown): Buffer {
  if (value === null || value === undefined) return Buffer.of(ORDER.null);
  if (typeof value === "number") return encodeNumber(value);
  if (typeof value === "bigint") return encodeNumber(Number(value));
  if (typeof value === "string") return tagged(ORDER.string, escaped(Buffer.from(value)));
  if (typeof value === "boolean") return Buffer.of(ORDER.boolean, value ? 1 : 0);
  if (value instanceof Date) return tagged(ORDER.date, encodeLong(BigInt(value.getTime())));
  if (Array.isArray(value)) return tagged(ORDER.array, ...value.map(encodeValue), Buffer.of(0));
  if (value instanceof Int32 || value instanceof Double) return encodeNumber(value.valueOf());
  if (value instanceof Timestamp) return tagged(ORDER.timestamp, encodeLong(value.toBigInt()));
  if (value instanceof Long) return encodeNumber(value.toNumber());
  if (value instanceof Decimal128) return encodeNumber(Number(value.toString()));
  if (value instanceof ObjectId) return tagged(ORDER.objectId, value.id);
  if (value instanceof Binary) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(value.length());
    return tagged(ORDER.binary, length, Buffer.of(value.sub_type), value.value());
  }
  if (value instanceof RegExp || Object.hasOwn(value, "_bsontype"))
    throw new ServerError(2, "this type cannot be compared here");
  return encodeObject(value);
}

export function compareValues(a: unknown, b: unknown): number {
  return Buffer.compare(encodeValue(a), encodeValue(b));
}

/** LMDB's keys are short; a longer value keeps its order by its beginning and its identity by a hash. */
const LONGEST_PART = 400;

export function shorten(bytes: Buffer): Buffer {
  if (bytes.length <= LONGEST_PART) return bytes;
  return Buffer.concat([
    bytes.subarray(0, LONGEST_PART - 33),
    Buffer.of(1),
    createHash("sha256").update(bytes).digest(),
  ]);
}

export const encodeKey = (value: unknown): Buffer => shorten(encodeValue(value));
