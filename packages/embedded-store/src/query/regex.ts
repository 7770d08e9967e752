/** Regular expressions in linear time (RE2, manual: "$regex"); what RE2 does not have is refused. */
import { RE2JS } from "re2js";
import { BSONRegExp } from "bson";
import { ServerError } from "../server-error";

const FLAGS: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
  u: 0,
  x: 0,
};

/** PCRE2, as MongoDB builds it, takes no more bytes of a pattern. */
const LONGEST_PATTERN = 16_384;
/**
 * RE2 takes at most one step for each instruction and character, of up to 50 ns, and a match cannot be interrupted: so
 * many are done in about a second.
 */
const MOST_STEPS = 20_000_000;
/** What making a program may cost for each character of its pattern (`\p{L}` without regard to case: 40 µs). */
const STEPS_TO_COMPILE = 400;

/**
 * Alternative words, and words with `.*` between them, need few states, so that RE2 has every one of them at hand and a
 * character is one step, however long the program is.
 */
const PLAIN = /^(?:(?:[^\\.[\](){}*+?]|\\[^\p{L}\p{N}])*|(?:[^\\.[\](){}*+?|]|\\[^\p{L}\p{N}]|\.\*(?![?+*{]))*)$/su;
const LONGEST_PLAIN = 200;
/** Neither do any others need many whose programs are as short as this. */
const SHORT = 12;

let left = MOST_STEPS;
let isWithin = false;

/**
 * Within `work` (one document to look at, one update of one, one filter to compile) all regular expressions together
 * have so many steps: a document may hold many texts, and a filter many patterns.
 */
export function withinSteps<T>(work: () => T): T {
  if (isWithin) return work();
  left = MOST_STEPS;
  isWithin = true;
  try {
    return work();
  } finally {
    isWithin = false;
  }
}

function spend(steps: number, tooMany: () => ServerError): void {
  left -= steps;
  if (left < 0) throw tooMany();
}

const tooManyPatterns = () =>
  ServerError.refusal(51091, "Regular expression is invalid: so many are not answered here");
const tooLongToMatch = () =>
  new ServerError(51156, "Error occurred while executing the regular expression: it needs too many steps");

/** Of a pattern: what is escaped, a class, and the single rest. */
const PARTS = /\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|#[^\n]*|[^]/g;

/** With `x`, white space and comments count for nothing outside classes; RE2 has no such option. */
const withoutSpace = (pattern: string): string => pattern.replace(PARTS, (part) => (/^\s|^#/.test(part) ? "" : part));

/** PCRE's `$` without `m` also stands before a last line break, RE2's does not. */
const endOfText = (pattern: string): string => pattern.replace(PARTS, (part) => (part === "$" ? "(?:\\n?\\z)" : part));

/**
 * Only within `withinSteps`, as its test. Throws `ServerError` 51091 for a pattern that is not answered here; the test
 * throws 51156 for a text too long for it.
 */
export function compileRegex({ pattern, options }: BSONRegExp): (text: string) => boolean {
  if (Buffer.byteLength(pattern) > LONGEST_PATTERN)
    throw new ServerError(51091, "Regular expression is invalid: regular expression is too large");
  spend(pattern.length * STEPS_TO_COMPILE, tooManyPatterns);
  const flags = [...options].reduce((sum, option) => sum | (FLAGS[option] ?? 0), 0);
  try {
    const spaced = options.includes("x") ? withoutSpace(pattern) : pattern;
    const compiled = RE2JS.compile(options.includes("m") ? spaced : endOfText(spaced), flags);
    const size = compiled.programSize();
    const isEasy = size <= SHORT || (size <= LONGEST_PLAIN && PLAIN.test(pattern));
    const stepsEach = isEasy ? 1 : size;
    return (text) => {
      spend(text.length * stepsEach, tooLongToMatch);
      return compiled.test(text);
    };
  } catch (error) {
    throw new ServerError(51091, `Regular expression is invalid: ${error instanceof Error ? error.message : ""}`);
  }
}

/**
 * From a pattern as text or as a regular expression, and options that may stand apart from it. Throws `ServerError` 2,
 * 51108 for an option, and 51074 or 51075 when there are two sets of them (`areFirst`: those apart came first).
 */
export function regexOf(pattern: unknown, options: unknown, areFirst: boolean): BSONRegExp {
  if (options !== undefined && typeof options !== "string") throw new ServerError(2, "$options has to be a string");
  const wrong = [...(options ?? "")].find((option) => !Object.hasOwn(FLAGS, option));
  if (wrong) throw new ServerError(51108, `invalid flag in regex options: ${wrong}`);
  if (pattern instanceof BSONRegExp) {
    if (options !== undefined && pattern.options)
      throw new ServerError(areFirst ? 51074 : 51075, "options set in both $regex and $options");
    return options === undefined ? pattern : new BSONRegExp(pattern.pattern, options);
  }
  if (typeof pattern !== "string") throw new ServerError(2, "$regex has to be a string");
  return new BSONRegExp(pattern, options ?? "");
}

/** What every text that matches begins with; empty when that cannot be read off. */
export function prefixOf({ pattern, options }: BSONRegExp): string {
  const [, literal = "", next = ""] = /^\^([\p{L}\p{N} _\-:,;@#/]*)(.?)/su.exec(options === "" ? pattern : "") ?? [];
  return pattern.includes("|")
    ? ""
    : "*?{".includes(next) && next !== ""
      ? [...literal].slice(0, -1).join("")
      : literal;
}
