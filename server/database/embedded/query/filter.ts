/** Filters: checked against the list of operators answered here, then evaluated by mingo. */
import { Query } from "mingo";
import type { Document } from "bson";
import { ServerError } from "../server-error";
import { isPlainDocument } from "../storage/document-path";
import { comparable } from "./comparable";

const LOGICAL = new Set(["$and", "$or", "$nor"]);
const VALUE_OPERATORS = new Set([
  "$eq",
  "$ne",
  "$gt",
  "$gte",
  "$lt",
  "$lte",
  "$in",
  "$nin",
  "$exists",
  "$not",
  "$elemMatch",
  "$size",
  "$all",
]);
const ORDERED = new Set(["$gt", "$gte", "$lt", "$lte"]);

function checkOperators(condition: Record<string, unknown>): void {
  for (const [operator, value] of Object.entries(condition)) {
    if (!VALUE_OPERATORS.has(operator)) throw new ServerError(2, `unknown operator: ${operator}`);
    if (value instanceof RegExp) throw new ServerError(2, "regular expressions are not answered here");
    if ((operator === "$in" || operator === "$nin" || operator === "$all") && !Array.isArray(value))
      throw new ServerError(2, `${operator} needs an array`);
    if (ORDERED.has(operator) && (value === null || typeof value === "object") && !(value instanceof Date)) {
      throw new ServerError(2, `${operator} with this type is not answered here`);
    }
    if (operator === "$not" || operator === "$elemMatch") checkInner(operator, value);
  }
}

function checkInner(operator: string, value: unknown): void {
  if (!isPlainDocument(value)) throw new ServerError(2, `${operator} needs an object`);
  if (Object.keys(value).some((key) => key.startsWith("$"))) checkOperators(value);
  else checkFilter(value);
}

/** Throws `ServerError` 2 for anything not answered exactly as MongoDB does. */
export function checkFilter(filter: Document): void {
  for (const [key, value] of Object.entries(filter)) {
    if (key.startsWith("$")) {
      if (!LOGICAL.has(key)) throw new ServerError(2, `unknown top level operator: ${key}`);
      if (!Array.isArray(value) || value.length === 0) throw new ServerError(2, `${key} must be a nonempty array`);
      for (const part of value) checkFilter(part as Document);
    } else if (value instanceof RegExp || (isPlainDocument(value) && "$regex" in value)) {
      throw new ServerError(2, "regular expressions are not answered here");
    } else if (isPlainDocument(value) && Object.keys(value).some((name) => name.startsWith("$"))) checkOperators(value);
  }
}

export type Matcher = (document: Document) => boolean;

/** `filter` and documents as the driver promotes them (numbers as numbers). */
export function compileFilter(filter: Document): Matcher {
  checkFilter(filter);
  if (Object.keys(filter).length === 0) return () => true;
  const query = new Query(comparable(filter) as Record<string, unknown>);
  return (document) => query.test(comparable(document) as Record<string, unknown>);
}
