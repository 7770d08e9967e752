/** insert: ordered or not, each document checked and written, some hundreds in one transaction. */
import { BSONRegExp, ObjectId, Timestamp } from "bson";
import type { Document } from "bson";
import { ServerError } from "../server-error";
import { decode, documentOf, elementsOf, innerOf, isDocument } from "../storage/document";
import type { Command } from "./command";
import { collectionName, rawList, refuseOptions } from "./command";
import { compileAll, runStatements, statementsOf } from "./statements";

/** Throws `ServerError` 53, 52. */
export function checkId(id: unknown): void {
  if (Array.isArray(id) || id instanceof BSONRegExp)
    throw new ServerError(53, `The '_id' value cannot be of type ${Array.isArray(id) ? "array" : "regex"}`);
  const wrong = isDocument(id) ? Object.keys(id).find((name) => name.startsWith("$")) : undefined;
  if (wrong)
    throw new ServerError(52, `_id fields may not contain '$'-prefixed fields: ${wrong} is not valid for storage.`);
}

const isEmptyTimestamp = (value: unknown) => value instanceof Timestamp && value.isZero();

/** The document as it was sent, with an `_id`, which comes first; names that are numbers keep their places, too. */
function prepared(document: Document, bytes: Buffer): { document: Document; bytes: Buffer } {
  const isNew = !Object.hasOwn(document, "_id");
  const id: unknown = isNew ? new ObjectId() : document["_id"];
  checkId(id);
  // At the top of a document an empty timestamp becomes the present one (manual: "Timestamps").
  const stamped = Object.entries(document).filter(([name, value]) => name !== "_id" && isEmptyTimestamp(value));
  const elements = elementsOf(bytes);
  if (stamped.length === 0 && elements.keys().next().value === "_id") return { document, bytes };
  const now = new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 });
  for (const [name] of stamped) elements.set(name, innerOf({ [name]: now }));
  const first = elements.get("_id") ?? innerOf({ _id: id });
  elements.delete("_id");
  const whole = documentOf([first, ...elements.values()]);
  return { document: decode(whole), bytes: whole };
}

/** Many documents go in by so many at a time: after a great transaction LMDB is slow with small ones for a long while. */
const SLICE = 500;

export const insert: Command = {
  fields: ["documents", "ordered", "bypassDocumentValidation"],
  async run(call) {
    const name = collectionName(call);
    const { statements, isOrdered } = statementsOf(call.request, "documents");
    const raw = rawList(call.message, "documents");
    refuseOptions(call.request, ["bypassDocumentValidation"]);
    const documents = compileAll(statements, (document) => document);
    let n = 0;
    const writeErrors: Document[] = [];
    for (let from = 0; from < documents.length && (n === from || !isOrdered); from += SLICE) {
      const slice = documents.slice(from, from + SLICE);
      const outcome = await call.databases.write(call.database, name, (collection) =>
        runStatements(slice, isOrdered, (document, at) => {
          const { document: whole, bytes } = prepared(document, raw[from + at] ?? Buffer.alloc(0));
          collection.insert(whole, bytes);
        }),
      );
      n += outcome.done.length;
      for (const one of outcome.writeErrors.writeErrors ?? [])
        writeErrors.push({ ...one, index: from + Number(one["index"]) });
    }
    return { n, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
  },
};
