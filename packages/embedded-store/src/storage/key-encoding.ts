/**
 * Values as bytes that sort as MongoDB sorts values: by type first, then by value (manual: "Comparison/Sort Order").
 * Used for record keys, index entries, comparisons, sorting and grouping alike. Numbers of all four types compare exactly.
 */
import { createHash } from "node:crypto";
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from "bson";
import { ServerError } from "../server-error";

const ORDER = {
  minKey: 1,
  emptyArray: 3,
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
} as const;

/** What an index and a sort keep for an array without elements: it comes before null. */
export const EMPTY_ARRAY = Buffer.of(ORDER.emptyArray);

const tagged = (order: number, ...bytes: Uint8Array[]): Buffer => Buffer.concat([Buffer.of(order), ...bytes]);

/** Ends with 0 0, and 0 inside becomes 0 1, so that no value is a prefix of another. */
function escaped(bytes: Buffer): Buffer {
  if (!bytes.includes(0)) return Buffer.concat([bytes, Buffer.of(0, 0)]);
  // By place: an iterator, or a function for each byte, would take seconds where this takes some hundredths of one.
  let zeros = 0;
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0) zeros += 1;
  const out = Buffer.alloc(bytes.length + zeros + 2);
  let end = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    out[end] = byte;
    if (byte === 0) out[end + 1] = 1;
    end += byte === 0 ? 2 : 1;
  }
  return out;
}

const text = (value: string) => escaped(Buffer.from(value));

const inverted = (bytes: Buffer): Buffer => bytes.map((byte) => ~byte) as Buffer;

function encodeInteger(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value + (1n << 63n)));
  return bytes;
}

/** A number as it is written in decimal. */
export interface Exact {
  /** The number is `digits` × 10^`exponent`. */
  readonly digits: bigint;
  readonly exponent: number;
}

export function exactOf(value: { toString(): string }): Exact {
  const [, whole = "0", fraction = "", power = "0"] =
    /^(-?\d+)(?:\.(\d*))?(?:E([+-]\d+))?$/i.exec(value.toString()) ?? [];
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

/** Below zero, zero or above, as the exact number is below, at or above a double. */
function compareExact({ digits, exponent }: Exact, double: number): number {
  if (!Number.isFinite(double)) return double > 0 ? -1 : 1;
  let numerator = double;
  let halvings = 0n;
  for (; !Number.isInteger(numerator); halvings += 1n) numerator *= 2;
  const left = (digits << halvings) * 10n ** BigInt(Math.max(exponent, 0));
  const right = BigInt(numerator) * 10n ** BigInt(Math.max(-exponent, 0));
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Decimal digits that sort as their numbers do, among numbers of one sign. */
function encodeDigits({ digits, exponent }: Exact): Buffer {
  const text = (digits < 0n ? -digits : digits).toString();
  const bytes = Buffer.concat([Buffer.alloc(2), Buffer.from(text.replace(/0+$/, "")), Buffer.of(0)]);
  bytes.writeUInt16BE(exponent + text.length + 0x8000);
  return digits < 0n ? inverted(bytes) : bytes;
}

/**
 * The nearest double (IEEE 754 doubles order as unsigned bytes once the sign is flipped and, below zero, everything),
 * then whether the number lies below, at or above it, and if not at it, its digits.
 */
function encodeNumber(double: number, exact?: Exact): Buffer {
  const bytes = Buffer.alloc(10);
  bytes[0] = ORDER.number;
  bytes.writeDoubleBE(Number.isNaN(double) ? -Infinity : double === 0 ? 0 : double, 1);
  if ((bytes[1] ?? 0) & 0x80) for (let i = 1; i < 9; i += 1) bytes[i] = ~(bytes[i] ?? 0) & 0xff;
  else bytes[1] = (bytes[1] ?? 0) | 0x80;
  const side = exact ? compareExact(exact, double) : Number.isNaN(double) ? -1 : 0;
  bytes[9] = 0x80 + side;
  return exact && side !== 0 ? Buffer.concat([bytes, encodeDigits(exact)]) : bytes;
}

function encodeWide(value: Long | Decimal128): Buffer {
  const double = Number(value.toString());
  if (value instanceof Long && Number.isSafeInteger(double)) return encodeNumber(double);
  return /\d/.test(value.toString()) ? encodeNumber(double, exactOf(value)) : encodeNumber(double);
}

function encodeBinary(value: Binary): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(value.length());
  return tagged(ORDER.binary, length, Buffer.of(value.sub_type), value.value());
}

/** Each field by type, name and value, as MongoDB compares documents. */
const encodeObject = (value: object): Buffer =>
  tagged(
    ORDER.object,
    ...Object.entries(value).map(([name, inner]) => {
      const bytes = encodeValue(inner);
      return Buffer.concat([bytes.subarray(0, 1), text(name), bytes]);
    }),
    Buffer.of(0),
  );

/** Throws `ServerError` 2 for a type that has no order here. */
export function encodeValue(value: unknown): Buffer {
  if (typeof value === "string") return tagged(ORDER.string, text(value));
  if (value === null || value === undefined) return Buffer.of(ORDER.null);
  if (typeof value === "number") return encodeNumber(value);
  if (typeof value === "boolean") return Buffer.of(ORDER.boolean, value ? 1 : 0);
  if (value instanceof Int32 || value instanceof Double) return encodeNumber(value.value);
  if (value instanceof Timestamp) return tagged(ORDER.timestamp, encodeInteger(value.toBigInt() - (1n << 63n)));
  if (value instanceof Long || value instanceof Decimal128) return encodeWide(value);
  if (value instanceof Date) return tagged(ORDER.date, encodeInteger(BigInt(value.getTime())));
  if (value instanceof ObjectId) return tagged(ORDER.objectId, value.id);
  if (Array.isArray(value)) return tagged(ORDER.array, ...value.map(encodeValue), Buffer.of(0));
  if (value instanceof Binary) return encodeBinary(value);
  if (value instanceof BSONRegExp) return tagged(ORDER.regex, text(value.pattern), text(value.options));
  if (value instanceof BSONSymbol) return tagged(ORDER.string, text(value.value));
  if (value instanceof MinKey) return Buffer.of(ORDER.minKey);
  if (value instanceof MaxKey) return Buffer.of(ORDER.maxKey);
  if (typeof value !== "object" || "_bsontype" in value)
    throw new ServerError(2, "a value of this type cannot be compared here");
  return encodeObject(value);
}

export function compareValues(a: unknown, b: unknown): number {
  return Buffer.compare(encodeValue(a), encodeValue(b));
}

/** A symbol is its text, wherever values are compared (manual: "Comparison/Sort Order"). */
const plain = (value: unknown): unknown => (value instanceof BSONSymbol ? value.value : value);

export const isEqual = (a: unknown, b: unknown): boolean =>
  typeof a === "string" || typeof b === "string" ? plain(a) === plain(b) : compareValues(a, b) === 0;

/** Of values that are equal, and of no others, the same text: for finding one among many. */
export function identityOf(value: unknown): string {
  const text = plain(value);
  return typeof text === "string" ? `"${text}` : encodeValue(value).toString("latin1");
}

/** LMDB's longest key, less the five bytes that name a collection or an index. */
const LONGEST_KEY = 1978 - 5;
/** A record's key stands at the end of its index entries. */
export const LONGEST_RECORD_KEY = 400;
const DIGEST = 32;

/** How long one of `parts` in an index entry may be. */
export const longestPart = (parts: number): number => Math.floor((LONGEST_KEY - LONGEST_RECORD_KEY) / parts);

/** A longer value keeps its beginning, in order, and is told from others by a digest. */
export function shorten(bytes: Buffer, longest: number): Buffer {
  if (bytes.length <= longest) return bytes;
  return Buffer.concat([beginning(bytes, longest), createHash("sha256").update(bytes).digest()]);
}

/** What a value and every value shortened like it begin with: a bound that leaves none of them out. */
export const beginning = (bytes: Buffer, longest: number): Buffer =>
  bytes.length <= longest ? bytes : bytes.subarray(0, longest - DIGEST);

export const recordKey = (id: unknown): Buffer => shorten(encodeValue(id), LONGEST_RECORD_KEY);

/** The first key beyond those that begin with `prefix`. */
export function after(prefix: Buffer): Buffer {
  const at = prefix.findLastIndex((byte) => byte < 0xff);
  const bytes = Buffer.from(prefix.subarray(0, at + 1));
  bytes[at] = (bytes[at] ?? 0) + 1;
  return bytes;
}

/** As a part of an index entry: downwards, its bytes are inverted. */
export const directed = (part: Buffer, direction: number): Buffer => (direction < 0 ? inverted(part) : part);
