/** Arithmetic on BSON's numbers: the wider type wins, and an Int32 that no longer fits becomes a Long (manual: "$inc"). */
import { Decimal128, Double, Int32, Long } from "bson";
import { exactOf } from "../storage/key-encoding";

export type BsonNumber = Int32 | Long | Double | Decimal128;
export type Operation = "+" | "-" | "*";

export const isNumber = (value: unknown): value is BsonNumber =>
  value instanceof Int32 ||
  value instanceof Double ||
  (value instanceof Long && value._bsontype === "Long") ||
  value instanceof Decimal128;

export const toDouble = (value: BsonNumber): number => Number(value.toString());

function onDoubles(a: number, operation: Operation, b: number): number {
  if (operation === "*") return a * b;
  return operation === "+" ? a + b : a - b;
}

function onIntegers(a: bigint, operation: Operation, b: bigint): bigint {
  if (operation === "*") return a * b;
  return operation === "+" ? a + b : a - b;
}

/** A Double counts with the fifteen digits that are certain, as in MongoDB. */
const inDecimal = (value: BsonNumber) => exactOf(value instanceof Double ? value.value.toPrecision(15) : value);

function onDecimals(a: BsonNumber, operation: Operation, b: BsonNumber): Decimal128 {
  if (![a, b].every((one) => Number.isFinite(toDouble(one))))
    return Decimal128.fromString(String(onDoubles(toDouble(a), operation, toDouble(b))));
  const [left, right] = [inDecimal(a), inDecimal(b)];
  if (operation === "*")
    return Decimal128.fromStringWithRounding(`${left.digits * right.digits}E${left.exponent + right.exponent}`);
  const exponent = Math.min(left.exponent, right.exponent);
  const aligned = (one: typeof left) => one.digits * 10n ** BigInt(one.exponent - exponent);
  return Decimal128.fromStringWithRounding(`${onIntegers(aligned(left), operation, aligned(right))}E${exponent}`);
}

const DECIMAL_DIGITS = 34;

/** Of decimals, as exactly as a Decimal128 can; the quotient has no more noughts at its end than it needs. */
export function divideDecimals(a: BsonNumber, b: BsonNumber): Decimal128 {
  if (![a, b].every((one) => Number.isFinite(toDouble(one))))
    return Decimal128.fromString(String(toDouble(a) / toDouble(b)));
  const [dividend, divisor] = [inDecimal(a), inDecimal(b)];
  const ideal = dividend.exponent - divisor.exponent;
  let exponent = ideal - DECIMAL_DIGITS - divisor.digits.toString().length;
  let digits = (dividend.digits * 10n ** BigInt(ideal - exponent)) / divisor.digits;
  for (; exponent < ideal && digits % 10n === 0n; exponent += 1) digits /= 10n;
  return Decimal128.fromStringWithRounding(`${digits}E${exponent}`);
}

const fits = (value: bigint, bits: 32 | 64) => BigInt.asIntN(bits, value) === value;

/** Undefined when a Long overflows. */
export function calculate(a: BsonNumber, operation: Operation, b: BsonNumber): BsonNumber | undefined {
  if (a instanceof Decimal128 || b instanceof Decimal128) return onDecimals(a, operation, b);
  if (a instanceof Double || b instanceof Double) return new Double(onDoubles(toDouble(a), operation, toDouble(b)));
  const result = onIntegers(BigInt(a.toString()), operation, BigInt(b.toString()));
  if (a instanceof Int32 && b instanceof Int32 && fits(result, 32)) return new Int32(Number(result));
  return fits(result, 64) ? Long.fromBigInt(result) : undefined;
}
