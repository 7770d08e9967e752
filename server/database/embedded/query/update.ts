/** Update operators, written by hand because mingo's are not MongoDB's. Works on documents with their BSON types kept. */
import { Double, Int32, Long, deserialize, serialize } from "bson";
import type { Document } from "bson";
import { ServerError } from "../server-error";
import { TYPED } from "../storage/collection";
import { isPlainDocument } from "../storage/document-path";
import { compareValues } from "../storage/key-encoding";

type Apply = (target: Document, path: string, argument: unknown, isInsert: boolean) => void;

interface Slot {
  readonly holder: Document | unknown[];
  readonly name: string;
}

const own = (holder: object, name: string): unknown =>
  Object.hasOwn(holder, name) ? (holder as Document)[name] : undefined;

/** The place a path names; `isMade` creates documents on the way. Throws 28 when the way leads through a scalar. */
function slot(target: Document, path: string, isMade: boolean): Slot | undefined {
  const parts = path.split(".");
  const name = parts.pop() ?? "";
  let holder: Document | unknown[] = target;
  for (const part of parts) {
    let next = own(holder, part);
    if (next === undefined) {
      if (!isMade) return undefined;
      next = {};
      (holder as Document)[part] = next;
    }
    if (!isPlainDocument(next) && !Array.isArray(next))
      throw new ServerError(28, `Cannot create field '${name}' in element {${part}: ${String(next)}}`);
    holder = next;
  }
  if (Array.isArray(holder) && !/^\d+$/.test(name))
    throw new ServerError(28, `Cannot create field '${name}' in an array`);
  return { holder, name };
}

function read(target: Document, path: string): unknown {
  const place = slot(target, path, false);
  return place && own(place.holder, place.name);
}

function set(target: Document, path: string, value: unknown): void {
  const place = slot(target, path, true);
  if (place) (place.holder as Document)[place.name] = value;
}

const isNumber = (value: unknown): value is number | Int32 | Double | Long =>
  typeof value === "number" || value instanceof Int32 || value instanceof Double || value instanceof Long;

/** MongoDB's widening: Int32 with Int32 stays one while it fits, then Long; any Double makes a Double. */
function add(a: number | Int32 | Double | Long, b: number | Int32 | Double | Long): Int32 | Double | Long {
  if (a instanceof Double || b instanceof Double || typeof a === "number" || typeof b === "number")
    return new Double(Number(a.valueOf()) + Number(b.valueOf()));
  const sum = BigInt(a.toString()) + BigInt(b.toString());
  const isSmall = a instanceof Int32 && b instanceof Int32 && sum >= -(2n ** 31n) && sum < 2n ** 31n;
  return isSmall ? new Int32(Number(sum)) : Long.fromBigInt(sum);
}

function listAt(target: Document, path: string, operator: string): unknown[] {
  const now = read(target, path);
  if (now === undefined) return [];
  if (Array.isArray(now)) return now;
  throw new ServerError(
    operator === "$pull" ? 2 : operator === "$push" ? 2 : 14,
    `The field '${path}' must be an array but is of another type`,
  );
}

function each(argument: unknown, operator: string): unknown[] {
  if (!isPlainDocument(argument) || !("$each" in argument)) return [argument];
  const unknown = Object.keys(argument).find((name) => name !== "$each");
  if (unknown) throw new ServerError(2, `${operator} with ${unknown} is not answered here`);
  if (!Array.isArray(argument["$each"]))
    throw new ServerError(2, `The argument to $each in ${operator} must be an array`);
  return argument["$each"];
}

const isEqual = (a: unknown, b: unknown) => compareValues(a, b) === 0;

const OPERATORS: Record<string, Apply> = {
  $set: set,
  $setOnInsert: (target, path, value, isInsert) => isInsert && set(target, path, value),
  $unset(target, path) {
    const place = slot(target, path, false);
    if (place && Array.isArray(place.holder)) place.holder[Number(place.name)] = null;
    else if (place) delete (place.holder as Document)[place.name];
  },
  $inc(target, path, by) {
    if (!isNumber(by))
      throw new ServerError(14, `Cannot increment with non-numeric argument: {${path}: ${String(by)}}`);
    const now = read(target, path);
    if (now !== undefined && !isNumber(now))
      throw new ServerError(14, `Cannot apply $inc to a value of non-numeric type at '${path}'`);
    set(target, path, now === undefined ? by : add(now, by));
  },
  $min(target, path, value) {
    const now = read(target, path);
    if (now === undefined || compareValues(value, now) < 0) set(target, path, value);
  },
  $max(target, path, value) {
    const now = read(target, path);
    if (now === undefined || compareValues(value, now) > 0) set(target, path, value);
  },
  $push: (target, path, argument) => set(target, path, [...listAt(target, path, "$push"), ...each(argument, "$push")]),
  $addToSet(target, path, argument) {
    const list = [...listAt(target, path, "$addToSet")];
    for (const value of each(argument, "$addToSet")) if (!list.some((one) => isEqual(one, value))) list.push(value);
    set(target, path, list);
  },
  $pull(target, path, value) {
    if (isPlainDocument(value)) throw new ServerError(2, "$pull with a condition is not answered here");
    if (read(target, path) !== undefined)
      set(
        target,
        path,
        listAt(target, path, "$pull").filter((one) => !isEqual(one, value)),
      );
  },
};

function checkConflicts(paths: readonly string[]): void {
  const sorted = [...paths].sort();
  for (const [at, path] of sorted.entries()) {
    const next = sorted.slice(at + 1).find((other) => other === path || other.startsWith(`${path}.`));
    if (next !== undefined)
      throw new ServerError(40, `Updating the path '${next}' would create a conflict at '${path}'`);
  }
}

export type Update = (before: Document, isInsert: boolean) => Document;

const copy = (document: Document): Document => deserialize(serialize(document), TYPED);

function compileOperators(update: Document): Update {
  const steps: { apply: Apply; path: string; argument: unknown }[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    const apply = OPERATORS[operator];
    if (!apply)
      throw new ServerError(
        9,
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    if (!isPlainDocument(fields))
      throw new ServerError(9, `Modifiers operate on fields but we found another type for '${operator}'`);
    for (const [path, argument] of Object.entries(fields)) {
      if (path.split(".").some((part) => part === "" || part.startsWith("$")))
        throw new ServerError(52, `The path '${path}' is not answered here`);
      steps.push({ apply, path, argument });
    }
  }
  checkConflicts(steps.map(({ path }) => path));
  return (before, isInsert) => {
    const after = copy(before);
    for (const { apply, path, argument } of steps) apply(after, path, argument, isInsert);
    if (before["_id"] !== undefined && !isEqual(before["_id"], after["_id"]))
      throw new ServerError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
    return after;
  };
}

function compileReplacement(replacement: Document): Update {
  if (Object.keys(replacement).some((name) => name.startsWith("$")))
    throw new ServerError(52, "a replacement document has no $ fields");
  return (before) => {
    const id = before["_id"] ?? replacement["_id"];
    if (replacement["_id"] !== undefined && !isEqual(id, replacement["_id"]))
      throw new ServerError(
        66,
        "After applying the update, the (immutable) field '_id' was found to have been altered",
      );
    return copy(id === undefined ? replacement : { _id: id, ...replacement });
  };
}

/** `update` with its BSON types kept. Throws `ServerError` before anything is written. */
export function compileUpdate(update: unknown): Update {
  if (Array.isArray(update)) throw new ServerError(115, "updates by a pipeline are not answered here");
  if (!isPlainDocument(update)) throw new ServerError(9, "an update is an object");
  const isModifying = Object.keys(update)[0]?.startsWith("$") === true;
  return isModifying ? compileOperators(update) : compileReplacement(update);
}

/** What an upsert starts from: the equalities of its filter. */
export function seedFromFilter(filter: Document): Document {
  const seed: Document = {};
  const parts: Document[] = [filter, ...(Array.isArray(filter["$and"]) ? (filter["$and"] as Document[]) : [])];
  for (const part of parts) {
    for (const [path, condition] of Object.entries(part)) {
      if (path.startsWith("$")) continue;
      const isOperators = isPlainDocument(condition) && Object.keys(condition).some((name) => name.startsWith("$"));
      const value = isOperators ? (condition as Document)["$eq"] : condition;
      if (value !== undefined) set(seed, path, value);
    }
  }
  return seed;
}
