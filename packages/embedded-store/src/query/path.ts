/** The values a dotted path leads to, as MongoDB's matcher finds them: through documents and the documents in arrays. */
import { ServerError } from "../server-error";
import { isDocument, own } from "../storage/document";

export interface Reached {
  /** Undefined for what is missing. */
  readonly value: unknown;
  /** Named by its position in an array: if it is an array itself, its elements are not looked at. */
  readonly isElement: boolean;
}

function walk(value: unknown, parts: readonly string[], at: number, isElement: boolean, reached: Reached[]): void {
  const name = parts[at];
  if (name === undefined || value === undefined) reached.push({ value, isElement });
  else if (Array.isArray(value)) {
    for (const element of value) if (isDocument(element)) walk(element, parts, at, false, reached);
    if (/^\d+$/.test(name) && Number(name) < value.length) walk(value[Number(name)], parts, at + 1, true, reached);
  } else walk(isDocument(value) ? own(value, name) : undefined, parts, at + 1, false, reached);
}

/** An array in the middle of the path gives one value for each document in it, and none for other elements. */
export function reachBy(document: unknown, parts: readonly string[]): Reached[] {
  const reached: Reached[] = [];
  walk(document, parts, 0, false, reached);
  return reached;
}

export const reach = (document: unknown, path: string): Reached[] => reachBy(document, path.split("."));

/** As deep as documents may be; MongoDB has no longer paths either (manual: "MongoDB Limits and Thresholds"). */
const DEEPEST_PATH = 200;

/** Before a path is taken apart. Throws `ServerError` 15. */
export function checkDepth(path: string): void {
  let parts = 1;
  for (let at = path.indexOf("."); at >= 0; at = path.indexOf(".", at + 1)) parts += 1;
  if (parts > DEEPEST_PATH) throw new ServerError(15, `A path has ${parts} parts; ${DEEPEST_PATH} are possible`);
}

/** The parts of a path. Throws `ServerError` 40352, 40353, 15998, 16410, 15. */
export function pathParts(path: string): string[] {
  if (path === "") throw new ServerError(40352, "FieldPath cannot be constructed with empty string");
  if (path.endsWith(".")) throw new ServerError(40353, "FieldPath must not end with a '.'.");
  checkDepth(path);
  const parts = path.split(".");
  if (parts.includes("")) throw new ServerError(15998, "FieldPath field names may not be empty strings.");
  if (parts.some((part) => part.startsWith("$")))
    throw new ServerError(
      16410,
      "FieldPath field names may not start with '$'. Consider using $getField or $setField.",
    );
  return parts;
}
