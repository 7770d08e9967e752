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
 * RE2 takes at most one step for each instruction and character, and a match cannot be interrupted: so many steps are
 * done in a second or two (`(a|b)*a[ab]{900}[yz]`, 200,000 characters: 2 × 10^8 steps, 3.3 s).
 */
const MOST_STEPS = 100_000_000;

/** Of a pattern: what is escaped, a class, and the single rest. */
const PARTS = /\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|#[^\n]*|[^]/g;

/** With `x`, white space and comments count for nothing outside classes; RE2 has no such option. */
const withoutSpace = (pattern: string): string => pattern.replace(PARTS, (part) => (/^\s|^#/.test(part) ? "" : part));

/** PCRE's `$` without `m` also stands before a last line break, RE2's does not. */
const endOfText = (pattern: string): string => pattern.replace(PARTS, (part) => (part === "$" ? "(?:\\n?\\z)" : part));

/** Throws `ServerError` 51091 for a pattern that is not answered here; the test throws 51156 for a text too long for it. */
export function compileRegex({ pattern, options }: BSONRegExp): (text: string) => boolean {
  if (Buffer.byteLength(pattern) > LONGEST_PATTERN)
    throw new ServerError(51091, "Regular expression is invalid: regular expression is too large");
  const flags = [...options].reduce((sum, option) => sum | (FLAGS[option] ?? 0), 0);
  try {
    const spaced = options.includes("x") ? withoutSpace(pattern) : pattern;
    const compiled = RE2JS.compile(options.includes("m") ? spaced : endOfText(spaced), flags);
    const longest = MOST_STEPS / compiled.programSize();
    return (text) => {
      if (text.length > longest)
        throw new ServerError(51156, "Error occurred while executing the regular expression: it needs too many steps");
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
