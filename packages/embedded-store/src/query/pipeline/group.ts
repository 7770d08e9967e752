/** `$group`: accumulators by key; numbers that are equal across types are one key. */
import { Int32 } from "bson";
import type { Document } from "bson";
import { elsewhereOr } from "../../elsewhere";
import { ServerError } from "../../server-error";
import { isDocument } from "../../storage/document";
import { encodeValue } from "../../storage/key-encoding";
import type { Accumulator } from "./accumulators";
import { ACCUMULATORS } from "./accumulators";
import { isFlag } from "../projection";
import type { Evaluate } from "./expression";
import { compileExpression } from "./expression";
import type { Stage } from "./stage";

interface Field {
  readonly name: string;
  readonly make: () => Accumulator;
  readonly evaluate: Evaluate;
}

function readField([name, spec]: [string, unknown]): Field {
  if (name.includes(".")) throw new ServerError(40235, `The field name '${name}' cannot contain '.'`);
  if (name.startsWith("$")) throw new ServerError(40236, `The field name '${name}' cannot be an operator name`);
  if (!isDocument(spec)) throw new ServerError(40234, `The field '${name}' must be an accumulator object`);
  const [operator = "", ...more] = Object.keys(spec);
  if (!operator.startsWith("$")) throw new ServerError(40234, `The field '${name}' must be an accumulator object`);
  if (more.length > 0) throw new ServerError(40238, `The field '${name}' must specify one accumulator`);
  const isCount = operator === "$count";
  if (isCount && !(isDocument(spec[operator]) && Object.keys(spec[operator] as Document).length === 0))
    throw new ServerError(14, "$count takes no arguments, i.e. $count:{}");
  const make = Object.hasOwn(ACCUMULATORS, isCount ? "$sum" : operator)
    ? ACCUMULATORS[isCount ? "$sum" : operator]
    : undefined;
  if (!make) throw new ServerError(15952, elsewhereOr("accumulator", operator, `unknown group operator '${operator}'`));
  if (Array.isArray(spec[operator])) throw new ServerError(40237, `The ${operator} accumulator is a unary operator`);
  return { name, make, evaluate: compileExpression(isCount ? new Int32(1) : spec[operator]) };
}

/** A key of several fields names what it takes; it does not include by number or yes. */
function checkNoFlags(id: unknown): void {
  if (!isDocument(id) || Object.keys(id).some((name) => name.startsWith("$"))) return;
  for (const value of Object.values(id)) {
    if (isFlag(value)) throw new ServerError(17390, "$group does not support inclusion-style expressions");
    checkNoFlags(value);
  }
}

/** In a key of several fields one that is missing is not there, which is not the same as null. */
function withoutMissing(value: unknown): unknown {
  if (!isDocument(value)) return value;
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(fields.map(([name, inner]) => [name, withoutMissing(inner)]));
}

const MOST_GROUPS = 1_000_000;

/** Throws `ServerError` 15955, 15952 … */
export function group(spec: unknown): Stage {
  if (!isDocument(spec)) throw new ServerError(15947, "a group's fields must be specified in an object");
  if (spec["_id"] === undefined) throw new ServerError(15955, "a group specification must include an _id");
  checkNoFlags(spec["_id"]);
  const idOf = compileExpression(spec["_id"]);
  const fields = Object.entries(spec)
    .filter(([name]) => name !== "_id")
    .map(readField);
  return function* (input) {
    const groups = new Map<string, { readonly id: unknown; readonly values: readonly Accumulator[] }>();
    for (const document of input) {
      yield undefined;
      if (!document) continue;
      const id = withoutMissing(idOf(document)) ?? null;
      const key = encodeValue(id).toString("latin1");
      const one = groups.get(key) ?? { id, values: fields.map(({ make }) => make()) };
      if (one.values.length === 0 || !groups.has(key)) groups.set(key, one);
      if (groups.size > MOST_GROUPS)
        throw new ServerError(292, "Exceeded memory limit for $group, but didn't allow external sort.");
      for (const [at, { evaluate }] of fields.entries()) one.values[at]?.add(evaluate(document));
    }
    for (const { id, values } of groups.values())
      yield Object.fromEntries([
        ["_id", id],
        ...fields.map(({ name }, at) => [name, values[at]?.result()]),
      ]) as Document;
  };
}
