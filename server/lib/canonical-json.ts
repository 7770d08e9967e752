/** One spelling of a JSON value, and its hash: what was published can be known again, however a file is laid out. */
import { sha256 } from "./ids";

/**
 * RFC 8785 for what JSON can hold: no white space, the members of every object sorted by their names' UTF-16 code units,
 * strings and numbers as `JSON.stringify` writes them. Texts are not normalised. A member that is undefined is left out, as
 * `JSON.stringify` does; dates, NaN and lone surrogates are not for this.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(",")}}`;
}

/** SHA-256, in hexadecimal, of the canonical JSON in UTF-8. */
export const hashJson = (value: unknown): string => sha256(canonicalJson(value));
