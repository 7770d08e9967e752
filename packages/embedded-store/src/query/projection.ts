/** Projections that include or exclude fields (manual: "Project Fields to Return"); everything else is refused. */
import type { Document } from "bson";
import { isElsewhere } from "../elsewhere";
import { ServerError } from "../server-error";
import { isDocument, setOwn } from "../storage/document";
import { isNumber } from "./numbers";
import { pathParts } from "./path";
import { isExpression } from "./pipeline/expression";

export type Project = (document: Document) => Document;

/** Fields to keep or to leave out, as a tree: `true` for all below. */
type Tree = Map<string, Tree | true>;

export const isFlag = (value: unknown): boolean => typeof value === "boolean" || isNumber(value);

export const isKept = (value: unknown) => value === true || (value !== false && Number(value) !== 0);

/** Beside expressions (manual: "Projection Operators"). */
const OPERATORS = ["$elemMatch", "$slice", "$meta"];

function unknownOperator(name: string): ServerError {
  const isKnown = OPERATORS.includes(name) || isExpression(name) || isElsewhere("expression", name);
  return new ServerError(
    31325,
    isKnown ? `${name} is not answered in a projection here` : `Unknown expression ${name}`,
  );
}

function* flags(projection: Document, head = ""): Generator<[path: string, isKept: boolean]> {
  for (const [name, value] of Object.entries(projection)) {
    if (isFlag(value)) yield [head + name, isKept(value)];
    else if (!isDocument(value)) throw new ServerError(115, "computed fields are not answered in a projection here");
    else if (Object.keys(value).length === 0)
      throw new ServerError(51270, "An empty sub-projection is not a valid value. Found empty object at path");
    else if (Object.keys(value).some((key) => key.startsWith("$"))) throw unknownOperator(Object.keys(value)[0] ?? "");
    else yield* flags(value, `${head}${name}.`);
  }
}

function plant(tree: Tree, [name = "", ...rest]: readonly string[], path: string): void {
  const below = tree.get(name);
  if (below === true && rest.length > 0) throw new ServerError(31249, `Path collision at ${path}`);
  if (below && rest.length === 0) throw new ServerError(31250, `Path collision at ${path}`);
  if (rest.length === 0) tree.set(name, true);
  else {
    const branch: Tree = below instanceof Map ? below : new Map();
    tree.set(name, branch);
    plant(branch, rest, path);
  }
}

/** An array is gone through; in it, what is no document is left out when fields are included, and kept otherwise. */
function prune(value: unknown, tree: Tree, isIncluding: boolean): unknown {
  if (Array.isArray(value))
    return value
      .filter((one) => !isIncluding || isDocument(one) || Array.isArray(one))
      .map((one: unknown) => prune(one, tree, isIncluding));
  if (!isDocument(value)) return value;
  const kept: Document = {};
  for (const [name, inner] of Object.entries(value)) {
    const branch = tree.get(name);
    if (branch === undefined ? isIncluding : branch === true && !isIncluding) continue;
    if (branch === undefined || branch === true) setOwn(kept, name, inner);
    else if (!isIncluding || isDocument(inner) || Array.isArray(inner))
      setOwn(kept, name, prune(inner, branch, isIncluding));
  }
  return kept;
}

/** Undefined when nothing is to be projected. Throws `ServerError` 115, 31253, 31254, 31249 … and for a path that is none. */
export function compileProjection(projection: Document | undefined): Project | undefined {
  const all = [...flags(projection ?? {})];
  if (all.length === 0) return undefined;
  const others = all.filter(([path]) => path !== "_id");
  const id = all.find(([path]) => path === "_id")?.[1];
  const isIncluding = others[0]?.[1] ?? id ?? false;
  const odd = others.find(([, kept]) => kept !== isIncluding);
  if (odd)
    throw isIncluding
      ? new ServerError(31254, `Cannot do exclusion on field ${odd[0]} in inclusion projection`)
      : new ServerError(31253, `Cannot do inclusion on field ${odd[0]} in exclusion projection`);
  const tree: Tree = new Map();
  const isInIdNamed = others.some(([path]) => path.startsWith("_id."));
  if (isIncluding ? (id ?? !isInIdNamed) : id === false) tree.set("_id", true);
  for (const [path] of others) plant(tree, pathParts(path), path);
  // A document is pruned to a document.
  return (document) => prune(document, tree, isIncluding) as Document;
}
