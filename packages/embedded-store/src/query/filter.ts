/** Filters: brought into one form and checked, then made into tests of documents. */
import { BSONRegExp } from "bson";
import type { Document } from "bson";
import { elsewhereOr, isElsewhere } from "../elsewhere";
import { ServerError } from "../server-error";
import { isDocument } from "../storage/document";
import { identityOf } from "../storage/key-encoding";
import type { Compilers, Demand, Test } from "./operators";
import { OPERATORS, REGEX } from "./operators";
import type { Reached } from "./path";
import { checkDepth, reachBy } from "./path";
import { regexOf, withinSteps } from "./regex";

const LOGICAL = new Set(["$and", "$or", "$nor"]);

/** A filter in which every field has its operators: no bare values, no regular expressions in two parts. */
export type PlainFilter = Document;

export const isOperatorDocument = (value: unknown): value is Document =>
  isDocument(value) && Object.keys(value)[0]?.startsWith("$") === true;

/** True for a document that combines filters, as opposed to one of operators on a value. */
export const isLogical = (value: Document): boolean => LOGICAL.has(Object.keys(value)[0] ?? "");

function unknown(kind: "operator" | "condition", name: string, what: string): ServerError {
  const message = elsewhereOr(kind, name, `unknown ${what}: ${name}`);
  return isElsewhere(kind, name) ? ServerError.refusal(2, message) : new ServerError(2, message);
}

function notOf(operand: unknown): Document {
  if (operand instanceof BSONRegExp) return { [REGEX]: operand };
  if (!isDocument(operand)) throw new ServerError(2, "$not needs a regex or a document");
  if (Object.keys(operand).length === 0) throw new ServerError(2, "$not cannot be empty");
  return operatorsOf(operand);
}

function operatorOf(name: string, operand: unknown, all: Document): [string, unknown][] {
  if (name === "$not") return [[name, notOf(operand)]];
  if (name === "$regex") return [[REGEX, regexOf(operand, all["$options"], Object.keys(all)[0] === "$options")]];
  if (name === "$options") {
    if (all["$regex"] === undefined) throw new ServerError(2, "$options needs a $regex");
    return [];
  }
  if (name === REGEX || !Object.hasOwn(OPERATORS, name)) throw unknown("operator", name, "operator");
  return [[name, operand]];
}

const operatorsOf = (condition: Document): Document =>
  Object.fromEntries(Object.entries(condition).flatMap(([name, operand]) => operatorOf(name, operand, condition)));

function conditionsOf(value: unknown): Document {
  if (value instanceof BSONRegExp) return { [REGEX]: value };
  return isOperatorDocument(value) ? operatorsOf(value) : { $eq: value };
}

function partsOf(name: string, value: unknown): PlainFilter[] {
  if (!LOGICAL.has(name)) throw unknown("condition", name, "top level operator");
  if (!Array.isArray(value) || value.length === 0) throw new ServerError(2, `${name} must be a nonempty array`);
  return value.map((part: unknown) => {
    if (!isDocument(part)) throw new ServerError(2, `${name} entries need to be full objects`);
    return plainFilter(part);
  });
}

/** Throws `ServerError` 2 for anything not answered exactly as MongoDB does. */
export const plainFilter = (filter: Document): PlainFilter =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => {
      // A word to whoever reads logs: it finds nothing and leaves nothing out (manual: "$comment").
      if (name === "$comment") return [];
      checkDepth(name);
      return [[name, name.startsWith("$") ? partsOf(name, value) : conditionsOf(value)] as const];
    }),
  );

/** Of single values, as within `$elemMatch`. */
function compileConditions(conditions: Document): Test {
  const tests = Object.entries(conditions).map(([name, operand]): Test => {
    if (name === "$not") {
      const inner = compileConditions(operand as Document);
      return (value) => !inner(value);
    }
    const demands = OPERATORS[name]?.(operand, compilers) ?? [];
    return (value) => demands.every(({ test, isNegated = false }) => test(value) !== isNegated);
  });
  return (value) => tests.every((test) => test(value));
}

const compilers: Compilers = {
  filter: (filter) => compileFilter(filter) as Test,
  conditions: (condition) => compileValueTest(condition),
};

/** The values a path leads to, and the elements of those that are arrays. */
function identitiesOf(reached: readonly Reached[]): ReadonlySet<string> {
  const all = reached.flatMap(({ value, isElement }): unknown[] =>
    Array.isArray(value) && !isElement ? [value, ...(value as unknown[])] : [value],
  );
  return new Set(all.filter((value) => value !== undefined).map(identityOf));
}

function isMet({ test, isWhole = false, isNegated = false }: Demand, values: readonly Reached[]): boolean {
  const meets = ({ value, isElement }: Reached) =>
    test(value) || (!isWhole && !isElement && Array.isArray(value) && value.some(test));
  return values.some(meets) !== isNegated;
}

/** Of the values that the path of a field leads to; `identities` are worked out when somebody asks for them. */
type FieldTest = (values: readonly Reached[], identities: () => ReadonlySet<string>) => boolean;

function compileOperator(name: string, operand: unknown): FieldTest {
  if (name === "$not") {
    const inner = compileField(operand as Document);
    return (values, identities) => !inner(values, identities);
  }
  const demands = OPERATORS[name]?.(operand, compilers) ?? [];
  return (values, identities) =>
    demands.every((demand) =>
      demand.identity === undefined ? isMet(demand, values) : identities().has(demand.identity),
    );
}

function compileField(conditions: Document): FieldTest {
  const tests = Object.entries(conditions).map(([name, operand]) => compileOperator(name, operand));
  return (values, identities) => tests.every((test) => test(values, identities));
}

export type Matcher = (document: Document) => boolean;

function compileOne(name: string, value: unknown): Matcher {
  if (LOGICAL.has(name)) {
    const parts = (value as PlainFilter[]).map(compileParts);
    if (name === "$and") return (document) => parts.every((matches) => matches(document));
    const isAnyWanted = name === "$or";
    return (document) => parts.some((matches) => matches(document)) === isAnyWanted;
  }
  const path = name.split(".");
  const test = compileField(value as Document);
  return (document) => {
    const values = reachBy(document, path);
    let known: ReadonlySet<string> | undefined;
    return test(values, () => (known ??= identitiesOf(values)));
  };
}

function compileParts(filter: PlainFilter): Matcher {
  const tests = Object.entries(filter).map(([name, value]) => compileOne(name, value));
  return (document) => tests.every((matches) => matches(document));
}

export function compilePlain(filter: PlainFilter): Matcher {
  const matches = withinSteps(() => compileParts(filter));
  return (document) => withinSteps(() => matches(document));
}

/** Of single values: an operator document such as `{ $gt: 5 }`. */
export function compileValueTest(condition: Document): Test {
  const test = withinSteps(() => compileConditions(operatorsOf(condition)));
  return (value) => withinSteps(() => test(value));
}

/** Throws `ServerError` 2, and what single operators throw. */
export const compileFilter = (filter: Document): Matcher => compilePlain(plainFilter(filter));
