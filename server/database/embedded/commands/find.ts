/** find, getMore and killCursors. */
import type { Document } from "bson";
import { compileProjection } from "../query/projection";
import { checkSort } from "../query/sort";
import { compileFilter } from "../query/filter";
import { ServerError } from "../server-error";
import type { Command } from "./command";
import { collectionName, documentField, listField, numberField, refuseOptions, typedDocument } from "./command";
import { select } from "./select";

const REFUSED = [
  "collation",
  "hint",
  "let",
  "min",
  "max",
  "tailable",
  "awaitData",
  "returnKey",
  "showRecordId",
  "allowPartialResults",
  "oplogReplay",
];

export const find: Command = {
  fields: [
    "filter",
    "sort",
    "projection",
    "skip",
    "limit",
    "batchSize",
    "singleBatch",
    "noCursorTimeout",
    "allowDiskUse",
    ...REFUSED,
  ],
  run(call) {
    const name = collectionName(call, "find");
    refuseOptions(call.plain, REFUSED);
    const filter = documentField(call.plain, "filter") ?? {};
    const sort = documentField(call.plain, "sort");
    const project = compileProjection(documentField(call.plain, "projection"));
    compileFilter(filter);
    checkSort(sort ?? {});
    const collection = call.databases.findCollection(call.database, name);
    const selection = {
      filter,
      sort,
      skip: numberField(call.plain, "skip", 0),
      limit: numberField(call.plain, "limit", 0),
    };
    const records = collection ? select(collection, selection) : [];
    const results = records.map(
      ({ bytes }): Document => (project ? project(typedDocument(bytes)) : typedDocument(bytes)),
    );
    const batchSize = call.plain["batchSize"] === undefined ? undefined : numberField(call.plain, "batchSize", 0);
    return call.cursors.first(`${call.database}.${name}`, results, batchSize, call.plain["singleBatch"] === true);
  },
};

function cursorId(value: unknown): string {
  if (typeof value === "object" && value !== null) return String(value);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  throw new ServerError(14, "a cursor id is a long");
}

export const getMore: Command = {
  fields: ["collection", "batchSize"],
  run(call) {
    const namespace = `${call.database}.${String(call.plain["collection"])}`;
    return call.cursors.next(cursorId(call.typed["getMore"]), namespace, numberField(call.plain, "batchSize", 0));
  },
};

export const killCursors: Command = {
  fields: ["cursors"],
  run(call) {
    const ids = listField(call.typed, "cursors");
    const cursorsKilled = ids.filter((id) => call.cursors.kill(cursorId(id)));
    const cursorsNotFound = ids.filter((id) => !cursorsKilled.includes(id));
    return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
  },
};
