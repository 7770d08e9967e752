/** compact, validate and exportDatabase: what an operator's `lyt compact`, `check` and `backup` send. */
import type { Document } from "bson";
import { ServerError } from "../server-error";
import { Collection } from "../storage/collection";
import { decodeChecked } from "../storage/document";
import { indexEntries } from "../storage/index-entries";
import { recordKey } from "../storage/key-encoding";
import { EVERYTHING } from "../storage/snapshot";
import type { Command } from "./command";
import { collectionName, sessionOf } from "./command";
import { describeIndexes } from "./indexes";

/** Rewrites the file a collection lies in (here all of its database), so that nothing deleted is left in it. */
export const compact: Command = {
  fields: ["force"],
  async run(call) {
    const name = collectionName(call);
    if (!call.databases.has(call.database, name)) throw new ServerError(26, "collection does not exist");
    return { bytesFreed: await call.databases.compact(call.database), ok: 1 };
  },
};

const MOST_ERRORS = 100;

interface Findings {
  readonly errors: string[];
  readonly keysPerIndex: Record<string, number>;
  nrecords: number;
}

/** Every record can be read, lies under its own `_id` and has its entries; every entry belongs to a record. */
function* examine(collection: Collection, { errors, keysPerIndex, ...found }: Findings): Generator<undefined, number> {
  const { view, spec } = collection;
  const wanted = Object.fromEntries(spec.indexes.map(({ name }) => [name, 0]));
  for (const { key, value: bytes } of view.found(spec.id, EVERYTHING)) {
    yield undefined;
    found.nrecords += 1;
    try {
      if (!bytes) throw new Error("it is not what was written");
      const document = decodeChecked(bytes);
      if (!recordKey(document["_id"]).equals(key)) errors.push(`record ${key.toString("hex")} lies under another _id`);
      for (const index of spec.indexes) {
        for (const entry of indexEntries(index.key, document).keys) {
          wanted[index.name] = (wanted[index.name] ?? 0) + 1;
          const holder = view.get(index.id, index.isUnique ? entry : Buffer.concat([entry, key]));
          if (!holder?.equals(key)) errors.push(`index ${index.name} lacks an entry of record ${key.toString("hex")}`);
        }
      }
    } catch (error) {
      errors.push(`record ${key.toString("hex")}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const { id, name } of spec.indexes) {
    let count = 0;
    for (const { value } of view.found(id, EVERYTHING)) {
      yield undefined;
      count += 1;
      if (!value) errors.push(`index ${name} has an entry that is not what was written`);
      else if (!view.has(spec.id, value)) errors.push(`index ${name} has an entry of a record that is not there`);
    }
    keysPerIndex[name] = count;
    if (count !== wanted[name]) errors.push(`index ${name} has ${count} entries, and its records ${wanted[name]}`);
  }
  return found.nrecords;
}

export const validate: Command = {
  fields: ["full", "repair", "metadata", "checkBSONConformance"],
  async run(call) {
    const { databases, database, pace } = call;
    const name = collectionName(call);
    const collection = databases.read(database, name);
    if (!collection) throw new ServerError(26, `Collection '${database}.${name}' does not exist to validate.`);
    const findings: Findings = { errors: [], keysPerIndex: {}, nrecords: 0 };
    function* keeping(examined: Collection): Generator<undefined> {
      findings.nrecords = yield* examine(examined, findings);
    }
    try {
      await pace.each(keeping(collection), () => false);
    } finally {
      collection.view.done();
    }
    const { errors, nrecords } = findings;
    return {
      ns: `${database}.${name}`,
      valid: errors.length === 0,
      nrecords,
      nIndexes: collection.spec.indexes.length + 1,
      keysPerIndex: { _id_: nrecords, ...findings.keysPerIndex },
      errors: errors.slice(0, MOST_ERRORS),
      warnings: [],
      ok: 1,
    };
  },
};

function* bytesOf(collection: Collection): Generator<Buffer> {
  for (const { bytes } of collection.records()) yield bytes;
}

/** Ours alone: a cursor for every collection of a database, all over one snapshot. */
export const exportDatabase: Command = {
  fields: [],
  run({ databases, database, cursors, request, connectionId }) {
    const file = databases.find(database);
    const view = file?.snapshot();
    const specs = (view && file?.collectionsIn(view)) ?? [];
    if (!view || specs.length === 0) {
      view?.done();
      return { collections: [], ok: 1 };
    }
    let left = specs.length;
    const done = () => {
      left -= 1;
      if (left === 0) view.done();
    };
    const collections = specs.map((spec): Document => {
      const namespace = `${database}.${spec.name}`;
      const stream = bytesOf(new Collection(view, spec, namespace));
      const session = sessionOf(request["lsid"]);
      const id = cursors.keep({ database, namespace, session, connectionId, stream, done });
      return { name: spec.name, indexes: describeIndexes(spec.indexes), cursor: { id, ns: namespace, firstBatch: [] } };
    });
    return { collections, ok: 1 };
  },
};
