/** Update operators on fields (manual: "Field Update Operators"). */
import { Decimal128, Double, Int32, Long, Timestamp } from "bson";
import type { Document } from "bson";
import { ServerError } from "../../server-error";
import { isDocument } from "../../storage/document";
import { compareValues } from "../../storage/key-encoding";
import type { BsonNumber } from "../numbers";
import { calculate, isNumber } from "../numbers";
import type { CompileOperator } from "./array-operators";
import { copyOf, get, has, placeAt, put, remove } from "./target";
import type { Place } from "./target";

const placeFor = (target: Document, path: string): Place => placeAt(target, path, "make") as Place;

export const $set: CompileOperator = (value) => (target, path) => put(placeFor(target, path), copyOf(value));

export const $unset: CompileOperator = () => (target, path) => {
  const place = placeAt(target, path, "lenient");
  if (place && has(place)) remove(place);
};

/** Zero of the same type. */
function zeroOf(value: BsonNumber): BsonNumber {
  if (value instanceof Double) return new Double(0);
  if (value instanceof Decimal128) return Decimal128.fromString("0");
  return value instanceof Long ? Long.ZERO : new Int32(0);
}

const calculating =
  (name: "$inc" | "$mul", operation: "+" | "*"): CompileOperator =>
  (argument, path) => {
    const verb = name === "$inc" ? "increment" : "multiply";
    if (!isNumber(argument)) throw new ServerError(14, `Cannot ${verb} with non-numeric argument: {${path}: …}`);
    return (target) => {
      const place = placeFor(target, path);
      const now = has(place) ? get(place) : operation === "+" ? undefined : zeroOf(argument);
      if (now !== undefined && !isNumber(now))
        throw new ServerError(
          14,
          `Cannot apply ${name} to a value of non-numeric type. The field '${path}' is another`,
        );
      const result = now === undefined ? argument : calculate(now, operation, argument);
      if (result === undefined)
        throw new ServerError(2, `Failed to apply ${name} operations to current value of '${path}'`);
      put(place, result);
    };
  };

export const $inc = calculating("$inc", "+");
export const $mul = calculating("$mul", "*");

const keeping =
  (isBetter: (order: number) => boolean): CompileOperator =>
  (value) =>
  (target, path) => {
    const place = placeFor(target, path);
    if (!has(place) || isBetter(compareValues(value, get(place)))) put(place, copyOf(value));
  };

export const $min = keeping((order) => order < 0);
export const $max = keeping((order) => order > 0);

export const $currentDate: CompileOperator = (argument, path) => {
  const kind: unknown = isDocument(argument) ? argument["$type"] : typeof argument === "boolean" ? "date" : undefined;
  if (kind !== "date" && kind !== "timestamp")
    throw new ServerError(2, `The value of '${path}' in $currentDate has to be true or {$type: 'date' or 'timestamp'}`);
  return (target) => {
    const seconds = Math.floor(Date.now() / 1000);
    put(placeFor(target, path), kind === "date" ? new Date() : new Timestamp({ t: seconds, i: 1 }));
  };
};

/** Throws when the way to a field leads through an array. */
function checkNoArray(target: Document, path: string): void {
  const parts = path.split(".");
  for (let length = 1; length < parts.length; length += 1) {
    const place = placeAt(target, parts.slice(0, length).join("."), "lenient");
    if (place && Array.isArray(get(place)))
      throw new ServerError(2, `The field '${path}' of $rename cannot be an array element`);
  }
}

export const $rename: CompileOperator = (to, path) => {
  if (typeof to !== "string") throw new ServerError(2, `The 'to' field for $rename must be a string: ${path}`);
  if (to === path || to.startsWith(`${path}.`) || path.startsWith(`${to}.`))
    throw new ServerError(2, `The source and target field for $rename must not be on the same path: ${path}`);
  return (target) => {
    checkNoArray(target, path);
    checkNoArray(target, to);
    const from = placeAt(target, path, "lenient");
    if (!from || !has(from)) return;
    const value = get(from);
    remove(from);
    put(placeFor(target, to), value);
  };
};
