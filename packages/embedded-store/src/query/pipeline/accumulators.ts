/** Accumulators of `$group` (manual: "Aggregation Accumulators"), each fed one value a document. */
import { Decimal128, Double, Int32, Long } from "bson";
import { compareValues, encodeValue } from "../../storage/key-encoding";
import type { BsonNumber } from "../numbers";
import { calculate, divideDecimals, isNumber } from "../numbers";

export interface Accumulator {
  /** `value` is undefined where it is missing. */
  add(value: unknown): void;
  result(): unknown;
}

/** Integers exactly, doubles with what rounding loses carried along (T. J. Dekker, Numer. Math. 18, 1971). */
class Total {
  private integers = 0n;
  private doubles = 0;
  private lost = 0;
  private decimals: BsonNumber | undefined;
  private hasDouble = false;
  private hasLong = false;
  count = 0;

  add(value: unknown): void {
    if (!isNumber(value)) return;
    this.count += 1;
    if (value instanceof Decimal128) this.decimals = calculate(this.decimals ?? new Int32(0), "+", value);
    else if (value instanceof Double) this.addDouble(value.value);
    else this.integers += value instanceof Int32 ? BigInt(value.value) : BigInt(value.toString());
    this.hasLong ||= value instanceof Long;
  }

  private addDouble(value: number): void {
    this.hasDouble = true;
    const sum = this.doubles + value;
    const part = sum - this.doubles;
    const error = this.doubles - (sum - part) + (value - part);
    if (Number.isFinite(error)) this.lost += error;
    this.doubles = sum;
  }

  double(): number {
    return this.doubles + (this.lost + Number(this.integers));
  }

  sum(): BsonNumber | undefined {
    if (this.decimals) return calculate(this.decimals, "+", this.withoutDecimals());
    return this.withoutDecimals();
  }

  private withoutDecimals(): BsonNumber {
    if (this.hasDouble || BigInt.asIntN(64, this.integers) !== this.integers) return new Double(this.double());
    const isSmall = !this.hasLong && BigInt.asIntN(32, this.integers) === this.integers;
    return isSmall ? new Int32(Number(this.integers)) : Long.fromBigInt(this.integers);
  }
}

function sum(): Accumulator {
  const total = new Total();
  return { add: (value) => total.add(value), result: () => total.sum() };
}

function average(): Accumulator {
  const total = new Total();
  return {
    add: (value) => total.add(value),
    result() {
      if (total.count === 0) return null;
      const sum = total.sum();
      return sum instanceof Decimal128
        ? divideDecimals(sum, new Int32(total.count))
        : new Double(total.double() / total.count);
    },
  };
}

const best = (direction: 1 | -1) => (): Accumulator => {
  let kept: unknown;
  return {
    add(value) {
      if (value === undefined || value === null) return;
      if (kept === undefined || compareValues(value, kept) * direction > 0) kept = value;
    },
    result: () => kept ?? null,
  };
};

function first(): Accumulator {
  let kept: { readonly value: unknown } | undefined;
  return { add: (value) => void (kept ??= { value }), result: () => kept?.value ?? null };
}

function last(): Accumulator {
  let kept: unknown;
  return { add: (value) => void (kept = value), result: () => kept ?? null };
}

function push(): Accumulator {
  const list: unknown[] = [];
  return { add: (value) => void (value !== undefined && list.push(value)), result: () => list };
}

function addToSet(): Accumulator {
  const values = new Map<string, unknown>();
  return {
    add(value) {
      if (value === undefined) return;
      const key = encodeValue(value).toString("latin1");
      if (!values.has(key)) values.set(key, value);
    },
    result: () => [...values.values()],
  };
}

export const ACCUMULATORS: Readonly<Record<string, () => Accumulator>> = {
  $sum: sum,
  $avg: average,
  $min: best(-1),
  $max: best(1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
};
