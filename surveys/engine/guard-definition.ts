/**
 * Refuses what would choke or harm whoever reads it, before zod or survey-core see it: too much, too deep, members of
 * every object, markup where text belongs, regular expressions that are none. Goes through once without recursion, so a
 * bomb costs no more than its size. Throws `SurveyProblem` with path and reason.
 */
import { SurveyProblem } from "./survey-problem";
import { faultInText } from "./guard-text";

export const LIMITS = {
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
} as const;

const FORBIDDEN: readonly string[] = ["__proto__", "constructor", "prototype"];
const HOLDS_ELEMENTS: readonly string[] = ["elements", "questions", "templateElements", "pages", "columns", "rows"];

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
}

function countMembers(spot: Spot, members: number, count: Count): void {
  if (spot.depth > LIMITS.depth) refuse(spot, `is more than ${LIMITS.depth} levels deep`);
  count.values += members;
  if (count.values > LIMITS.values) refuse(spot, `there are more than ${LIMITS.values} values`);
}

function openList(list: readonly unknown[], spot: Spot, count: Count, stack: Spot[]): void {
  countMembers(spot, list.length, count);
  if (HOLDS_ELEMENTS.includes(String(spot.key))) count.elements += list.length;
  if (count.elements > LIMITS.elements) refuse(spot, `there are more than ${LIMITS.elements} pages and elements`);
  if ((spot.key === "choices" || spot.key === "rateValues") && list.length > LIMITS.choices)
    refuse(spot, `there are more than ${LIMITS.choices} choices`);
  for (let key = list.length - 1; key >= 0; key -= 1)
    stack.push({ value: list[key], key, depth: spot.depth + 1, within: spot });
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
  const fault = faultInText(text, propertyOf(spot));
  if (fault !== undefined) refuse(spot, fault);
}

export function guardDefinition(json: unknown): void {
  const count: Count = { values: 0, characters: 0, elements: 0 };
  const stack: Spot[] = [{ value: json, key: "", depth: 0, within: undefined }];
  for (let spot = stack.pop(); spot; spot = stack.pop()) {
    const { value } = spot;
    if (typeof value === "string") checkText(value, spot, count);
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
  guardDefinition(json);
  return json;
}
