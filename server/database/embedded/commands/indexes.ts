/** createIndexes, listIndexes, dropIndexes. */
import type { Document } from "bson";
import { ServerError } from "../server-error";
import type { IndexSpec } from "../storage/catalog";
import type { DatabaseFile } from "../storage/database-file";
import type { Collection } from "../storage/collection";
import { compareValues } from "../storage/key-encoding";
import type { Command } from "./command";
import { collectionName, listField } from "./command";

type Wanted = Omit<IndexSpec, "id">;

const KNOWN = new Set(["key", "name", "unique", "background", "v"]);

function readWanted(spec: Document): Wanted {
  const unknown = Object.keys(spec).find((name) => !KNOWN.has(name));
  if (unknown) throw new ServerError(67, `an index with '${unknown}' is not answered here`);
  const key = (spec["key"] ?? {}) as Record<string, unknown>;
  const fields = Object.entries(key);
  if (fields.length === 0 || typeof spec["name"] !== "string")
    throw new ServerError(67, "an index needs a key and a name");
  const directions = fields.map(([field, direction]): [string, 1 | -1] => {
    if (direction !== 1 && direction !== -1)
      throw new ServerError(67, `an index of kind '${String(direction)}' is not answered here`);
    return [field, direction];
  });
  return { name: spec["name"], key: Object.fromEntries(directions), isUnique: spec["unique"] === true };
}

const isSameKey = (a: Wanted, b: Wanted) =>
  JSON.stringify(Object.entries(a.key)) === JSON.stringify(Object.entries(b.key));

/** Undefined when the very same index is there. */
function checkNew(wanted: Wanted, existing: readonly IndexSpec[]): Wanted | undefined {
  if (Object.keys(wanted.key).join() === "_id") return undefined;
  const twin = existing.find((index) => index.name === wanted.name || isSameKey(index, wanted));
  if (!twin) return wanted;
  if (twin.name === wanted.name && isSameKey(twin, wanted) && twin.isUnique === wanted.isUnique) return undefined;
  throw new ServerError(86, `An existing index has the same name or key as the requested index: ${wanted.name}`);
}

function build(file: DatabaseFile, collection: Collection, wanted: Wanted): void {
  const index: IndexSpec = { ...wanted, id: file.takeId() };
  collection.build(index);
  file.saveCollection({ ...collection.spec, indexes: [...collection.spec.indexes, index] });
}

export const createIndexes: Command = {
  fields: ["indexes", "commitQuorum"],
  async run(call) {
    const name = collectionName(call, "createIndexes");
    const wanted = listField(call.plain, "indexes").map(readWanted);
    const file = call.databases.open(call.database);
    return file.write(() => {
      const before = call.databases.ensureCollection(call.database, name).spec.indexes;
      const missing = wanted.map((one) => checkNew(one, before)).filter((one) => one !== undefined);
      for (const one of missing) build(file, call.databases.ensureCollection(call.database, name), one);
      return { numIndexesBefore: before.length + 1, numIndexesAfter: before.length + missing.length + 1, ok: 1 };
    });
  },
};

const ID_INDEX = { v: 2, key: { _id: 1 }, name: "_id_" };

export const listIndexes: Command = {
  fields: ["cursor"],
  run(call) {
    const name = collectionName(call, "listIndexes");
    const collection = call.databases.findCollection(call.database, name);
    if (!collection) throw new ServerError(26, `ns does not exist: ${call.database}.${name}`);
    const indexes = collection.spec.indexes.map((index) => ({
      v: 2,
      key: index.key,
      name: index.name,
      ...(index.isUnique ? { unique: true } : {}),
    }));
    return call.cursors.first(`${call.database}.${name}`, [ID_INDEX, ...indexes]);
  },
};

export const dropIndexes: Command = {
  fields: ["index"],
  async run(call) {
    const name = collectionName(call, "dropIndexes");
    const file = call.databases.find(call.database);
    const spec = file?.findCollection(name);
    if (!file || !spec) throw new ServerError(26, "ns not found");
    const which: unknown = call.plain["index"];
    if (which === "_id_") throw new ServerError(72, "cannot drop _id index");
    const chosen = spec.indexes.filter(
      (index) =>
        which === "*" || index.name === which || (typeof which === "object" && compareValues(index.key, which) === 0),
    );
    if (chosen.length === 0 && which !== "*") throw new ServerError(27, `index not found with name [${String(which)}]`);
    return file.write(() => {
      for (const index of chosen) file.clear(index.id);
      file.saveCollection({ ...spec, indexes: spec.indexes.filter((index) => !chosen.includes(index)) });
      return { nIndexesWas: spec.indexes.length + 1, ok: 1 };
    });
  },
};
