/** insert: ordered or not, each document checked and written within one transaction of the batch. */
import { ObjectId } from "bson";
import type { Document } from "bson";
import { ServerError, toServerError } from "../server-error";
import type { Command } from "./command";
import { collectionName, listField, refuseOptions } from "./command";

function checked(document: Document): Document {
  const wrong = Object.keys(document).find((name) => name.startsWith("$"));
  if (wrong) throw new ServerError(52, `The dollar ($) prefixed field '${wrong}' is not allowed at the top level`);
  const { _id: id, ...rest } = document;
  if (Array.isArray(id) || id instanceof RegExp) throw new ServerError(2, "The '_id' value cannot be of this type");
  return { _id: id === undefined ? new ObjectId() : id, ...rest };
}

export const insert: Command = {
  fields: ["documents", "ordered", "bypassDocumentValidation"],
  async run(call) {
    const name = collectionName(call, "insert");
    const documents = listField(call.typed, "documents");
    refuseOptions(call.plain, ["bypassDocumentValidation"]);
    const isOrdered = call.plain["ordered"] !== false;
    return call.databases.open(call.database).write(() => {
      const collection = call.databases.ensureCollection(call.database, name);
      const writeErrors: Document[] = [];
      let n = 0;
      for (const [index, document] of documents.entries()) {
        if (isOrdered && writeErrors.length > 0) break;
        try {
          collection.insert(checked(document));
          n += 1;
        } catch (error) {
          const known = toServerError(error);
          if (!known) throw error;
          writeErrors.push(known.toWriteError(index));
        }
      }
      return { n, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
    });
  },
};
