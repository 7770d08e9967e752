/**
 * SurveyJS's expressions, as far as a paper has words for them; everything else is refused. Only choices are compared,
 * and only with a choice that exists: SurveyJS compares text loosely (case, blanks), which a paper does not.
 */
import { ConditionsParser } from "survey-core";
import type { Condition, Fact, Scale } from "../paper/paper";
import { FACTS } from "../paper/paper";
import { hasSeveralAnswers, isRanked } from "../paper/scale-kinds";
import { SurveyProblem, beyondPaper } from "./survey-problem";

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
  /** Of a list. */
  values?: readonly Node[];
}

interface Place {
  readonly earlier: EarlierItems;
  readonly path: string;
}

/** What stands left and right of an operator. */
type Sides = readonly [left: Node | undefined, right: Node | undefined];

type Item = EarlierItems extends ReadonlyMap<string, infer T> ? T : never;

function refuse(place: Place, reason: string): never {
  throw beyondPaper(place.path, reason);
}

function itemName(node: Node | undefined, place: Place): string {
  const name = node?.getType() === "variable" ? node.variable : undefined;
  if (name === undefined) return refuse(place, "compares something that is not a question");
  if (!place.earlier.has(name)) throw new SurveyProblem(place.path, `"${name}" is no earlier question`);
  return name;
}

function itemOf(name: string, place: Place): Item {
  const item = place.earlier.get(name);
  if (!item) throw new SurveyProblem(place.path, `"${name}" is no earlier question`);
  return item;
}

const constant = (node: Node | undefined): unknown => (node?.getType() === "const" ? node.correctValue : undefined);

function choiceOf(item: string, node: Node | undefined, place: Place): string {
  const value = constant(node);
  const choice =
    value === undefined ? undefined : itemOf(item, place).choices.find((one) => one.value === String(value));
  if (choice) return choice.value;
  throw new SurveyProblem(place.path, `compares "${item}" with something that is not one of its choices`);
}

const factOf = (node: Node | undefined): Fact | undefined =>
  FACTS.find((fact) => node?.getType() === "variable" && node.variable === `fact.${fact}`);

/** `=` belongs to items with one choice and to facts, `contains` to items with several. */
function comparison(op: "equals" | "contains", [left, right]: Sides, place: Place): Condition {
  const fact = factOf(left);
  if (fact !== undefined) {
    const value = constant(right);
    return op === "equals" && typeof value === "string"
      ? { op: "fact", fact, value }
      : refuse(place, "compares a fact with something else than one text");
  }
  const item = itemName(left, place);
  const { itemType } = itemOf(item, place);
  if (isRanked(itemType) || itemType === "place-map")
    return refuse(place, `a paper has no word for comparing the order or the places of "${item}"`);
  const hasSeveral = hasSeveralAnswers(itemType);
  if (hasSeveral !== (op === "contains")) return refuse(place, `ask "${item}" with ${hasSeveral ? "contains" : "="}`);
  return { op, item, value: choiceOf(item, right, place) };
}

/** One of a list, or all of it; of an item with one choice as well as of one with several. */
function comparisonWithList(join: "or" | "and", [left, right]: Sides, place: Place): Condition {
  const item = itemName(left, place);
  const op = hasSeveralAnswers(itemOf(item, place).itemType) ? "contains" : "equals";
  const values = right?.getType() === "array" ? right.values : right && [right];
  if (!values || values.length === 0) return refuse(place, `compares "${item}" with something that is not a list`);
  if (join === "and" && op === "equals") return refuse(place, `ask "${item}" with = or anyof`);
  const of = values.map((value) => comparison(op, [left, value], place));
  return of.length === 1 && of[0] ? of[0] : { op: join, of };
}

const BOUNDS: Readonly<
  Record<string, (number: number) => Pick<Extract<Condition, { number: number }>, "op" | "number">>
> = {
  greater: (number) => ({ op: "at-least", number: Math.floor(number) + 1 }),
  greaterorequal: (number) => ({ op: "at-least", number: Math.ceil(number) }),
  less: (number) => ({ op: "at-most", number: Math.ceil(number) - 1 }),
  lessorequal: (number) => ({ op: "at-most", number: Math.floor(number) }),
};

const isWhole = ({ value }: { readonly value: string }) => /^\d{1,3}$/.test(value);

function bound(operator: string, [left, right]: Sides, place: Place): Condition {
  const name = itemName(left, place);
  const item = itemOf(name, place);
  const isCountable = !hasSeveralAnswers(item.itemType) && item.choices.length > 0 && item.choices.every(isWhole);
  const number = Number(constant(right) ?? Number.NaN);
  const boundOf = BOUNDS[operator];
  if (!boundOf || !isCountable || Number.isNaN(number))
    return refuse(place, `a paper has no word for "${operator}" between anything but whole numbers ("${name}")`);
  return { ...boundOf(number), item: name };
}

const negated = (of: Condition): Condition => ({ op: "not", of });

function binary(node: Node, place: Place): Condition {
  const operator = node.operator ?? node.operatorName ?? "";
  const sides: Sides = [node.leftOperand ?? node.leftValue, node.rightOperand];
  switch (operator) {
    case "and":
    case "or":
      return junction(operator, sides, place);
    case "equal":
      return comparison("equals", sides, place);
    case "notequal":
      return negated(comparison("equals", sides, place));
    case "contains":
      return comparison("contains", sides, place);
    case "notcontains":
      return negated(comparison("contains", sides, place));
    case "anyof":
      return comparisonWithList("or", sides, place);
    case "noneof":
      return negated(comparisonWithList("or", sides, place));
    case "allof":
      return comparisonWithList("and", sides, place);
    default:
      return operator in BOUNDS
        ? bound(operator, sides, place)
        : refuse(place, `a paper has no word for "${operator}"`);
  }
}

/** `a and b and c` is one list, not a tree that leans. */
const joinedBy = (op: "and" | "or", parts: readonly Condition[]): Condition => ({
  op,
  of: parts.flatMap((part) => (part.op === op ? part.of : [part])),
});

function junction(op: "and" | "or", [left, right]: Sides, place: Place): Condition {
  if (!left || !right) return refuse(place, "is incomplete");
  return joinedBy(op, [translate(left, place), translate(right, place)]);
}

function translate(node: Node, place: Place): Condition {
  if (node.getType() === "binary") return binary(node, place);
  if (node.getType() === "unary") {
    const inner = node.expression;
    if (node.operator === "notempty") return { op: "answered", item: itemName(inner, place) };
    if (node.operator === "empty") return negated({ op: "answered", item: itemName(inner, place) });
    if (node.operator === "negate" && inner) return negated(translate(inner, place));
  }
  return refuse(place, `a paper has no word for this kind of expression (${node.getType()})`);
}

function compileCondition(expression: string, earlier: EarlierItems, path: string): Condition {
  const parser = new ConditionsParser();
  // The parser's operands have these members; its declared type shows only the base class.
  const tree = parser.parseExpression(expression) as unknown as Node | null;
  if (!tree || parser.error) throw new SurveyProblem(path, "is no expression that SurveyJS can read");
  return translate(tree, { earlier, path });
}

/**
 * Expressions that must all hold, as one condition; undefined for none. One by one, because survey-core's parser takes
 * ever longer for one long expression. `path` is where they stand, for the message. Throws `SurveyProblem`.
 */
export function compileConditions(
  expressions: readonly string[],
  earlier: EarlierItems,
  path: string,
): Condition | undefined {
  const conditions = [...new Set(expressions)].map((expression) => compileCondition(expression, earlier, path));
  return conditions.length < 2 ? conditions[0] : joinedBy("and", conditions);
}
