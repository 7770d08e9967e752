/** create, drop, dropDatabase, listCollections, listDatabases. */
import { compileFilter } from "../query/filter";
import { ServerError } from "../server-error";
import type { Call, Command } from "./command";
import { collectionName, documentField, refuseOptions } from "./command";

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
];

export const create: Command = {
  fields: CREATE_REFUSED,
  async run(call) {
    const name = collectionName(call, "create");
    refuseOptions(call.plain, CREATE_REFUSED);
    return call.databases.open(call.database).write(() => {
      if (call.databases.findCollection(call.database, name))
        throw new ServerError(48, `Collection ${call.database}.${name} already exists.`);
      call.databases.ensureCollection(call.database, name);
      return { ok: 1 };
    });
  },
};

export const drop: Command = {
  fields: [],
  async run(call) {
    const name = collectionName(call, "drop");
    const file = call.databases.find(call.database);
    if (!file?.findCollection(name)) throw new ServerError(26, "ns not found");
    return file.write(() => {
      const spec = file.findCollection(name);
      if (!spec) return { ok: 1 };
      for (const id of [spec.id, ...spec.indexes.map((index) => index.id)]) file.clear(id);
      file.forgetCollection(spec.id);
      return { nIndexesWas: spec.indexes.length + 1, ns: `${call.database}.${name}`, ok: 1 };
    });
  },
};

export const dropDatabase: Command = {
  fields: [],
  async run({ databases, database }) {
    await databases.drop(database);
    return { dropped: database, ok: 1 };
  },
};

function listed(call: Call) {
  const isNameOnly = call.plain["nameOnly"] === true;
  return (call.databases.find(call.database)?.collections ?? []).map(({ name }) => ({
    name,
    type: "collection",
    ...(isNameOnly ? {} : { options: {}, info: { readOnly: false }, idIndex: { v: 2, key: { _id: 1 }, name: "_id_" } }),
  }));
}

export const listCollections: Command = {
  fields: ["filter", "nameOnly", "authorizedCollections", "cursor"],
  run(call) {
    const matches = compileFilter(documentField(call.plain, "filter") ?? {});
    return call.cursors.first(`${call.database}.$cmd.listCollections`, listed(call).filter(matches));
  },
};

export const listDatabases: Command = {
  fields: ["filter", "nameOnly", "authorizedDatabases"],
  run(call) {
    const matches = compileFilter(documentField(call.plain, "filter") ?? {});
    return {
      databases: call.databases
        .names()
        .map((name) => ({ name, empty: false }))
        .filter(matches),
      ok: 1,
    };
  },
};
