/** findAndModify: finds, changes and answers one document in one step that nobody can come between. */
import type { Document } from "bson";
import { compileFilter } from "../query/filter";
import { compileProjection } from "../query/projection";
import { compileUpdate } from "../query/update";
import { ServerError } from "../server-error";
import type { Call, Command } from "./command";
import { collectionName, documentField, refuseOptions, typedDocument } from "./command";
import { select } from "./select";
import { applyUpdate, upsert } from "./update";

function change(call: Call, name: string): Document {
  const { plain, typed } = call;
  const filter = documentField(plain, "query") ?? {};
  const isNew = plain["new"] === true;
  const project = compileProjection(documentField(plain, "fields")) ?? ((document: Document) => document);
  const collection = call.databases.ensureCollection(call.database, name);
  const [record] = select(collection, { filter, sort: documentField(plain, "sort"), limit: 1 });
  const before = record && typedDocument(record.bytes);
  if (plain["remove"] === true) {
    if (record) collection.remove(record);
    return { lastErrorObject: { n: record ? 1 : 0 }, value: before ? project(before) : null, ok: 1 };
  }
  const update = compileUpdate(typed["update"]);
  if (!record || !before) {
    if (plain["upsert"] !== true) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null, ok: 1 };
    const made = upsert(collection, documentField(typed, "query") ?? {}, update);
    return {
      lastErrorObject: { n: 1, updatedExisting: false, upserted: made["_id"] as unknown },
      value: isNew ? project(made) : null,
      ok: 1,
    };
  }
  const after = applyUpdate(collection, record, update) ?? before;
  return { lastErrorObject: { n: 1, updatedExisting: true }, value: project(isNew ? after : before), ok: 1 };
}

export const findAndModify: Command = {
  fields: ["query", "sort", "remove", "update", "new", "fields", "upsert", "bypassDocumentValidation"],
  async run(call) {
    const name = collectionName(call, call.plain["findAndModify"] === undefined ? "findandmodify" : "findAndModify");
    refuseOptions(call.plain, ["bypassDocumentValidation", "arrayFilters", "collation", "hint", "let"]);
    const isRemoving = call.plain["remove"] === true;
    if (isRemoving === (call.typed["update"] !== undefined))
      throw new ServerError(9, "Either an update or remove=true must be specified");
    if (!isRemoving) compileUpdate(call.typed["update"]);
    compileFilter(documentField(call.plain, "query") ?? {});
    return call.databases.open(call.database).write(() => change(call, name));
  },
};
