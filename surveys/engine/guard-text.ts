/**
 * What a text in a definition may be, by the property it stands in: an expression, a regular expression, HTML of an
 * `html` property, or words. Nothing here goes back over what it has read, so time grows with length alone.
 */
import { linearRegex } from "./linear-regex";

const TEXT_LIMITS = { expression: 2000, brackets: 60, regex: 500, words: 20_000, image: 200_000 } as const;

/** A picture written out, and nothing else. */
const IMAGE = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=]*$/i;

const EXPRESSION = /(If|Expression)$|^expression$/;
const HTML = /^(html|\w*Html)$/;
/** Tags that only set words; with attributes they are refused like any other. */
const HARMLESS = /<\/?(p|br|b|strong|i|em|u|h[1-6]|ul|ol|li|div|span) ?\/?>/gi;
/** `{name}`: an answer is put in here. */
const PIPED = /\{[^{}]*\}/;
const TAG = /<[a-z!/?]/i;
/** In an expression "<" compares, too. */
const WHOLE_TAG = /<[a-z!/?][^<]*>/i;
const SCRIPT_ADDRESS = /(javascript|vbscript):|data:text\/html/i;
/** Other signs than those a text is made of: one that turns the direction of what follows, or that nobody sees. */
const HIDDEN_SIGN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/;

function deepestBracket(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of text) {
    if (sign === "(" || sign === "[" || sign === "{") deepest = Math.max(deepest, (depth += 1));
    else if (sign === ")" || sign === "]" || sign === "}") depth -= 1;
  }
  return deepest;
}

function faultInExpression(text: string): string | undefined {
  if (WHOLE_TAG.test(text)) return "is an expression with markup in it";
  if (text.length > TEXT_LIMITS.expression) return `is an expression of more than ${TEXT_LIMITS.expression} characters`;
  return deepestBracket(text) > TEXT_LIMITS.brackets
    ? `is an expression with more than ${TEXT_LIMITS.brackets} brackets inside each other`
    : undefined;
}

function faultInRegex(text: string): string | undefined {
  if (text.length > TEXT_LIMITS.regex) return `is a regular expression of more than ${TEXT_LIMITS.regex} characters`;
  try {
    linearRegex(text);
    return undefined;
  } catch {
    return "is no regular expression that can be tried in linear time";
  }
}

export const isExpression = (property: string): boolean => EXPRESSION.test(property);

export function faultInText(text: string, property: string): string | undefined {
  if (property === "regex") return faultInRegex(text);
  if (isExpression(property)) return faultInExpression(text);
  if (IMAGE.test(text)) return text.length > TEXT_LIMITS.image ? "is a picture of more than 200 KB" : undefined;
  if (text.length > TEXT_LIMITS.words) return `is a text of more than ${TEXT_LIMITS.words} characters`;
  if (HTML.test(property) && PIPED.test(text))
    return "puts an answer into HTML; put it into a title, where it stays text";
  if (TAG.test(HTML.test(property) ? text.replace(HARMLESS, "") : text)) return "holds markup where words belong";
  // Browsers overlook white space and control signs within the name of a scheme.
  if (SCRIPT_ADDRESS.test(text.replace(/[\s\p{Cc}]/gu, ""))) return "holds the address of a script";
  return HIDDEN_SIGN.test(text) ? "holds signs that nobody can see" : undefined;
}
