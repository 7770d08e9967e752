/** Regular expressions of authors, tried in linear time. Throws where RE2 has no such expression. */
import { RE2JS } from "re2js";

/** JavaScript's `\\u00e6` is RE2's `\\x{00e6}`. */
const inRe2 = (pattern: string): string => pattern.replace(/\\u([0-9a-f]{4})/gi, "\\x{$1}");

export function linearRegex(pattern: string, { isCaseInsensitive = false } = {}): Pick<RegExp, "test"> {
  const compiled = RE2JS.compile(inRe2(pattern), isCaseInsensitive ? RE2JS.CASE_INSENSITIVE : 0);
  return { test: (text: unknown) => compiled.matcher(String(text)).find() };
}
