/** The operators of a filter over BSON values (manual: "Query Predicates"), by MongoDB's types and order. */
import {
  BSONRegExp,
  Binary,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from "bson";
import type { Document } from "bson";
import { ServerError } from "../server-error";
import { isDocument } from "../storage/document";
import { encodeValue, identityOf, isEqual } from "../storage/key-encoding";
import { isNumber } from "./numbers";
import { compileRegex } from "./regex";

export type Test = (value: unknown) => boolean;

/** What one operator asks of the values a path leads to. */
export interface Demand {
  readonly test: Test;
  /** Of an array as a whole; else of the array and of each of its elements. */
  readonly isWhole?: boolean;
  /** What `test` finds is one value, of this identity: it can be looked for among many at once. */
  readonly identity?: string;
  /** The document matches when no value does. */
  readonly isNegated?: boolean;
}

/** Tests of documents and of single values, for what nests. */
export interface Compilers {
  filter(filter: Document): Test;
  conditions(condition: Document): Test;
}

type Operator = (operand: unknown, compile: Compilers) => readonly Demand[];

/** How `$regex` is called once its options are with it. */
export const REGEX = "$re2";

const MOST_IN = 100_000;
const wrong = (message: string) => new ServerError(2, message);
const isMissing = (value: unknown) => value === undefined || value === null;
const isNaNumber = (value: unknown) =>
  (value instanceof Double && Number.isNaN(value.value)) || (value instanceof Decimal128 && value.toString() === "NaN");

const equals = (operand: unknown): Test => {
  if (operand === null || operand === undefined) return isMissing;
  if (typeof operand === "string") return (value) => isEqual(value, operand);
  const wanted = encodeValue(operand);
  return (value) => value !== undefined && encodeValue(value).equals(wanted);
};

/** Only values of the operand's own type are compared, but for the ends of the order. */
function ordered(operand: unknown, accepts: (order: number) => boolean): Test {
  if (operand instanceof BSONRegExp) throw wrong("Can't have RegEx as arg to predicate over field");
  if (operand === null) return (value) => accepts(0) && isMissing(value);
  if (isNaNumber(operand)) return (value) => accepts(0) && isNaNumber(value);
  const wanted = encodeValue(operand);
  const end = operand instanceof MinKey ? 1 : operand instanceof MaxKey ? -1 : 0;
  return (value) => {
    if (isNaNumber(value)) return end !== 0 && accepts(end);
    const found = value === undefined ? encodeValue(null) : encodeValue(value);
    if (found[0] === wanted[0]) return value !== undefined && accepts(Buffer.compare(found, wanted));
    return end !== 0 && accepts(end);
  };
}

const matches = (regex: BSONRegExp): Test => {
  const test = compileRegex(regex);
  return (value) =>
    typeof value === "string"
      ? test(value)
      : value instanceof BSONSymbol
        ? test(value.value)
        : value instanceof BSONRegExp && isEqual(value, regex);
};

function among(operand: unknown): Test {
  if (!Array.isArray(operand)) throw wrong("$in needs an array");
  if (operand.length > MOST_IN) throw wrong(`$in with more than ${MOST_IN} values is not answered here`);
  if (operand.some((one) => isDocument(one) && Object.keys(one)[0]?.startsWith("$")))
    throw wrong("cannot nest $ under $in");
  const regexes = operand.filter((one) => one instanceof BSONRegExp).map(matches);
  const keys = new Set(operand.map((one) => encodeValue(one).toString("latin1")));
  const hasNull = operand.some(isMissing);
  return (value) =>
    value === undefined
      ? hasNull
      : keys.has(encodeValue(value).toString("latin1")) || regexes.some((test) => test(value));
}

/** Aliases and numbers of the manual's page "$type". */
const TYPES: readonly (readonly [code: number, alias: string, is: Test])[] = [
  [1, "double", (value) => value instanceof Double],
  [2, "string", (value) => typeof value === "string"],
  [3, "object", isDocument],
  [4, "array", Array.isArray],
  [5, "binData", (value) => value instanceof Binary],
  [7, "objectId", (value) => value instanceof ObjectId],
  [8, "bool", (value) => typeof value === "boolean"],
  [9, "date", (value) => value instanceof Date],
  [10, "null", (value) => value === null],
  [11, "regex", (value) => value instanceof BSONRegExp],
  [13, "javascript", (value) => value instanceof Code && !value.scope],
  [14, "symbol", (value) => value instanceof BSONSymbol],
  [15, "javascriptWithScope", (value) => value instanceof Code && Boolean(value.scope)],
  [16, "int", (value) => value instanceof Int32],
  [17, "timestamp", (value) => value instanceof Timestamp],
  [18, "long", (value) => value instanceof Long && !(value instanceof Timestamp)],
  [19, "decimal", (value) => value instanceof Decimal128],
  [-1, "minKey", (value) => value instanceof MinKey],
  [127, "maxKey", (value) => value instanceof MaxKey],
];
const NUMBERS = new Set([1, 16, 18, 19]);

/** Types of old that cannot be told from a missing value and from a reference once they are read. */
const OPAQUE_TYPES: readonly unknown[] = ["undefined", "dbPointer", 6, 12];

function typeTest(wanted: unknown): Test {
  if (typeof wanted !== "string" && !isNumber(wanted))
    throw new ServerError(14, "type must be represented as a number or a string");
  const code = Number(wanted);
  if (OPAQUE_TYPES.includes(typeof wanted === "string" ? wanted : code))
    throw ServerError.refusal(2, `$type ${String(wanted)} is not answered here`);
  const chosen = TYPES.filter(([number, alias]) =>
    typeof wanted === "string" ? alias === wanted || (wanted === "number" && NUMBERS.has(number)) : number === code,
  );
  if (chosen.length > 0) return (value) => chosen.some(([, , is]) => is(value));
  throw wrong(
    typeof wanted === "string" ? `Unknown type name alias: ${wanted}` : `Invalid numerical type code: ${code}`,
  );
}

function ofTypes(operand: unknown): Test {
  const wanted: unknown[] = Array.isArray(operand) ? operand : [operand];
  if (wanted.length === 0) throw new ServerError(9, "$type must match at least one type");
  const tests = wanted.map(typeTest);
  return (value) => tests.some((test) => test(value));
}

function sizeTest(operand: unknown): Test {
  const size = isNumber(operand) ? Number(operand) : NaN;
  if (!Number.isInteger(size)) throw wrong("Failed to parse $size. Expected an integer");
  if (size < 0) throw wrong("Failed to parse $size. Expected a non-negative number");
  return (value) => Array.isArray(value) && value.length === size;
}

const LOGICAL = new Set(["$and", "$or", "$nor"]);

function elementTest(operand: unknown, { filter, conditions }: Compilers): Test {
  if (!isDocument(operand)) throw wrong("$elemMatch needs an Object");
  const first = Object.keys(operand)[0] ?? "";
  const ofValues = first.startsWith("$") && !LOGICAL.has(first);
  const test = ofValues ? conditions(operand) : filter(operand);
  const isElement: Test = (one) => ofValues || isDocument(one) || Array.isArray(one);
  return (value) =>
    Array.isArray(value) && value.some((one) => isElement(one) && test(ofValues || isDocument(one) ? one : { ...one }));
}

function all(operand: unknown, compile: Compilers): Demand[] {
  if (!Array.isArray(operand)) throw wrong("$all needs an array");
  if (operand.length === 0) return [{ test: () => false }];
  const isElements = isDocument(operand[0]) && Object.keys(operand[0])[0] === "$elemMatch";
  return operand.map((one) => {
    const operator = isDocument(one) ? Object.keys(one)[0] : undefined;
    if (isElements && operator === "$elemMatch")
      return { test: elementTest((one as Document)["$elemMatch"], compile), isWhole: true };
    if (isElements || operator?.startsWith("$")) throw wrong("no $ expressions in $all");
    if (one instanceof BSONRegExp) return { test: matches(one) };
    const isLoose = isMissing(one) || one instanceof BSONSymbol;
    return { test: equals(one), identity: isLoose ? undefined : identityOf(one) };
  });
}

/** What a number, or anything else, means as yes or no. */
export function isTrue(value: unknown): boolean {
  if (isNumber(value)) return Number(value) !== 0;
  return value !== undefined && value !== null && value !== false;
}

export const OPERATORS: Readonly<Record<string, Operator>> = {
  $eq: (operand) => [{ test: equals(operand) }],
  $ne: (operand) => {
    if (operand instanceof BSONRegExp) throw wrong("Can't have regex as arg to $ne.");
    return [{ test: equals(operand), isNegated: true }];
  },
  $gt: (operand) => [{ test: ordered(operand, (order) => order > 0) }],
  $gte: (operand) => [{ test: ordered(operand, (order) => order >= 0) }],
  $lt: (operand) => [{ test: ordered(operand, (order) => order < 0) }],
  $lte: (operand) => [{ test: ordered(operand, (order) => order <= 0) }],
  $in: (operand) => [{ test: among(operand) }],
  $nin: (operand) => [{ test: among(operand), isNegated: true }],
  [REGEX]: (operand) => [{ test: matches(operand as BSONRegExp) }],
  $exists: (operand) => [{ test: (value) => value !== undefined, isWhole: true, isNegated: !isTrue(operand) }],
  $type: (operand) => [{ test: ofTypes(operand) }],
  $size: (operand) => [{ test: sizeTest(operand), isWhole: true }],
  $elemMatch: (operand, compile) => [{ test: elementTest(operand, compile), isWhole: true }],
  $all: all,
};
