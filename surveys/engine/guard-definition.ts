/**
 * Refuses what would choke or harm whoever reads it, before zod or survey-core see it: too much, too deep, members of
 * every object, markup where text belongs, regular expressions that are none. Goes through once without recursion, so a
 * bomb costs little more than its size. Throws `SurveyProblem` with path and reason.
 */
import { SurveyProblem } from "./survey-problem";
import { faultInText, isExpression } from "./guard-text";

const LIMITS = {
  /** Of a file that comes from outside. */
  bytes: 1_000_000,
  /** Of all texts together in one that is already read: our own files hold ten forms in seven languages. */
  characters: 8_000_000,
  values: 1_000_000,
  /** Of one object. */
  members: 500,
  /** Objects and lists inside each other: forty panels are ninety deep. */
  depth: 100,
  elements: 1000,
  choices: 500,
  /** Characters of all expressions together, and how many regular expressions: each costs time before it is used. */
  expressions: 100_000,
  regexes: 100,
  /** A file that comes from outside is one form. */
  foreign: { values: 100_000, elements: 400, expressions: 20_000, regexes: 30 },
  /** What a number makes SurveyJS build: choices from 1 to so many, so many panels of so many rows. */
  built: 500,
};

const FORBIDDEN: readonly string[] = ["__proto__", "constructor", "prototype"];
/** Members that make survey-core build so many of something. */
const BUILDS: readonly string[] = [
  "choicesMax",
  "panelCount",
  "minPanelCount",
  "rowCount",
  "minRowCount",
  "rateMax",
  "rateCount",
  "itemCount",
];
/** Where what is built begins. */
const STARTS: Readonly<Record<string, string>> = { choicesMax: "choicesMin", rateMax: "rateMin" };
/** Of these a panel or row is built within each panel or row around it. */
const REPEATS: readonly string[] = ["panelCount", "minPanelCount", "rowCount", "minRowCount"];
const HOLDS_CHOICES: readonly string[] = ["choices", "rateValues"];
const NAMED: readonly string[] = ["elements", "questions", "templateElements", "detailElements", "pages"];
const HOLDS_ELEMENTS: readonly string[] = [...NAMED, "columns", "rows"];

interface Spot {
  readonly value: unknown;
  readonly key: string | number;
  readonly depth: number;
  readonly within: Spot | undefined;
}

function pathTo(spot: Spot | undefined): string {
  const parts: string[] = [];
  for (let at = spot; at?.within; at = at.within)
    parts.unshift(typeof at.key === "number" ? `[${at.key}]` : `.${at.key.slice(0, 60)}`);
  // The head of a long path says where to look.
  return (parts.slice(0, 12).join("") + (parts.length > 12 ? "…" : "")).replace(/^\./, "") || "(file)";
}

function refuse(spot: Spot | undefined, reason: string): never {
  throw new SurveyProblem(pathTo(spot), reason);
}

/** The name of the property a value belongs to; of a list of texts or of one by language, the list's. */
function propertyOf(spot: Spot): string {
  let at = spot;
  while (at.within?.within && (typeof at.key === "number" || /^(default|[a-z]{2}(-[A-Za-z]{2,4})?)$/.test(at.key)))
    at = at.within;
  return String(at.key);
}

interface Count {
  values: number;
  characters: number;
  elements: number;
  expressions: number;
  regexes: number;
  readonly most: Pick<typeof LIMITS, "values" | "elements" | "expressions" | "regexes">;
}

function countMembers(spot: Spot, members: number, count: Count): void {
  if (spot.depth > LIMITS.depth) refuse(spot, `is more than ${LIMITS.depth} levels deep`);
  count.values += members;
  if (count.values > count.most.values) refuse(spot, `there are more than ${count.most.values} values`);
}

function openList(list: readonly unknown[], spot: Spot, count: Count, stack: Spot[]): void {
  countMembers(spot, list.length, count);
  if (HOLDS_ELEMENTS.includes(String(spot.key))) count.elements += list.length;
  const { elements } = count.most;
  if (count.elements > elements) refuse(spot, `there are more than ${elements} pages and elements`);
  checkMembers(list, spot);
  for (let key = list.length - 1; key >= 0; key -= 1)
    stack.push({ value: list[key], key, depth: spot.depth + 1, within: spot });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Pages and elements are objects with names that are text; choices are objects, texts or numbers. */
function checkMembers(list: readonly unknown[], spot: Spot): void {
  const key = String(spot.key);
  const at = (index: number, name?: string) => {
    const member = { value: list[index], key: index, depth: spot.depth + 1, within: spot };
    return name === undefined ? member : { value: undefined, key: name, depth: spot.depth + 2, within: member };
  };
  if (HOLDS_CHOICES.includes(key)) {
    if (list.length > LIMITS.choices) refuse(spot, `there are more than ${LIMITS.choices} choices`);
    const odd = list.findIndex((choice) => choice === null || Array.isArray(choice));
    if (odd >= 0) refuse(at(odd), "is no choice");
  }
  if (!NAMED.includes(key)) return;
  list.forEach((element, index) => {
    if (!isObject(element)) refuse(at(index), "is no page and no element");
    for (const name of ["type", "name"]) {
      const text = element[name];
      if (text !== undefined && typeof text !== "string") refuse(at(index, name), "is no text");
      if (typeof text === "string" && text in Object.prototype)
        refuse(at(index, name), `is "${text}", which every JavaScript object has already`);
    }
  });
}

/** How many are built of what `spot` counts, all that is around it taken into account. */
function builtAt(spot: Spot, number: number): number {
  const from = isObject(spot.within?.value) ? Number(spot.within.value[STARTS[String(spot.key)] ?? ""] ?? 0) : 0;
  let built = Math.abs(number - from);
  if (!REPEATS.includes(String(spot.key))) return built;
  for (let around = spot.within?.within; around; around = around.within) {
    const { value } = around;
    const counts = isObject(value)
      ? REPEATS.map((name) => value[name]).filter((count) => typeof count === "number")
      : [];
    built *= Math.max(1, ...counts.map(Math.abs));
  }
  return built;
}

function checkNumber(number: number, spot: Spot): void {
  if (BUILDS.includes(String(spot.key)) && !(builtAt(spot, number) <= LIMITS.built))
    refuse(spot, `makes more than ${LIMITS.built} of something`);
}

function openObject(object: object, spot: Spot, count: Count, stack: Spot[]): void {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) refuse(spot, "is no plain object");
  const keys = Object.keys(object);
  if (keys.length > LIMITS.members) refuse(spot, `has more than ${LIMITS.members} members`);
  countMembers(spot, keys.length, count);
  for (const key of keys.reverse()) {
    if (FORBIDDEN.includes(key)) refuse(spot, `has a member "${key}", which every JavaScript object has already`);
    // Own keys of a plain object, just listed.
    stack.push({ value: (object as Record<string, unknown>)[key], key, depth: spot.depth + 1, within: spot });
  }
}

function checkText(text: string, spot: Spot, count: Count): void {
  count.characters += text.length;
  if (count.characters > LIMITS.characters) refuse(spot, `there are more than ${LIMITS.characters} characters`);
  const property = propertyOf(spot);
  if (isExpression(property)) count.expressions += text.length;
  if (property === "regex") count.regexes += 1;
  const { expressions, regexes } = count.most;
  if (count.expressions > expressions) refuse(spot, `there are more than ${expressions} characters of expressions`);
  if (count.regexes > regexes) refuse(spot, `there are more than ${regexes} regular expressions`);
  if (BUILDS.includes(property) && text.trim() !== "") checkNumber(Number(text), spot);
  const fault = faultInText(text, property);
  if (fault !== undefined) refuse(spot, fault);
}

/** `isForeign`: it comes from outside. Throws `SurveyProblem`. */
export function guardDefinition(json: unknown, { isForeign = false } = {}): void {
  const most: Count["most"] = isForeign ? LIMITS.foreign : LIMITS;
  const count: Count = { values: 0, characters: 0, elements: 0, expressions: 0, regexes: 0, most };
  const stack: Spot[] = [{ value: json, key: "", depth: 0, within: undefined }];
  for (let spot = stack.pop(); spot; spot = stack.pop()) {
    const { value } = spot;
    if (typeof value === "string") checkText(value, spot, count);
    else if (typeof value === "number") checkNumber(value, spot);
    else if (Array.isArray(value)) openList(value, spot, count, stack);
    else if (typeof value === "object" && value !== null) openObject(value, spot, count, stack);
    else if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint")
      refuse(spot, "is no JSON");
  }
}

/** How deep brackets go, strings left out; JSON.parse itself goes down by recursion. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isInString) {
      if (sign === "\\") at += 1;
      else if (sign === '"') isInString = false;
    } else if (sign === '"') isInString = true;
    else if (sign === "{" || sign === "[") {
      depth += 1;
      if (depth > LIMITS.depth) return true;
    } else if (sign === "}" || sign === "]") depth -= 1;
  }
  return false;
}

/** Reads a file that came from outside, and guards it. */
export function parseDefinition(text: string): unknown {
  if (text.length > LIMITS.bytes || new TextEncoder().encode(text).length > LIMITS.bytes)
    throw new SurveyProblem("(file)", "is longer than 1 MB");
  if (isTooDeep(text)) throw new SurveyProblem("(file)", `is more than ${LIMITS.depth} levels deep`);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new SurveyProblem("(file)", "is no JSON");
  }
  guardDefinition(json, { isForeign: true });
  return json;
}
