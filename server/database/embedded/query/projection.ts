/** Projections that include or exclude fields; everything else is refused. */
import type { Document } from "bson";
import { ServerError } from "../server-error";
import { isPlainDocument } from "../storage/document-path";

function isOn(value: unknown): boolean {
  const plain = typeof value === "object" && value !== null ? Number(value.valueOf()) : value;
  if (plain === true || plain === 1) return true;
  if (plain === false || plain === 0) return false;
  throw new ServerError(2, "only inclusion and exclusion are answered in a projection here");
}

function include(value: unknown, paths: readonly string[][]): unknown {
  if (Array.isArray(value))
    return value.filter((one) => isPlainDocument(one) || Array.isArray(one)).map((one) => include(one, paths));
  if (!isPlainDocument(value)) return value;
  const kept: Document = {};
  for (const [name, inner] of Object.entries(value)) {
    const mine = paths.filter(([head]) => head === name).map(([, ...rest]) => rest);
    if (mine.length === 0) continue;
    if (mine.some((rest) => rest.length === 0)) kept[name] = inner;
    else if (isPlainDocument(inner) || Array.isArray(inner)) kept[name] = include(inner, mine);
  }
  return kept;
}

function exclude(value: unknown, paths: readonly string[][]): unknown {
  if (Array.isArray(value)) return value.map((one) => exclude(one, paths));
  if (!isPlainDocument(value)) return value;
  const kept: Document = {};
  for (const [name, inner] of Object.entries(value)) {
    const mine = paths.filter(([head]) => head === name).map(([, ...rest]) => rest);
    if (mine.some((rest) => rest.length === 0)) continue;
    kept[name] = mine.length > 0 ? exclude(inner, mine) : inner;
  }
  return kept;
}

/** Undefined when nothing is to be projected. Throws `ServerError` 2. */
export function compileProjection(projection: Document | undefined): ((document: Document) => Document) | undefined {
  const fields = Object.entries(projection ?? {});
  if (fields.length === 0) return undefined;
  const others = fields.filter(([name]) => name !== "_id");
  const isIncluding = others.length > 0 ? isOn(others[0]?.[1]) : isOn(projection?.["_id"]);
  if (others.some(([, value]) => isOn(value) !== isIncluding))
    throw new ServerError(2, "cannot mix inclusion and exclusion in a projection");
  const isIdKept = projection?.["_id"] === undefined ? true : isOn(projection["_id"]);
  const paths = others.map(([name]) => name.split("."));
  // Both walk a document and give a document.
  if (isIncluding) return (document) => include(document, isIdKept ? [["_id"], ...paths] : paths) as Document;
  return (document) => exclude(document, isIdKept ? paths : [["_id"], ...paths]) as Document;
}
