/** Update operators on arrays (manual: "Array Update Operators"). */
import { BSONRegExp, Timestamp } from "bson";
import type { Document } from "bson";
import { ServerError } from "../../server-error";
import { isDocument } from "../../storage/document";
import { encodeValue, identityOf, isEqual } from "../../storage/key-encoding";
import { compileFilter, compileValueTest, isLogical, isOperatorDocument } from "../filter";
import { isNumber, toDouble } from "../numbers";
import { sortKey, sorted } from "../sort";
import type { SortKey } from "../sort";
import { copyOf, get, has, placeAt, put } from "./target";
import type { Place } from "./target";

const wrong = (message: string) => new ServerError(2, message);

/** A whole number, as `$slice` and `$position` want it. */
function whole(value: unknown, name: string): number {
  const number = isNumber(value) && !(value instanceof Timestamp) ? toDouble(value) : NaN;
  if (!Number.isInteger(number))
    throw wrong(`The value for ${name} must be an integer value but was given another type`);
  return number;
}

interface Push {
  readonly values: readonly unknown[];
  readonly position?: number;
  readonly slice?: number;
  readonly sort?: (list: readonly unknown[]) => unknown[];
}

function keyOf(sort: Document): SortKey {
  if (Object.keys(sort).length === 0) throw wrong("The $sort pattern is empty when it should be a set of fields.");
  try {
    return sortKey(sort);
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : "The $sort is invalid");
  }
}

function compileSort(sort: unknown): (list: readonly unknown[]) => unknown[] {
  if (isDocument(sort)) {
    const key = keyOf(sort);
    const options = { limit: 0, documentOf: (one: unknown): Document => (isDocument(one) ? one : {}), sizeOf: () => 0 };
    return (list) => [...sorted(list, key, options)].filter((one) => one !== undefined);
  }
  const direction = whole(sort, "$sort");
  if (Math.abs(direction) !== 1) throw wrong("The $sort element value must be either 1 or -1");
  return (list) =>
    list
      .map((value) => ({ value, key: encodeValue(value) }))
      .sort((a, b) => Buffer.compare(a.key, b.key) * direction)
      .map(({ value }) => value);
}

const CLAUSES = ["$each", "$position", "$slice", "$sort"];

function readPush(argument: unknown): Push {
  if (!isDocument(argument) || !Object.hasOwn(argument, "$each")) return { values: [argument] };
  const unknown = Object.keys(argument).find((name) => !CLAUSES.includes(name));
  if (unknown) throw wrong(`Unrecognized clause in $push: ${unknown}`);
  const { $each, $position, $slice, $sort } = argument;
  if (!Array.isArray($each)) throw wrong("The argument to $each in $push must be an array");
  return {
    values: $each,
    position: $position === undefined ? undefined : whole($position, "$position"),
    slice: $slice === undefined ? undefined : whole($slice, "$slice"),
    sort: $sort === undefined ? undefined : compileSort($sort),
  };
}

function insertAt(list: readonly unknown[], values: readonly unknown[], position = list.length): unknown[] {
  const at = position < 0 ? Math.max(0, list.length + position) : position;
  return [...list.slice(0, at), ...values, ...list.slice(at)];
}

function cut(list: unknown[], slice: number | undefined): unknown[] {
  if (slice === undefined) return list;
  return slice < 0 ? list.slice(slice) : list.slice(0, slice);
}

/** The array at a place; `code` is what MongoDB answers when it is something else. */
function listAt(place: Place, path: string, code: number, operator: string): unknown[] {
  const now = get(place);
  if (Array.isArray(now)) return now;
  throw new ServerError(code, `Cannot apply ${operator}: the field '${path}' must be an array but is of another type`);
}

export type Apply = (target: Document, path: string) => void;
export type CompileOperator = (argument: unknown, path: string) => Apply;

export const $push: CompileOperator = (argument) => {
  const { values, position, slice, sort } = readPush(argument);
  return (target, path) => {
    const place = placeAt(target, path, "make") as Place;
    const list = has(place) ? listAt(place, path, 2, "$push") : [];
    const longer = insertAt(list, values.map(copyOf), position);
    put(place, cut(sort ? sort(longer) : longer, slice));
  };
};

export const $addToSet: CompileOperator = (argument) => {
  const isEach = isDocument(argument) && Object.keys(argument)[0] === "$each";
  const values: unknown = isEach ? argument["$each"] : [argument];
  if (!Array.isArray(values)) throw new ServerError(14, "The argument to $each in $addToSet must be an array");
  if (isEach && Object.keys(argument).length > 1) throw wrong("Found unexpected fields after $each in $addToSet");
  return (target, path) => {
    const place = placeAt(target, path, "make") as Place;
    const list = has(place) ? [...listAt(place, path, 2, "$addToSet")] : [];
    const present = new Set(list.map(identityOf));
    for (const value of values) {
      const identity = identityOf(value);
      if (!present.has(identity)) list.push(copyOf(value));
      present.add(identity);
    }
    put(place, list);
  };
};

/** Which elements a `$pull` takes: by a condition on values, by a filter on documents, or those that are equal. */
function pullTest(argument: unknown): (element: unknown) => boolean {
  if (argument instanceof BSONRegExp) return compileValueTest({ $regex: argument });
  if (isOperatorDocument(argument) && !isLogical(argument)) return compileValueTest(argument);
  if (!isDocument(argument)) return (element) => isEqual(element, argument);
  const matches = compileFilter(argument);
  return (element) => isDocument(element) && matches(element);
}

const pulling =
  (name: string, isPulled: (element: unknown) => boolean): Apply =>
  (target, path) => {
    const place = placeAt(target, path, "find");
    if (place && has(place))
      put(
        place,
        listAt(place, path, 2, name).filter((element) => !isPulled(element)),
      );
  };

export const $pull: CompileOperator = (argument) => pulling("$pull", pullTest(argument));

export const $pullAll: CompileOperator = (argument) => {
  if (!Array.isArray(argument)) throw wrong("$pullAll requires an array argument");
  const pulled = new Set(argument.map(identityOf));
  return pulling("$pullAll", (element) => pulled.has(identityOf(element)));
};

export const $pop: CompileOperator = (argument, path) => {
  const end = isNumber(argument) ? toDouble(argument) : NaN;
  if (Math.abs(end) !== 1) throw new ServerError(9, `$pop expects 1 or -1, found: ${path}`);
  return (target) => {
    const place = placeAt(target, path, "find");
    if (!place || !has(place)) return;
    const list = listAt(place, path, 14, "$pop");
    put(place, end === 1 ? list.slice(0, -1) : list.slice(1));
  };
};
