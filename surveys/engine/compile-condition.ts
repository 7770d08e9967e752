/**
 * SurveyJS's `visibleIf` expressions, as far as a paper has words for them; everything else is refused. Only choices are
 * compared, and only with a choice that exists: SurveyJS compares text loosely (case, blanks), which a paper does not.
 */
import { ConditionsParser } from "survey-core";
import type { Condition, Scale } from "../paper/paper";
import { SurveyProblem } from "./survey-problem";

/** What a condition may ask about: the items that stand before it, by name. */
export type EarlierItems = ReadonlyMap<
  string,
  { readonly itemType: Scale; readonly choices: readonly { readonly value: string }[] }
>;

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
  readonly earlier: EarlierItems;
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

function choiceOf(item: string, node: Node | undefined, place: Place): string {
  const value = node?.getType() === "const" ? node.correctValue : undefined;
  const choice = place.earlier.get(item)?.choices.find((one) => one.value === value);
  return choice ? choice.value : refuse(place, `compares "${item}" with something that is not one of its choices`);
}

/** `=` belongs to items with one choice, `contains` to items with several. */
function comparison(op: "equals" | "contains", node: Node, place: Place): Condition {
  const item = itemName(node.leftOperand ?? node.leftValue, place);
  const hasSeveral = place.earlier.get(item)?.itemType === "choose-pictures";
  if (hasSeveral !== (op === "contains")) return refuse(place, `ask "${item}" with ${hasSeveral ? "contains" : "="}`);
  return { op, item, value: choiceOf(item, node.rightOperand, place) };
}

function binary(node: Node, place: Place): Condition {
  const operator = node.operator ?? node.operatorName ?? "";
  const left = node.leftOperand ?? node.leftValue;
  if (operator === "and" || operator === "or") {
    if (!left || !node.rightOperand) return refuse(place, "is incomplete");
    return { op: operator, of: [translate(left, place), translate(node.rightOperand, place)] };
  }
  switch (operator) {
    case "equal":
      return comparison("equals", node, place);
    case "notequal":
      return { op: "not", of: comparison("equals", node, place) };
    case "contains":
      return comparison("contains", node, place);
    case "notcontains":
      return { op: "not", of: comparison("contains", node, place) };
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

/** `path` is where the expression stands, for the message. Throws `SurveyProblem`. */
export function compileCondition(expression: string, earlier: EarlierItems, path: string): Condition {
  const parser = new ConditionsParser();
  // The parser's operands have these members; its declared type shows only the base class.
  const tree = parser.parseExpression(expression) as unknown as Node | null;
  if (!tree || parser.error) throw new SurveyProblem(path, "is no expression that SurveyJS can read");
  return translate(tree, { earlier, path });
}
