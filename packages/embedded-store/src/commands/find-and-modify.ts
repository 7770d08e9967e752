/** findAndModify: finds, changes and answers one document in one step that nobody can come between. */
import type { Document } from "bson";
import { compileProjection } from "../query/projection";
import type { Project } from "../query/projection";
import { compileSelection, select } from "../query/select";
import type { Selection } from "../query/select";
import { ServerError } from "../server-error";
import type { WritableCollection } from "../storage/collection";
import type { Call, Command } from "./command";
import { collectionName, documentField, flagField, refuseOptions } from "./command";
import type { Change } from "./update";
import { applyUpdate, compileChange, upsert } from "./update";

const REFUSED = ["bypassDocumentValidation", "arrayFilters", "collation", "hint", "let"];

interface Request {
  readonly selection: Selection;
  /** Absent when the document is to be removed. */
  readonly change?: Change;
  readonly isNew: boolean;
  readonly project: Project;
}

export function readFindAndModify(request: Document): Request {
  refuseOptions(request, REFUSED);
  const isRemoving = flagField(request, "remove");
  const [isNew, isUpsert] = [flagField(request, "new"), flagField(request, "upsert")];
  const update: unknown = request["update"];
  if (isRemoving && update !== undefined) throw new ServerError(9, "Cannot specify both an update and remove=true");
  if (!isRemoving && update === undefined)
    throw new ServerError(9, "Either an update or remove=true must be specified");
  if (isRemoving && isUpsert) throw new ServerError(9, "Cannot specify both upsert=true and remove=true");
  if (isRemoving && isNew)
    throw new ServerError(
      9,
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  const filter = documentField(request, "query") ?? {};
  const sort = documentField(request, "sort");
  const project = compileProjection(documentField(request, "fields")) ?? ((document: Document) => document);
  if (isRemoving) return { selection: compileSelection(filter, { sort, limit: 1 }), isNew, project };
  const change = compileChange(filter, update, { sort, isMulti: false, isUpsert });
  return { selection: change.selection, change, isNew, project };
}

function run(
  collection: WritableCollection | undefined,
  { pace }: Call,
  { selection, change, isNew, project }: Request,
): Document {
  const [record] = collection ? pace.now(select(collection, selection)) : [];
  if (!change) {
    if (record) collection?.remove(record.key, record.document);
    return { lastErrorObject: { n: record ? 1 : 0 }, value: record ? project(record.document) : null, ok: 1 };
  }
  if (collection && record) {
    const after = applyUpdate(collection, record, change.update)?.document ?? record.document;
    return { lastErrorObject: { n: 1, updatedExisting: true }, value: project(isNew ? after : record.document), ok: 1 };
  }
  if (!collection || !change.isUpsert) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null, ok: 1 };
  const made = upsert(collection, change);
  return {
    lastErrorObject: { n: 1, updatedExisting: false, upserted: made["_id"] as unknown },
    value: isNew ? project(made) : null,
    ok: 1,
  };
}

export const findAndModify: Command = {
  fields: ["query", "sort", "remove", "update", "new", "fields", "upsert", ...REFUSED],
  async run(call) {
    const { databases, database, request } = call;
    const name = collectionName(call);
    const read = readFindAndModify(request);
    if (read.change?.isUpsert) return databases.write(database, name, (collection) => run(collection, call, read));
    return databases.change(database, name, (collection) => run(collection, call, read));
  },
};
