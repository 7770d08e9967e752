/** create, drop, dropDatabase and listCollections. */
import { compileFilter } from "../query/filter";
import { ServerError } from "../server-error";
import { encode } from "../storage/document";
import type { Call, Command } from "./command";
import { collectionName, documentField, flagField, numberField, refuseOptions } from "./command";

const CREATE_REFUSED = [
  "capped",
  "size",
  "max",
  "timeseries",
  "expireAfterSeconds",
  "clusteredIndex",
  "validator",
  "validationLevel",
  "validationAction",
  "viewOn",
  "pipeline",
  "collation",
  "changeStreamPreAndPostImages",
  "encryptedFields",
  "storageEngine",
  "indexOptionDefaults",
];

export const create: Command = {
  // mongorestore names the index on `_id`, which every collection has.
  fields: ["idIndex", ...CREATE_REFUSED],
  async run(call) {
    const name = collectionName(call);
    const { request, databases, database } = call;
    // One that is there has no options, for there are none here; with none it may be made again (manual: "create").
    const isOther = CREATE_REFUSED.some((option) => request[option] !== undefined && request[option] !== false);
    if (isOther && databases.has(database, name))
      throw new ServerError(48, `namespace ${database}.${name} already exists, but with different options: {}`);
    refuseOptions(request, CREATE_REFUSED);
    return databases.write(database, name, () => ({ ok: 1 }));
  },
};

export const drop: Command = {
  fields: [],
  async run(call) {
    const name = collectionName(call);
    return call.databases.change(call.database, name, (collection) => {
      if (!collection) return { ok: 1 };
      const { namespace, spec } = collection;
      collection.drop();
      return { nIndexesWas: spec.indexes.length + 1, ns: namespace, ok: 1 };
    });
  },
};

export const dropDatabase: Command = {
  fields: [],
  async run({ databases, database }) {
    const isThere = databases.find(database) !== undefined;
    await databases.drop(database);
    return { ...(isThere ? { dropped: database } : {}), ok: 1 };
  },
};

const ID_INDEX = { v: 2, key: { _id: 1 }, name: "_id_" };

function* listed({ request, databases, database }: Call): Generator<Buffer> {
  const isNameOnly = flagField(request, "nameOnly");
  const matches = compileFilter(documentField(request, "filter") ?? {});
  for (const { name } of databases.find(database)?.collections ?? []) {
    const whole = { name, type: "collection", options: {}, info: { readOnly: false }, idIndex: ID_INDEX };
    if (matches(whole)) yield encode(isNameOnly ? { name, type: "collection" } : whole);
  }
}

export const listCollections: Command = {
  fields: ["filter", "nameOnly", "authorizedCollections", "cursor"],
  run(call) {
    const cursor = documentField(call.request, "cursor") ?? {};
    const batchSize = cursor["batchSize"] === undefined ? undefined : numberField(cursor, "batchSize", 0);
    const { database, cursors, pace, connectionId } = call;
    const namespace = `${database}.$cmd.listCollections`;
    const results = { database, namespace, connectionId, stream: listed(call), done: () => {} };
    return cursors.first(results, { batchSize, pace });
  },
};
