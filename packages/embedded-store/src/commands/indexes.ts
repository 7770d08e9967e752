/** createIndexes, listIndexes, dropIndexes. */
import type { Document } from "bson";
import { checkDepth } from "../query/path";
import { ServerError } from "../server-error";
import { keyPattern } from "../storage/catalog";
import type { IndexSpec } from "../storage/catalog";
import type { WritableCollection } from "../storage/collection";
import { encode, isDocument } from "../storage/document";
import type { Command } from "./command";
import { asNumber, collectionName, documentField, flagField, isOn, listField, numberField } from "./command";
import { checkStrictIndex } from "./stable-api";

type Wanted = Pick<IndexSpec, "name" | "key" | "isUnique">;

const KNOWN = new Set(["key", "name", "unique", "background", "v", "ns"]);
const MOST_INDEXES = 64;
const MOST_FIELDS = 32;

/** MongoDB's, beside an order. */
const KINDS = new Set(["text", "hashed", "2d", "2dsphere", "columnstore", "queryable_encrypted_range"]);

function directionOf(field: string, value: unknown): [string, 1 | -1] {
  checkDepth(field);
  const direction = asNumber(value);
  if (field === "$**" || field.endsWith(".$**")) throw new ServerError(67, "a wildcard index is not answered here");
  if (field === "" || field.startsWith("$") || field.split(".").includes(""))
    throw new ServerError(67, `Index keys cannot be an empty field or begin with '$': '${field}'`);
  // MongoDB takes any number other than zero for its sign; here only 1 and -1 are taken.
  if (direction === 1 || direction === -1) return [field, direction];
  if (typeof value === "string" && !KINDS.has(value)) throw new ServerError(67, `Unknown index plugin '${value}'`);
  if (typeof value !== "string" && (direction === undefined || direction === 0))
    throw new ServerError(67, "Values in the index key pattern must be numbers other than 0, or a kind of index");
  const kind = typeof value === "string" ? `kind '${value}'` : `direction ${direction}`;
  throw new ServerError(67, `an index of ${kind} is not answered here`);
}

/** Options of MongoDB's that are not answered here. */
const REFUSED =
  "sparse partialFilterExpression expireAfterSeconds hidden storageEngine weights default_language language_override " +
  "textIndexVersion 2dsphereIndexVersion bits min max bucketSize collation wildcardProjection clustered prepareUnique";

function checkOptions(spec: Document, areUnknownIgnored: boolean): void {
  for (const name of Object.keys(spec)) {
    if (KNOWN.has(name)) continue;
    if (REFUSED.split(" ").includes(name)) throw new ServerError(67, `an index with '${name}' is not answered here`);
    if (!areUnknownIgnored) throw new ServerError(197, `The field '${name}' is not valid for an index specification`);
  }
  if (spec["unique"] !== undefined && typeof spec["unique"] !== "boolean" && asNumber(spec["unique"]) === undefined)
    throw new ServerError(14, "The field 'unique' has to be a boolean");
}

function readWanted(spec: Document, areUnknownIgnored: boolean): Wanted {
  checkOptions(spec, areUnknownIgnored);
  const key: unknown = spec["key"];
  const name: unknown = spec["name"];
  for (const field of ["key", "name"])
    if (spec[field] === undefined)
      throw new ServerError(9, `The '${field}' field is a required property of an index specification`);
  if (!isDocument(key)) throw new ServerError(14, "The field 'key' must be an object");
  if (typeof name !== "string") throw new ServerError(14, "The field 'name' must be a string");
  const fields = Object.entries(key);
  if (fields.length === 0) throw new ServerError(67, "Index keys cannot be empty.");
  if (fields.length > MOST_FIELDS)
    throw new ServerError(67, `Index key pattern cannot have more than ${MOST_FIELDS} fields`);
  const isId = fields.length === 1 && fields[0]?.[0] === "_id";
  if (name === "") throw new ServerError(67, "The index name cannot be empty");
  if (name === "*" || (name === "_id_" && !isId)) throw new ServerError(2, `The index name '${name}' is not valid`);
  if (isId && spec["unique"] !== undefined)
    throw new ServerError(197, "The field 'unique' is not valid for an _id index");
  return { name, key: fields.map(([field, value]) => directionOf(field, value)), isUnique: isOn(spec["unique"]) };
}

/** Two indexes of the same fields may stand side by side when one is unique and the other not. */
const isSame = (a: Wanted, b: Wanted) => a.isUnique === b.isUnique && JSON.stringify(a.key) === JSON.stringify(b.key);

/** Undefined when the very same index is there. */
function checkNew(wanted: Wanted, existing: readonly IndexSpec[]): Wanted | undefined {
  if (wanted.key.length === 1 && wanted.key[0]?.[0] === "_id") return undefined;
  const sameName = existing.find(({ name }) => name === wanted.name);
  if (sameName && !isSame(sameName, wanted))
    throw new ServerError(86, `An existing index has the same name as the requested index: ${wanted.name}`);
  const sameKey = existing.find((index) => isSame(index, wanted));
  if (!sameKey) return wanted;
  if (sameKey.name === wanted.name) return undefined;
  throw new ServerError(85, `Index already exists with a different name: ${sameKey.name}`);
}

function addAll(collection: WritableCollection, wanted: readonly Wanted[]): Document {
  const before = collection.spec.indexes;
  const all = [...before];
  for (const one of wanted) {
    const missing = checkNew(one, all);
    if (!missing) continue;
    const index: IndexSpec = { ...missing, id: collection.takeId(), isMultikey: false, isShortened: false };
    if (all.length >= MOST_INDEXES - 1)
      throw new ServerError(67, `add index fails, too many indexes for ${collection.namespace}`);
    collection.addIndex(index);
    all.push(index);
  }
  const note = all.length === before.length ? { note: "all indexes already exist" } : {};
  return { numIndexesBefore: before.length + 1, numIndexesAfter: all.length + 1, ...note, ok: 1 };
}

export const createIndexes: Command = {
  fields: ["indexes", "commitQuorum", "ignoreUnknownIndexOptions"],
  async run({ request, databases, database, ...call }) {
    const name = collectionName({ request, databases, database, ...call });
    if (request["commitQuorum"] !== undefined) throw new ServerError(2, "Standalones can't specify commitQuorum");
    const wanted = listField(request, "indexes").map((spec) => {
      checkStrictIndex(request, spec);
      return readWanted(spec, flagField(request, "ignoreUnknownIndexOptions"));
    });
    if (wanted.length === 0) throw new ServerError(2, "Must specify at least one index to create");
    const isNew = !databases.has(database, name);
    const reply = await databases.write(database, name, (collection) => addAll(collection, wanted));
    return { ...reply, createdCollectionAutomatically: isNew };
  },
};

const ID_INDEX = { v: 2, key: { _id: 1 }, name: "_id_" };

/** As they are listed, that on `_id` first. */
export const describeIndexes = (indexes: readonly IndexSpec[]): Document[] => [
  ID_INDEX,
  ...indexes.map((index) => ({
    v: 2,
    key: keyPattern(index),
    name: index.name,
    ...(index.isUnique ? { unique: true } : {}),
  })),
];

export const listIndexes: Command = {
  fields: ["cursor"],
  run(call) {
    const { request, databases, database, cursors, pace, connectionId } = call;
    const name = collectionName(call);
    const spec = databases.find(database)?.collections.find((one) => one.name === name);
    if (!spec) throw new ServerError(26, `ns does not exist: ${database}.${name}`);
    const cursor = documentField(request, "cursor") ?? {};
    const batchSize = cursor["batchSize"] === undefined ? undefined : numberField(cursor, "batchSize", 0);
    const stream = describeIndexes(spec.indexes).map(encode).values();
    const results = { database, namespace: `${database}.${name}`, connectionId, stream, done: () => {} };
    return cursors.first(results, { batchSize, pace });
  },
};

function isChosen(index: IndexSpec, which: unknown): boolean {
  if (Array.isArray(which)) return which.includes(index.name);
  if (isDocument(which)) {
    const key = Object.entries(which).map(([field, direction]) => [field, asNumber(direction)]);
    return JSON.stringify(key) === JSON.stringify(index.key);
  }
  return which === "*" || which === index.name;
}

export const dropIndexes: Command = {
  fields: ["index"],
  async run(call) {
    const name = collectionName(call);
    const which: unknown = call.request["index"];
    const isId =
      which === "_id_" ||
      (Array.isArray(which) && which.includes("_id_")) ||
      (isDocument(which) && Object.keys(which).join() === "_id");
    return call.databases.change(call.database, name, (collection) => {
      if (!collection) throw new ServerError(26, `ns not found ${call.database}.${name}`);
      if (isId) throw new ServerError(72, "cannot drop _id index");
      const { indexes } = collection.spec;
      const chosen = indexes.filter((index) => isChosen(index, which));
      const wanted = Array.isArray(which) ? which.length : which === "*" ? 0 : 1;
      if (chosen.length < wanted) throw new ServerError(27, `index not found with name [${String(which)}]`);
      collection.dropIndexes(chosen);
      const msg = which === "*" ? { msg: "non-_id indexes dropped for collection" } : {};
      return { nIndexesWas: indexes.length + 1, ...msg, ok: 1 };
    });
  },
};
