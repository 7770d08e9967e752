/** find, getMore and killCursors. */
import { Long } from "bson";
import type { Document } from "bson";
import type { Pieces } from "../cursors";
import { compileProjection } from "../query/projection";
import type { Project } from "../query/projection";
import { compileSelection, select } from "../query/select";
import type { Selected, Selection } from "../query/select";
import { ServerError } from "../server-error";
import type { Collection } from "../storage/collection";
import { encode } from "../storage/document";
import type { Call, Command } from "./command";
import { collectionName, documentField, flagField, numberField, refuseOptions, sessionOf } from "./command";

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

/** Filter, order and limits of a find; throws for what is not answered. */
export function findSelection(request: Document): Selection {
  refuseOptions(request, REFUSED);
  return compileSelection(documentField(request, "filter") ?? {}, {
    sort: documentField(request, "sort"),
    skip: numberField(request, "skip", 0),
    limit: numberField(request, "limit", 0),
  });
}

/** Documents as they are stored, or as the projection leaves them. */
function* shown(found: Iterable<Selected | undefined>, project: Project | undefined): Generator<Buffer | undefined> {
  for (const one of found) yield one && (project ? encode(project(one.document)) : one.bytes);
}

/** Begun with the first document that is asked for. */
function* found(
  collection: Collection | undefined,
  streamOf: (collection: Collection) => Iterable<Buffer | undefined>,
): Generator<Buffer | undefined> {
  if (collection) yield* streamOf(collection);
}

/** The first batch of what a collection gives, if there is such a collection. */
export function openCursor(
  call: Call,
  name: string,
  streamOf: (collection: Collection) => Iterable<Buffer | undefined>,
  { batchSize, isSingle, limit }: { batchSize?: number; isSingle?: boolean; limit?: number } = {},
): Promise<Pieces> {
  const { database, cursors, databases, pace, request, connectionId } = call;
  const collection = databases.read(database, name);
  const results = {
    database,
    namespace: `${database}.${name}`,
    session: sessionOf(request["lsid"]),
    connectionId,
    stream: found(collection, streamOf),
    limit,
    done: () => collection?.view.done(),
  };
  return cursors.first(results, { batchSize, isSingle, pace });
}

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
    const { request } = call;
    const name = collectionName(call);
    const project = compileProjection(documentField(request, "projection"));
    const selection = findSelection(request);
    return openCursor(call, name, (collection) => shown(select(collection, selection), project), {
      batchSize: request["batchSize"] === undefined ? undefined : numberField(request, "batchSize", 0),
      isSingle: flagField(request, "singleBatch"),
      limit: selection.limit,
    });
  },
};

function cursorId(value: unknown, field: string): bigint {
  if (value instanceof Long) return value.toBigInt();
  throw new ServerError(14, `BSON field '${field}' is the wrong type, expected type 'long'`);
}

export const getMore: Command = {
  fields: ["collection", "batchSize"],
  run({ request, database, cursors, pace }) {
    const name: unknown = request["collection"];
    if (name === undefined)
      throw new ServerError(40414, "BSON field 'getMore.collection' is missing but a required field");
    const namespace = `${database}.${String(name)}`;
    return cursors.next(
      cursorId(request["getMore"], "getMore.getMore"),
      namespace,
      numberField(request, "batchSize", 0),
      pace,
    );
  },
};

export const killCursors: Command = {
  fields: ["cursors"],
  run({ request, cursors }) {
    const ids: unknown = request["cursors"];
    if (!Array.isArray(ids))
      throw new ServerError(14, "BSON field 'killCursors.cursors' is the wrong type, expected type 'array'");
    const cursorsKilled: unknown[] = [];
    const cursorsNotFound: unknown[] = [];
    for (const [at, id] of (ids as unknown[]).entries())
      (cursors.kill(cursorId(id, `killCursors.cursors.${at}`)) ? cursorsKilled : cursorsNotFound).push(id);
    return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
  },
};
