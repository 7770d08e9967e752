/**
 * Stages of a pipeline (manual: "Aggregation Stages"): each takes a stream of documents and gives one; undefined passes
 * through it as a place to pause.
 */
import { Int32, Long, calculateObjectSize } from "bson";
import type { Document } from "bson";
import { elsewhereOr } from "../../elsewhere";
import { ServerError } from "../../server-error";
import { isDocument, own, setOwn } from "../../storage/document";
import { compileFilter } from "../filter";
import { isNumber } from "../numbers";
import { pathParts } from "../path";
import { compileProjection, isFlag, isKept } from "../projection";
import { sortKey, sorted } from "../sort";
import type { Evaluate } from "./expression";
import { compileExpression } from "./expression";
import { group } from "./group";
import type { Stage } from "./stage";

/** `limit` is that of a `$limit` that follows at once; 0: none. */
type CompileStage = (spec: unknown, limit: number) => Stage;

const mapping = (change: (document: Document) => Document): Stage =>
  function* (input) {
    for (const document of input) yield document && change(document);
  };

const match: CompileStage = (spec) => {
  if (!isDocument(spec)) throw new ServerError(15959, "the match filter must be an expression in an object");
  const matches = compileFilter(spec);
  return function* (input) {
    for (const document of input) yield document && matches(document) ? document : undefined;
  };
};

function countOf(spec: unknown, name: "$limit" | "$skip"): number {
  const number = isNumber(spec) ? Number(spec) : NaN;
  if (Number.isInteger(number) && number >= 0) return number;
  throw new ServerError(
    name === "$limit" ? 5107201 : 5107200,
    `invalid argument to ${name} stage: Expected a whole number`,
  );
}

export function limitOf(spec: unknown): number {
  const most = countOf(spec, "$limit");
  if (most === 0) throw new ServerError(15958, "the limit must be positive");
  return most;
}

const limit: CompileStage = (spec) => {
  const most = limitOf(spec);
  return function* (input) {
    let passed = 0;
    for (const document of input) {
      yield document;
      if (document) passed += 1;
      if (passed === most) return;
    }
  };
};

const skip: CompileStage = (spec) => {
  const first = countOf(spec, "$skip");
  return function* (input) {
    let passed = 0;
    for (const document of input) {
      if (document) passed += 1;
      yield passed > first ? document : undefined;
    }
  };
};

const sort: CompileStage = (spec, most) => {
  if (!isDocument(spec)) throw new ServerError(15973, "the $sort key specification must be an object");
  if (Object.keys(spec).length === 0) throw new ServerError(15976, "$sort stage must have at least one sort key");
  const key = sortKey(spec);
  return (input) =>
    sorted(input, key, { limit: most, documentOf: (document) => document, sizeOf: calculateObjectSize });
};

/** Sets or, when the value is missing, removes; in each document of an array on the way. */
function setPath(holder: unknown, [name = "", ...rest]: readonly string[], value: unknown): unknown {
  if (Array.isArray(holder)) return holder.map((one: unknown) => setPath(one, [name, ...rest], value));
  const copy: Document = isDocument(holder) ? { ...holder } : {};
  const next = rest.length === 0 ? value : setPath(own(copy, name), rest, value);
  if (next === undefined) delete copy[name];
  else setOwn(copy, name, next);
  return copy;
}

type Computed = readonly (readonly [path: string[], value: Evaluate])[];

const isNested = (value: unknown): value is Document =>
  isDocument(value) && Object.keys(value).length > 0 && !Object.keys(value).some((name) => name.startsWith("$"));

/** Fields and what they become, or undefined for one that is not computed; a document of fields names paths below. */
function computedFields(
  spec: Document,
  compile: (value: unknown) => Evaluate | undefined,
  head: readonly string[] = [],
): Computed {
  return Object.entries(spec).flatMap(([name, value]): Computed => {
    const path = [...head, ...pathParts(name)];
    if (isNested(value)) return computedFields(value, compile, path);
    const evaluate = compile(value);
    return evaluate ? [[path, evaluate]] : [];
  });
}

/** In `$project` an unknown expression and an empty document have errors of their own: 31325, 51270. */
function compileProjected(value: unknown): Evaluate {
  const [name = ""] = isDocument(value) ? Object.keys(value) : [];
  if (isDocument(value) && name === "")
    throw new ServerError(51270, "An empty sub-projection is not a valid value. Found empty object at path");
  try {
    return compileExpression(value);
  } catch (error) {
    const isUnknown = error instanceof ServerError && error.code === 168 && error.message.includes(`'${name}'`);
    throw isUnknown ? new ServerError(31325, elsewhereOr("expression", name, `Unknown expression ${name}`)) : error;
  }
}

const setAll = (computed: Computed, from: Document, into: Document): Document =>
  // A document stays one.
  computed.reduce((document, [path, evaluate]) => setPath(document, path, evaluate(from)) as Document, into);

const addFields: CompileStage = (spec) => {
  if (!isDocument(spec)) throw new ServerError(40272, "$addFields specification stage must be an object");
  if (Object.keys(spec).length === 0)
    throw new ServerError(40177, "$addFields specification must have at least one field");
  const computed = computedFields(spec, compileExpression);
  return mapping((document) => setAll(computed, document, document));
};

/** The flags of a projection alone. */
function flagsOf(spec: Document): Document {
  const flags = Object.entries(spec).map(([name, value]): [string, unknown] => [
    name,
    isNested(value) ? flagsOf(value) : value,
  ]);
  return Object.fromEntries(
    flags.filter(([, value]) => isFlag(value) || (isNested(value) && Object.keys(value).length > 0)),
  );
}

const project: CompileStage = (spec) => {
  if (!isDocument(spec)) throw new ServerError(15969, "$project specification must be an object");
  if (Object.keys(spec).length === 0)
    throw new ServerError(
      51272,
      "Invalid $project :: caused by :: projection specification must have at least one field",
    );
  const computed = computedFields(spec, (value) => (isFlag(value) ? undefined : compileProjected(value)));
  const flags = flagsOf(spec);
  if (computed.length === 0) return mapping(compileProjection(flags) ?? ((document) => document));
  const isIdKept = flags["_id"] === undefined || isKept(flags["_id"]);
  const others = Object.keys(flags).some((name) => name !== "_id");
  const include = others || isIdKept ? compileProjection({ ...flags, _id: isIdKept }) : undefined;
  return mapping((document) => setAll(computed, document, include?.(document) ?? {}));
};

const unwind: CompileStage = (spec) => {
  const options: Document = isDocument(spec) ? spec : { path: spec };
  const { path, includeArrayIndex: index, preserveNullAndEmptyArrays: isKept = false } = options;
  const odd = Object.keys(options).find(
    (name) => !["path", "includeArrayIndex", "preserveNullAndEmptyArrays"].includes(name),
  );
  if (odd) throw new ServerError(28811, `unrecognized option to $unwind stage: ${odd}`);
  if (!isDocument(spec) && typeof spec !== "string")
    throw new ServerError(15981, "expected either a string or an object as specification for $unwind stage");
  if (path === undefined || path === "") throw new ServerError(28812, "no path specified to $unwind stage");
  if (typeof path !== "string") throw new ServerError(28808, "expected a string as the path for $unwind stage");
  if (!path.startsWith("$")) throw new ServerError(28818, "path option to $unwind stage should be prefixed with a '$'");
  if (typeof isKept !== "boolean")
    throw new ServerError(28809, "expected a boolean for the preserveNullAndEmptyArrays option");
  if (index !== undefined && (typeof index !== "string" || index === ""))
    throw new ServerError(28810, "expected a non-empty string for the includeArrayIndex option");
  if (typeof index === "string" && index.startsWith("$"))
    throw new ServerError(28822, "includeArrayIndex option should not be prefixed with a '$'");
  const parts = pathParts(path.slice(1));
  const indexParts = typeof index === "string" ? pathParts(index) : undefined;
  const at = (document: Document): unknown =>
    parts.reduce<unknown>((value, name) => (isDocument(value) ? own(value, name) : undefined), document);
  const numbered = (document: Document, position: unknown): Document =>
    indexParts ? (setPath(document, indexParts, position) as Document) : document;
  return function* (input) {
    for (const document of input) {
      const value = document && at(document);
      if (document && Array.isArray(value) && value.length > 0)
        for (const [position, one] of value.entries())
          yield numbered(setPath(document, parts, one) as Document, Long.fromNumber(position));
      else if (document && value !== undefined && value !== null && !Array.isArray(value))
        yield numbered(document, null);
      else if (document && isKept)
        yield numbered(Array.isArray(value) ? (setPath(document, parts, undefined) as Document) : document, null);
      else yield undefined;
    }
  };
};

const count: CompileStage = (spec) => {
  if (typeof spec !== "string") throw new ServerError(40156, "the count field must be a non-empty string");
  if (spec === "") throw new ServerError(40157, "the count field must be a non-empty string");
  if (spec.startsWith("$")) throw new ServerError(40158, "the count field cannot be a $-prefixed path");
  if (spec.includes(".")) throw new ServerError(40160, "the count field cannot contain '.'");
  const counted = group({ _id: null, [spec]: { $sum: new Int32(1) } });
  const named = project({ _id: false }, 0);
  return (input) => named(counted(input));
};

export const STAGES: Readonly<Record<string, CompileStage>> = {
  $match: match,
  $limit: limit,
  $skip: skip,
  $sort: sort,
  $addFields: addFields,
  $set: addFields,
  $project: project,
  $unwind: unwind,
  $group: group,
  $count: count,
};
