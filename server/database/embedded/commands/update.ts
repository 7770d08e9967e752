/** update: one or many, by operators or by replacement, with upsert; ordered or not. */
import { ObjectId } from "bson";
import type { Document } from "bson";
import { compileFilter } from "../query/filter";
import type { Update } from "../query/update";
import { compileUpdate, seedFromFilter } from "../query/update";
import { ServerError, toServerError } from "../server-error";
import type { Collection, StoredRecord } from "../storage/collection";
import { compareValues } from "../storage/key-encoding";
import type { Call, Command } from "./command";
import { collectionName, listField, refuseOptions, typedDocument } from "./command";
import { select } from "./select";

interface Statement {
  readonly filter: Document;
  readonly typedFilter: Document;
  readonly update: Update;
  readonly isMulti: boolean;
  readonly isUpsert: boolean;
  readonly sort?: Document;
}

interface Outcome {
  readonly matched: number;
  readonly modified: number;
  readonly upsertedId?: unknown;
}

const KNOWN = new Set(["q", "u", "multi", "upsert", "sort"]);
const REFUSED = ["arrayFilters", "collation", "hint", "let", "c", "upsertSupplied"];

function readStatement(plain: Document, typed: Document): Statement {
  refuseOptions(plain, REFUSED);
  const unknown = Object.keys(plain).find((name) => !KNOWN.has(name));
  if (unknown) throw new ServerError(40415, `BSON field 'update.updates.${unknown}' is an unknown field.`);
  const isReplacement =
    !Array.isArray(typed["u"]) && Object.keys((typed["u"] ?? {}) as Document)[0]?.startsWith("$") !== true;
  const isMulti = plain["multi"] === true;
  if (isMulti && isReplacement) throw new ServerError(9, "multi update is not supported for replacement-style update");
  const filter = (plain["q"] ?? {}) as Document;
  compileFilter(filter);
  return {
    filter,
    typedFilter: (typed["q"] ?? {}) as Document,
    update: compileUpdate(typed["u"]),
    isMulti,
    isUpsert: plain["upsert"] === true,
    sort: plain["sort"] as Document | undefined,
  };
}

/** True when the record has changed. Only inside a transaction. */
export function applyUpdate(collection: Collection, record: StoredRecord, update: Update): Document | undefined {
  const before = typedDocument(record.bytes);
  const after = update(before, false);
  if (compareValues(before, after) === 0 && JSON.stringify(Object.keys(before)) === JSON.stringify(Object.keys(after)))
    return undefined;
  collection.replace(record, before, after);
  return after;
}

/** The document an upsert makes. Only inside a transaction. */
export function upsert(collection: Collection, typedFilter: Document, update: Update): Document {
  const seeded = update(seedFromFilter(typedFilter), true);
  const { _id: id = new ObjectId(), ...rest } = seeded;
  const document = { _id: id, ...rest };
  collection.insert(document);
  return document;
}

function runStatement(
  collection: Collection,
  { filter, typedFilter, update, isMulti, isUpsert, sort }: Statement,
): Outcome {
  const records = select(collection, { filter, sort, limit: isMulti ? 0 : 1 });
  if (records.length === 0 && isUpsert)
    return { matched: 0, modified: 0, upsertedId: upsert(collection, typedFilter, update)["_id"] };
  const modified = records.filter((record) => applyUpdate(collection, record, update) !== undefined).length;
  return { matched: records.length, modified };
}

function runAll(call: Call, statements: readonly Statement[], name: string, isOrdered: boolean): Document {
  const collection = call.databases.ensureCollection(call.database, name);
  const upserted: Document[] = [];
  const writeErrors: Document[] = [];
  let n = 0;
  let nModified = 0;
  for (const [index, statement] of statements.entries()) {
    if (isOrdered && writeErrors.length > 0) break;
    try {
      const { matched, modified, upsertedId } = runStatement(collection, statement);
      n += matched + (upsertedId === undefined ? 0 : 1);
      nModified += modified;
      if (upsertedId !== undefined) upserted.push({ index, _id: upsertedId });
    } catch (error) {
      const known = toServerError(error);
      if (!known) throw error;
      writeErrors.push(known.toWriteError(index));
    }
  }
  return {
    n,
    nModified,
    ...(upserted.length > 0 ? { upserted } : {}),
    ...(writeErrors.length > 0 ? { writeErrors } : {}),
    ok: 1,
  };
}

export const update: Command = {
  fields: ["updates", "ordered", "bypassDocumentValidation"],
  async run(call) {
    const name = collectionName(call, "update");
    refuseOptions(call.plain, ["bypassDocumentValidation"]);
    const typed = listField(call.typed, "updates");
    const statements = listField(call.plain, "updates").map((plain, at) => readStatement(plain, typed[at] ?? {}));
    return call.databases
      .open(call.database)
      .write(() => runAll(call, statements, name, call.plain["ordered"] !== false));
  },
};
