/** Expressions (manual: "Aggregation Operators"): checked against the list answered here and made into functions of a document. */
import type { Document } from "bson";
import { elsewhereOr } from "../../elsewhere";
import { ServerError } from "../../server-error";
import { isDocument, own } from "../../storage/document";
import { isTrue } from "../operators";
import { pathParts } from "../path";
import { VALUE_OPERATORS } from "./values";

/** Undefined for what is missing. */
export type Evaluate = (document: Document) => unknown;

/** Through arrays: the values of their documents, without what is missing (manual: "Field Paths"). */
function follow(value: unknown, parts: readonly string[], at = 0): unknown {
  const name = parts[at];
  if (name === undefined) return value;
  if (Array.isArray(value))
    return value
      .filter((one) => isDocument(one) || Array.isArray(one))
      .map((one: unknown) => follow(one, parts, at))
      .filter((one) => one !== undefined);
  return isDocument(value) ? follow(own(value, name), parts, at + 1) : undefined;
}

const asList = (argument: unknown): unknown[] => (Array.isArray(argument) ? argument : [argument]);

const compileAll = (expressions: readonly unknown[]): Evaluate[] => expressions.map(compileExpression);

function checkArity(name: string, args: readonly unknown[], arity: number | undefined): void {
  if (arity !== undefined && args.length !== arity)
    throw new ServerError(16020, `Expression ${name} takes exactly ${arity} arguments. ${args.length} were passed in.`);
}

const CONDITION: Readonly<Record<string, number>> = { if: 17080, then: 17081, else: 17082 };

/** As a list, or as a document with three names. */
function compileCond(argument: unknown): Evaluate {
  if (isDocument(argument)) {
    const odd = Object.keys(argument).find((name) => !Object.hasOwn(CONDITION, name));
    if (odd) throw new ServerError(17083, `Unrecognized parameter to $cond: ${odd}`);
    for (const [name, code] of Object.entries(CONDITION))
      if (argument[name] === undefined) throw new ServerError(code, `Missing '${name}' parameter to $cond`);
    return compileCond([argument["if"], argument["then"], argument["else"]]);
  }
  const args = asList(argument);
  checkArity("$cond", args, 3);
  const [condition, yes, no] = compileAll(args) as [Evaluate, Evaluate, Evaluate];
  return (document) => (isTrue(condition(document)) ? yes : no)(document);
}

/** What evaluates no more of its arguments than it needs. */
const SPARING: Readonly<Record<string, (argument: unknown) => Evaluate>> = {
  $literal: (argument) => () => argument,
  $cond: compileCond,
  $ifNull(argument) {
    const args = asList(argument);
    if (args.length < 2) throw new ServerError(1257300, `$ifNull needs at least two arguments, had: ${args.length}`);
    const parts = compileAll(args);
    return (document) => {
      let value: unknown;
      for (const evaluate of parts) {
        value = evaluate(document);
        if (value !== undefined && value !== null) break;
      }
      return value;
    };
  },
  $and(argument) {
    const parts = compileAll(asList(argument));
    return (document) => parts.every((evaluate) => isTrue(evaluate(document)));
  },
  $or(argument) {
    const parts = compileAll(asList(argument));
    return (document) => parts.some((evaluate) => isTrue(evaluate(document)));
  },
};

/** One that is answered here. */
export const isExpression = (name: string) => Object.hasOwn(SPARING, name) || Object.hasOwn(VALUE_OPERATORS, name);

function compileOperator(name: string, argument: unknown): Evaluate {
  const sparing = Object.hasOwn(SPARING, name) ? SPARING[name] : undefined;
  if (sparing) return sparing(argument);
  const operator = Object.hasOwn(VALUE_OPERATORS, name) ? VALUE_OPERATORS[name] : undefined;
  if (!operator) throw new ServerError(168, elsewhereOr("expression", name, `Unrecognized expression '${name}'`));
  const args = asList(argument);
  checkArity(name, args, operator.arity);
  const parts = compileAll(args);
  return (document) => operator.run(parts.map((evaluate) => evaluate(document)));
}

/** The document itself, or nothing. */
const VARIABLES = ["$$ROOT", "$$CURRENT", "$$REMOVE"];

function compilePath(text: string): Evaluate {
  const [variable = "", ...rest] = text.split(".");
  if (!text.startsWith("$$")) {
    if (text === "$") throw new ServerError(16872, "'$' by itself is not a valid FieldPath");
    const parts = pathParts(text.slice(1));
    return (document) => follow(document, parts);
  }
  const called = variable.slice(2);
  if (!VARIABLES.includes(variable))
    throw new ServerError(17276, elsewhereOr("variable", called, `Use of undefined variable: ${called}`));
  if (variable === "$$REMOVE") return () => undefined;
  const parts = rest.length === 0 ? [] : pathParts(rest.join("."));
  return (document) => follow(document, parts);
}

/** Throws `ServerError` 168, 17276, 16020 … for what is not answered. */
export function compileExpression(expression: unknown): Evaluate {
  if (typeof expression === "string" && expression.startsWith("$")) return compilePath(expression);
  if (Array.isArray(expression)) {
    const parts = compileAll(expression);
    return (document) => parts.map((evaluate) => evaluate(document));
  }
  if (!isDocument(expression)) return () => expression;
  const names = Object.keys(expression);
  const [first = ""] = names;
  if (first.startsWith("$") && names.length === 1) return compileOperator(first, expression[first]);
  if (names.some((name) => name.startsWith("$")))
    throw new ServerError(15983, "an object representing an expression must have exactly one field");
  const fields = names.map((name) => [name, compileExpression(expression[name])] as const);
  return (document) => Object.fromEntries(fields.map(([name, evaluate]) => [name, evaluate(document)]));
}
