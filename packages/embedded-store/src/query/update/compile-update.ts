/** An update as a function: by operators, or by replacement. */
import { BSONRegExp } from "bson";
import type { Document } from "bson";
import { ServerError } from "../../server-error";
import { documentOf, elementsOf, encode, innerOf, isDocument } from "../../storage/document";
import { isEqual } from "../../storage/key-encoding";
import type { PlainFilter } from "../filter";
import { checkDepth } from "../path";
import { withinSteps } from "../regex";
import type { Apply, CompileOperator } from "./array-operators";
import { $addToSet, $pop, $pull, $pullAll, $push } from "./array-operators";
import { $currentDate, $inc, $max, $min, $mul, $rename, $set, $unset } from "./field-operators";
import { copyOf, placeAt, put } from "./target";

const OPERATORS: Readonly<Record<string, CompileOperator>> = {
  $addToSet,
  $currentDate,
  $inc,
  $max,
  $min,
  $mul,
  $pop,
  $pull,
  $pullAll,
  $push,
  $rename,
  $set,
  $setOnInsert: $set,
  $unset,
};

export interface Updated {
  readonly document: Document;
  readonly bytes: Buffer;
}

export interface Update {
  /** Of a stored document: what nothing was done to is copied as bytes. */
  change(before: Document, bytes: Buffer): Updated;
  /** Of what an upsert starts from. */
  make(seed: Document): Document;
}

interface Step {
  readonly path: string;
  readonly parts: readonly string[];
  readonly apply: Apply;
  readonly isOnInsert: boolean;
}

function checkPath(path: string): void {
  checkDepth(path);
  for (const [at, part] of path.split(".").entries()) {
    if (part === "") throw new ServerError(56, `The update path '${path}' contains an empty field name`);
    if (part === "$" || part.startsWith("$["))
      throw ServerError.refusal(52, `positional parts of a path ('${path}') are not answered here`);
    if (at === 0 && part.startsWith("$"))
      throw new ServerError(52, `The dollar ($) prefixed field '${part}' in '${path}' is not valid for storage.`);
  }
}

function readSteps(update: Document): { steps: Step[]; paths: string[] } {
  const steps: Step[] = [];
  const paths: string[] = [];
  for (const [name, fields] of Object.entries(update)) {
    const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
    if (name === "$bit") throw ServerError.refusal(9, "$bit is not answered here");
    if (!operator)
      throw new ServerError(
        9,
        `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    if (!isDocument(fields))
      throw new ServerError(9, `Modifiers operate on fields but we found another type for '${name}'`);
    for (const [path, argument] of Object.entries(fields)) {
      checkPath(path);
      const made = name === "$rename" && typeof argument === "string" ? argument : path;
      steps.push({
        path: made,
        parts: made.split("."),
        apply: operator(argument, path),
        isOnInsert: name === "$setOnInsert",
      });
      paths.push(path);
      if (made === path) continue;
      checkPath(made);
      paths.push(made);
    }
  }
  return { steps, paths };
}

/** Of `a.b.c`: `a` and `a.b`. */
function headsOf(path: string): string[] {
  const heads: string[] = [];
  for (let at = path.indexOf("."); at >= 0; at = path.indexOf(".", at + 1)) heads.push(path.slice(0, at));
  return heads;
}

function checkConflicts(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of [...paths].sort((a, b) => a.length - b.length)) {
    const above = [...headsOf(path), path].find((head) => seen.has(head));
    if (above !== undefined)
      throw new ServerError(40, `Updating the path '${path}' would create a conflict at '${above}'`);
    seen.add(path);
  }
}

/** New fields come in this order: parts that are numbers by their size, others as text (manual: "Update Operators"). */
function compareParts(left: readonly string[], right: readonly string[]): number {
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const [one = "", other = ""] = [left[at], right[at]];
    if (one === other) continue;
    const areNumbers = /^\d+$/.test(one) && /^\d+$/.test(other);
    return areNumbers ? Number(one) - Number(other) : one < other ? -1 : 1;
  }
  return left.length - right.length;
}

function checkId(before: unknown, after: unknown): void {
  if (before !== undefined && (after === undefined || !isEqual(before, after)))
    throw new ServerError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

/** Fields keep their places; what was not `touched` keeps its bytes. */
function encodeChanged(after: Document, bytes: Buffer, touched: ReadonlySet<string>): Buffer {
  const before = elementsOf(bytes);
  const kept = [...before.keys()].filter((name) => Object.hasOwn(after, name));
  const asIs = (name: string) => (touched.has(name) ? undefined : before.get(name));
  const names = new Set([...kept, ...Object.keys(after)]);
  return documentOf([...names].map((name) => asIs(name) ?? innerOf({ [name]: after[name] as unknown })));
}

const headOf = (path: string) => path.split(".")[0] ?? "";

function compileOperators(update: Document): Update {
  const { steps, paths } = readSteps(update);
  checkConflicts(paths);
  steps.sort((a, b) => compareParts(a.parts, b.parts));
  const touched = new Set(paths.map(headOf));
  const applied = (before: Document, isInsert: boolean): Document => {
    const after = copyOf(before) as Document;
    withinSteps(() => {
      for (const { path, apply, isOnInsert } of steps) if (isInsert || !isOnInsert) apply(after, path);
    });
    checkId(before["_id"], after["_id"]);
    return after;
  };
  return {
    make: (seed) => applied(seed, true),
    change(before, bytes) {
      const document = applied(before, false);
      return { document, bytes: encodeChanged(document, bytes, touched) };
    },
  };
}

function compileReplacement(replacement: Document): Update {
  const wrong = Object.keys(replacement).find((name) => name.startsWith("$"));
  if (wrong)
    throw new ServerError(52, `The dollar ($) prefixed field '${wrong}' is not allowed in a replacement document.`);
  const replaced = (before: Document): Document => {
    const id: unknown = before["_id"] ?? replacement["_id"];
    if (replacement["_id"] !== undefined && !isEqual(id, replacement["_id"]))
      throw new ServerError(
        66,
        "After applying the update, the (immutable) field '_id' was found to have been altered",
      );
    // `_id` comes first, and stays of the type it was.
    return id === undefined ? replacement : Object.assign({ _id: id }, replacement, { _id: id });
  };
  return {
    make: replaced,
    change(before) {
      const document = replaced(before);
      return { document, bytes: encode(document) };
    },
  };
}

export const isReplacement = (update: unknown): boolean =>
  isDocument(update) && Object.keys(update)[0]?.startsWith("$") !== true;

/** Throws `ServerError` before anything is written. */
export function compileUpdate(update: unknown): Update {
  if (Array.isArray(update)) throw new ServerError(115, "updates by a pipeline are not answered here");
  if (!isDocument(update)) throw new ServerError(9, "an update is an object");
  return isReplacement(update) ? compileReplacement(update) : compileOperators(update);
}

/** What a field has to be equal to, if its conditions say so. */
function equalityOf({ $eq, $in, $all }: Document): unknown {
  const single: unknown = Array.isArray($in) ? $in : $all;
  if ($eq !== undefined || !Array.isArray(single) || single.length !== 1) return $eq as unknown;
  return single[0] instanceof BSONRegExp || isDocument(single[0]) ? undefined : (single[0] as unknown);
}

function* equalities(filter: PlainFilter): Generator<[path: string, value: unknown]> {
  for (const [path, conditions] of Object.entries(filter)) {
    const parts = conditions as PlainFilter[];
    if (path === "$and" || (path === "$or" && parts.length === 1)) for (const part of parts) yield* equalities(part);
    const value = path.startsWith("$") ? undefined : equalityOf(conditions as Document);
    if (value !== undefined) yield [path, value];
  }
}

/** What an upsert starts from: the equalities of its filter; for a replacement only its `_id`. */
export function seedFromFilter(filter: PlainFilter, isIdOnly: boolean): Document {
  const seed: Document = {};
  const found = [...equalities(filter)].filter(([path]) => !isIdOnly || path === "_id");
  const seen = new Set<string>();
  const above = new Set<string>();
  for (const [path, value] of found) {
    const heads = headsOf(path);
    if (seen.has(path) || above.has(path) || heads.some((head) => seen.has(head)))
      throw new ServerError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    seen.add(path);
    for (const head of heads) above.add(head);
    const place = placeAt(seed, path, "make");
    if (place) put(place, copyOf(value));
  }
  return seed;
}
