/** update: one or many, by operators or by replacement, with upsert; ordered or not. */
import { ObjectId } from "bson";
import type { Document } from "bson";
import { compileSelection, select } from "../query/select";
import type { Selected, Selection } from "../query/select";
import type { Update, Updated } from "../query/update/compile-update";
import { compileUpdate, isReplacement, seedFromFilter } from "../query/update/compile-update";
import { ServerError } from "../server-error";
import type { WritableCollection } from "../storage/collection";
import { checkNested, encode } from "../storage/document";
import type { Pace } from "../pace";
import type { Command } from "./command";
import { checkStatement, collectionName, documentField, flagField, refuseOptions } from "./command";
import { checkId } from "./insert";
import { compileAll, runStatements, statementsOf } from "./statements";

const REFUSED = ["arrayFilters", "collation", "hint", "let", "c", "upsertSupplied"];

export interface Change {
  readonly selection: Selection;
  readonly update: Update;
  readonly isReplacement: boolean;
  readonly isUpsert: boolean;
}

/** Throws for what is not answered, before anything is written. */
export function compileChange(
  filter: Document,
  update: unknown,
  { sort, isMulti, isUpsert }: { sort?: Document; isMulti: boolean; isUpsert: boolean },
): Change {
  if (isMulti && isReplacement(update))
    throw new ServerError(9, "multi update is not supported for replacement-style update");
  const selection = compileSelection(filter, { sort, limit: isMulti ? 0 : 1 });
  return { selection, update: compileUpdate(update), isReplacement: isReplacement(update), isUpsert };
}

/** No `sort`: it came with MongoDB 8. */
const FIELDS = { q: true, u: true, multi: false, upsert: false };

/** Of a statement whose fields have been checked. */
export function updateStatement(statement: Document): Change {
  return compileChange(documentField(statement, "q") ?? {}, statement["u"], {
    isMulti: flagField(statement, "multi"),
    isUpsert: flagField(statement, "upsert"),
  });
}

/** Undefined when nothing about the record changes. */
export function applyUpdate(collection: WritableCollection, record: Selected, update: Update): Updated | undefined {
  const updated = update.change(record.document, record.bytes);
  if (updated.bytes.equals(record.bytes)) return undefined;
  checkNested(updated.document);
  collection.replace(record, record.document, updated.document, updated.bytes);
  return updated;
}

/** The document an upsert makes. */
export function upsert(collection: WritableCollection, { selection, update, isReplacement }: Change): Document {
  const { _id: id = new ObjectId(), ...rest } = update.make(seedFromFilter(selection.filter, isReplacement));
  checkId(id);
  const document: Document = { _id: id, ...rest };
  checkNested(document);
  collection.insert(document, encode(document));
  return document;
}

interface Result {
  readonly matched: number;
  readonly modified: number;
  readonly upserted?: { readonly id: unknown };
}

function run(collection: WritableCollection | undefined, change: Change, pace: Pace): Result {
  if (!collection) return { matched: 0, modified: 0 };
  const records = pace.now(select(collection, change.selection));
  if (records.length === 0 && change.isUpsert)
    return { matched: 0, modified: 0, upserted: { id: upsert(collection, change)["_id"] } };
  const modified = records.filter((record) => applyUpdate(collection, record, change.update) !== undefined).length;
  return { matched: records.length, modified };
}

export const update: Command = {
  fields: ["updates", "ordered", "bypassDocumentValidation", "let"],
  async run(call) {
    const { request, database, databases, pace } = call;
    const name = collectionName(call);
    refuseOptions(request, ["bypassDocumentValidation", "let"]);
    const { statements, isOrdered } = statementsOf(request, "updates");
    for (const one of statements) checkStatement("update.updates", FIELDS, REFUSED, one);
    const changes = compileAll(statements, updateStatement);
    const isMaking = changes.some((one) => "statement" in one && one.statement.isUpsert);
    const all = (collection?: WritableCollection): Document => {
      const { done, writeErrors } = runStatements(changes, isOrdered, (change) => run(collection, change, pace));
      const upserted = done.flatMap(({ index, result }) =>
        result.upserted ? [{ index, _id: result.upserted.id }] : [],
      );
      return {
        n: done.reduce((sum, { result }) => sum + result.matched + (result.upserted ? 1 : 0), 0),
        nModified: done.reduce((sum, { result }) => sum + result.modified, 0),
        ...(upserted.length > 0 ? { upserted } : {}),
        ...writeErrors,
        ok: 1,
      };
    };
    if (isMaking) return databases.write(database, name, all);
    return databases.change(database, name, all);
  },
};
