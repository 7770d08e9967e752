/** SurveyJS's `visibleIf` expressions, as far as a paper has words for them; everything else is refused. */
import { ConditionsParser } from "survey-core";
import type { Condition } from "../paper/paper";
import { SurveyProblem } from "./survey-problem";

/** A node of survey-core's syntax tree, as far as it is used here. */
interface Node {
  getType(): string;
  leftOperand?: Node;
  rightOperand?: Node;
  leftValue?: Node;
  expression?: Node;
  operator?: string;
  operatorName?: string;
  variable?: string;
  correctValue?: unknown;
}

interface Place {
  readonly earlier: ReadonlySet<string>;
  readonly path: string;
}

function refuse(place: Place, reason: string): never {
  throw new SurveyProblem(place.path, reason);
}

function itemName(node: Node | undefined, place: Place): string {
  const name = node?.getType() === "variable" ? node.variable : undefined;
  if (name === undefined) return refuse(place, "compares something that is not a question");
  if (!place.earlier.has(name)) return refuse(place, `"${name}" is no earlier question`);
  return name;
}

function constant(node: Node | undefined, place: Place): string {
  const value = node?.getType() === "const" ? node.correctValue : undefined;
  return typeof value === "string" ? value : refuse(place, "compares with something that is not a text");
}

function binary(node: Node, place: Place): Condition {
  const operator = node.operator ?? node.operatorName ?? "";
  const left = node.leftOperand ?? node.leftValue;
  if (operator === "and" || operator === "or") {
    if (!left || !node.rightOperand) return refuse(place, "is incomplete");
    return { op: operator, of: [translate(left, place), translate(node.rightOperand, place)] };
  }
  const item = itemName(left, place);
  const value = () => constant(node.rightOperand, place);
  switch (operator) {
    case "equal":
      return { op: "equals", item, value: value() };
    case "notequal":
      return { op: "not", of: { op: "equals", item, value: value() } };
    case "contains":
      return { op: "contains", item, value: value() };
    case "notcontains":
      return { op: "not", of: { op: "contains", item, value: value() } };
    default:
      return refuse(place, `a paper has no word for "${operator}"`);
  }
}

function translate(node: Node, place: Place): Condition {
  if (node.getType() === "binary") return binary(node, place);
  if (node.getType() === "unary") {
    const inner = node.expression;
    if (node.operator === "notempty") return { op: "answered", item: itemName(inner, place) };
    if (node.operator === "empty") return { op: "not", of: { op: "answered", item: itemName(inner, place) } };
    if (node.operator === "negate" && inner) return { op: "not", of: translate(inner, place) };
  }
  return refuse(place, `a paper has no word for this kind of expression (${node.getType()})`);
}

/** `earlier` are the names a condition may ask about. Throws `SurveyProblem`. */
export function compileCondition(expression: string, earlier: ReadonlySet<string>, path: string): Condition {
  const parser = new ConditionsParser();
  // The parser's operands have these members; its declared type shows only the base class.
  const tree = parser.parseExpression(expression) as unknown as Node | null;
  if (!tree || parser.error) throw new SurveyProblem(path, "is no expression that SurveyJS can read");
  return translate(tree, { earlier, path });
}
