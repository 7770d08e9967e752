/**
 * The layout mongodump writes and mongorestore reads: a folder a database, in it two files a collection. What is known
 * of a collection beside its documents is canonical extended JSON.
 */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { EJSON } from "bson";
import type { Document } from "bson";
import { OperationError } from "./operation-error";

export const BSON_SUFFIX = ".bson";
export const METADATA_SUFFIX = ".metadata.json";

export interface DumpedCollection {
  readonly name: string;
  readonly file: string;
  /** Without that on `_id`. */
  readonly indexes: readonly Document[];
}

/** A collection's name as the beginning of a file's name. */
export const fileNameOf = (collection: string): string =>
  encodeURIComponent(collection).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

export const describeCollection = (collectionName: string, indexes: readonly Document[]): string =>
  EJSON.stringify({ options: {}, indexes, collectionName, type: "collection" }, { relaxed: false });

const isIndex = (index: unknown): index is Document =>
  typeof index === "object" &&
  index !== null &&
  "key" in index &&
  typeof index.key === "object" &&
  index.key !== null &&
  "name" in index &&
  typeof index.name === "string";

/** An index without what a server adds to it by itself. */
function wanted(index: Document): Document {
  const chosen = Object.entries(index).filter(([field]) => !["v", "ns", "background"].includes(field));
  return Object.fromEntries(chosen) as Document;
}

function parse(path: string, text: string): Document {
  try {
    const parsed: unknown = EJSON.parse(text, { relaxed: false });
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch {
    // Told below.
  }
  throw new OperationError("restore.torn", `${path} is torn: it cannot be read; nothing was restored.`);
}

async function readMetadata(path: string): Promise<{ name?: string; indexes: Document[] }> {
  const { collectionName, options, indexes = [], type } = parse(path, await readFile(path, "utf8"));
  const [option] = Object.keys((options ?? {}) as object).filter((name) => name !== "autoIndexId");
  const unlike = typeof type === "string" && type !== "collection" ? type : option;
  if (unlike !== undefined)
    throw new OperationError("restore.unlike", `${path} asks for "${unlike}", which lyt restore cannot make.`);
  if (!Array.isArray(indexes) || !indexes.every(isIndex))
    throw new OperationError("restore.torn", `${path} is torn: its indexes cannot be read; nothing was restored.`);
  const own = indexes.filter(({ name }) => name !== "_id_");
  return { ...(typeof collectionName === "string" ? { name: collectionName } : {}), indexes: own.map(wanted) };
}

/** mongodump cuts a name that is too long for a file, and puts a hash behind it. */
const isCut = (stem: string) => stem.includes("%24") && stem.length === 238;

async function readCollection(folder: string, stem: string, files: ReadonlySet<string>): Promise<DumpedCollection> {
  const file = join(folder, stem + BSON_SUFFIX);
  if (!files.has(stem + BSON_SUFFIX))
    throw new OperationError("restore.torn", `${file} is missing, and its metadata is there; nothing was restored.`);
  const isDescribed = files.has(stem + METADATA_SUFFIX);
  const { name, indexes } = isDescribed ? await readMetadata(join(folder, stem + METADATA_SUFFIX)) : { indexes: [] };
  return { name: name && isCut(stem) ? name : decodeURIComponent(stem), file, indexes };
}

const stemOf = (file: string) =>
  [METADATA_SUFFIX, BSON_SUFFIX]
    .filter((suffix) => file.endsWith(suffix))
    .map((suffix) => file.slice(0, -suffix.length));

/** The collections of one database in a dump, by name. Other databases and other files are left alone. */
export async function readDump(folder: string, database: string): Promise<DumpedCollection[]> {
  const within = join(folder, database);
  const files = new Set(await readdir(within).catch(() => []));
  if ([...files].some((name) => name.endsWith(".gz")))
    throw new OperationError("restore.compressed", `${within} is compressed; gunzip its files first.`);
  const stems = new Set([...files].flatMap(stemOf));
  if (stems.size === 0)
    throw new OperationError("restore.missing", `There is no backup in ${within}; name the folder above ${database}.`);
  const collections = await Promise.all([...stems].sort().map((stem) => readCollection(within, stem, files)));
  const system = collections.find(({ name }) => name.startsWith("system."));
  if (system) throw new OperationError("restore.unlike", `${system.file} is a system collection; use mongorestore.`);
  return collections;
}
