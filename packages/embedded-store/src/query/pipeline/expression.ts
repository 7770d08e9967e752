/**
 * Expressions: checked against the list answered here and rewritten, so that paths, truth and values follow BSON; mingo
 * then evaluates them, with its own `$cond`, `$ifNull`, `$and` and `$or`.
 */
import type { Document } from "bson";
import { Context, ProcessingMode, evalExpr } from "mingo/core";
import { $and, $or } from "mingo/operators/expression/boolean";
import { $cond, $ifNull } from "mingo/operators/expression/conditional";
import { ServerError } from "../../server-error";
import { isDocument, own } from "../../storage/document";
import { isTrue } from "../operators";
import { pathParts } from "../path";
import { VALUE_OPERATORS } from "./values";

/** Undefined for what is missing. */
export type Evaluate = (document: Document) => unknown;

/** Through arrays: the values of their documents, without what is missing (manual: "Field Paths"). */
function follow(value: unknown, parts: readonly string[]): unknown {
  const [name, ...rest] = parts;
  if (name === undefined) return value;
  if (Array.isArray(value))
    return value
      .filter((one) => isDocument(one) || Array.isArray(one))
      .map((one: unknown) => follow(one, parts))
      .filter((one) => one !== undefined);
  return isDocument(value) ? follow(own(value, name), rest) : undefined;
}

const truth = (argument: unknown) => ({ $yes: rewrite(argument) });

const asList = (argument: unknown): unknown[] => (Array.isArray(argument) ? argument : [argument]);

function checkArity(name: string, args: readonly unknown[], arity: number | undefined): void {
  if (arity !== undefined && args.length !== arity)
    throw new ServerError(16020, `Expression ${name} takes exactly ${arity} arguments. ${args.length} were passed in.`);
}

const CONDITION: Readonly<Record<string, number>> = { if: 17080, then: 17081, else: 17082 };

/** As a list, or as a document with three names. */
function rewriteCond(argument: unknown): unknown {
  if (isDocument(argument)) {
    const odd = Object.keys(argument).find((name) => !Object.hasOwn(CONDITION, name));
    if (odd) throw new ServerError(17083, `Unrecognized parameter to $cond: ${odd}`);
    for (const [name, code] of Object.entries(CONDITION))
      if (argument[name] === undefined) throw new ServerError(code, `Missing '${name}' parameter to $cond`);
    return rewriteCond([argument["if"], argument["then"], argument["else"]]);
  }
  const args = asList(argument);
  checkArity("$cond", args, 3);
  return [truth(args[0]), rewrite(args[1]), rewrite(args[2])];
}

const REWRITES: Readonly<Record<string, (argument: unknown) => unknown>> = {
  $literal: (argument) => [argument],
  $cond: rewriteCond,
  $ifNull(argument) {
    const args = asList(argument);
    if (args.length < 2) throw new ServerError(1257300, `$ifNull needs at least two arguments, had: ${args.length}`);
    return args.map(rewrite);
  },
  $and: (argument) => asList(argument).map(truth),
  $or: (argument) => asList(argument).map(truth),
};

function rewriteOperator(name: string, argument: unknown): unknown {
  if (Object.hasOwn(REWRITES, name)) return { [name]: REWRITES[name]?.(argument) };
  const operator = Object.hasOwn(VALUE_OPERATORS, name) ? VALUE_OPERATORS[name] : undefined;
  if (!operator) throw new ServerError(168, `Unrecognized expression '${name}'`);
  const args = asList(argument);
  checkArity(name, args, operator.arity);
  return { [name]: args.map(rewrite) };
}

/** The document itself, or nothing. */
const VARIABLES = ["$$ROOT", "$$CURRENT", "$$REMOVE"];

function rewritePath(text: string): unknown {
  const [variable = "", ...rest] = text.split(".");
  if (!text.startsWith("$$")) {
    if (text === "$") throw new ServerError(16872, "'$' by itself is not a valid FieldPath");
    return { $at: pathParts(text.slice(1)) };
  }
  if (!VARIABLES.includes(variable)) throw new ServerError(17276, `Use of undefined variable: ${variable.slice(2)}`);
  return rest.length === 0 || variable === "$$REMOVE" ? variable : { $at: pathParts(rest.join(".")) };
}

function rewrite(expression: unknown): unknown {
  if (typeof expression === "string") return expression.startsWith("$") ? rewritePath(expression) : expression;
  if (Array.isArray(expression)) return expression.map(rewrite);
  if (!isDocument(expression)) return expression;
  const names = Object.keys(expression);
  const [first = ""] = names;
  if (first.startsWith("$") && names.length === 1) return rewriteOperator(first, expression[first]);
  if (names.some((name) => name.startsWith("$")))
    throw new ServerError(15983, "an object representing an expression must have exactly one field");
  return Object.fromEntries(names.map((name) => [name, rewrite(expression[name])]));
}

type EvalOptions = Exclude<Parameters<typeof evalExpr>[2], undefined>;
type ExpressionOperator = (document: Document, argument: unknown, options: EvalOptions) => unknown;

const evaluate = (document: Document, argument: unknown, options: EvalOptions): unknown =>
  evalExpr(document, argument as Document, options);

/** What the rewriting puts in: a list of arguments, evaluated or not as the operator says. */
const argumentsOf = (argument: unknown): readonly unknown[] => (Array.isArray(argument) ? argument : []);

const valueOperators = Object.fromEntries(
  Object.entries(VALUE_OPERATORS).map(([name, { run }]): [string, ExpressionOperator] => [
    name,
    (document, args, options) => run(argumentsOf(evaluate(document, args, options))),
  ]),
);

const rewritten: Readonly<Record<string, ExpressionOperator>> = {
  $literal: (_document, argument) => argumentsOf(argument)[0],
  $yes: (document, condition, options) => isTrue(evaluate(document, condition, options)),
  $at: (document, parts) => follow(document, argumentsOf(parts) as readonly string[]),
};

// mingo types each of its operators by the arguments it expects; to the context they are all of one kind.
const mingos = { $and, $or, $cond, $ifNull } as unknown as Record<string, ExpressionOperator>;

const options: EvalOptions = {
  context: Context.init({ expression: { ...mingos, ...valueOperators, ...rewritten } }),
  idKey: "_id",
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  failOnError: true,
  scriptEnabled: false,
};

/** Throws `ServerError` 168, 17276, 16020 … for what is not answered. */
export function compileExpression(expression: unknown): Evaluate {
  const plain = rewrite(expression);
  if (typeof expression === "string" && expression.startsWith("$") && !expression.startsWith("$$")) {
    const parts = pathParts(expression.slice(1));
    return (document) => follow(document, parts);
  }
  if (typeof plain !== "string" && !Array.isArray(plain) && !isDocument(plain)) return () => plain;
  return (document) => evaluate(document, plain, options);
}
