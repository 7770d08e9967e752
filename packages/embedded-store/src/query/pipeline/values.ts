/** Expression operators that are functions of their evaluated arguments (manual: "Aggregation Operators"). */
import { Decimal128, Double, Int32, Long } from "bson";
import { ServerError } from "../../server-error";
import { compareValues } from "../../storage/key-encoding";
import type { BsonNumber } from "../numbers";
import { calculate, divideDecimals, isNumber, toDouble } from "../numbers";
import { isTrue } from "../operators";

export interface ValueOperator {
  /** How many arguments; absent for any number. */
  readonly arity?: number;
  run(args: readonly unknown[]): unknown;
}

const isNil = (value: unknown) => value === undefined || value === null;

/** What is missing comes before everything. */
const compare = (a: unknown, b: unknown): number =>
  a === undefined || b === undefined ? Number(a !== undefined) - Number(b !== undefined) : compareValues(a, b);

const comparing = (accepts: (order: number) => boolean): ValueOperator => ({
  arity: 2,
  run: ([a, b]) => accepts(compare(a, b)),
});

function wrongType(name: string, kinds: string, value: unknown): ServerError {
  return new ServerError(14, `$${name} only supports ${kinds} types, not ${typeof value}`);
}

/** Beyond a Long there is only a Double. */
function widened(a: BsonNumber, operation: "+" | "-" | "*", b: BsonNumber): BsonNumber {
  return calculate(a, operation, b) ?? (calculate(new Double(toDouble(a)), operation, b) as Double);
}

function add(args: readonly unknown[]): unknown {
  if (args.some(isNil)) return null;
  const dates = args.filter((one) => one instanceof Date);
  if (dates.length > 1) throw new ServerError(16612, "only one date allowed in an $add expression");
  let sum: BsonNumber = new Int32(0);
  for (const one of args) {
    if (one instanceof Date) continue;
    if (!isNumber(one)) throw wrongType("add", "numeric or date", one);
    sum = widened(sum, "+", one);
  }
  return dates[0] ? new Date(dates[0].getTime() + Math.round(toDouble(sum))) : sum;
}

function subtract([from, by]: readonly unknown[]): unknown {
  if (isNil(from) || isNil(by)) return null;
  if (isNumber(from) && isNumber(by)) return widened(from, "-", by);
  if (from instanceof Date && by instanceof Date) return Long.fromNumber(from.getTime() - by.getTime());
  if (from instanceof Date && isNumber(by)) return new Date(from.getTime() - Math.round(toDouble(by)));
  throw new ServerError(14, `can't $subtract ${typeof by} from ${typeof from}`);
}

function multiply(args: readonly unknown[]): unknown {
  if (args.some(isNil)) return null;
  return args.reduce<BsonNumber>((product, one) => {
    if (!isNumber(one)) throw wrongType("multiply", "numeric", one);
    return widened(product, "*", one);
  }, new Int32(1));
}

function divide([dividend, divisor]: readonly unknown[]): unknown {
  if (isNil(dividend) || isNil(divisor)) return null;
  if (!isNumber(dividend) || !isNumber(divisor)) throw wrongType("divide", "numeric", divisor);
  if (toDouble(divisor) === 0) throw new ServerError(2, "can't $divide by zero");
  if (dividend instanceof Decimal128 || divisor instanceof Decimal128) return divideDecimals(dividend, divisor);
  return new Double(toDouble(dividend) / toDouble(divisor));
}

export const VALUE_OPERATORS: Readonly<Record<string, ValueOperator>> = {
  $add: { run: add },
  $subtract: { arity: 2, run: subtract },
  $multiply: { run: multiply },
  $divide: { arity: 2, run: divide },
  $eq: comparing((order) => order === 0),
  $ne: comparing((order) => order !== 0),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
  $not: { arity: 1, run: ([value]) => !isTrue(value) },
  $size: {
    arity: 1,
    run: ([list]) => {
      if (Array.isArray(list)) return new Int32(list.length);
      throw new ServerError(17124, "The argument to $size must be an array");
    },
  },
};
