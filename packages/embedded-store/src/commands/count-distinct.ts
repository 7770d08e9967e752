/** count and distinct. */
import { Int32 } from "bson";
import type { Document } from "bson";
import { checkDepth, reach } from "../query/path";
import { compileSelection, select } from "../query/select";
import type { Selection } from "../query/select";
import { ServerError } from "../server-error";
import { encodeValue } from "../storage/key-encoding";
import type { Call, Command } from "./command";
import { asNumber, collectionName, documentField, numberField, refuseOptions } from "./command";

/** A negative limit means the same as a positive one. */
function limitField(request: Document): number {
  return numberField({ limit: new Int32(Math.abs(asNumber(request["limit"]) ?? 0)) }, "limit", 0);
}

export function countSelection(request: Document): Selection {
  refuseOptions(request, ["hint", "collation"]);
  const limits = { skip: numberField(request, "skip", 0), limit: limitField(request) };
  return compileSelection(documentField(request, "query") ?? {}, limits);
}

export function distinctSelection(request: Document): Selection {
  refuseOptions(request, ["collation"]);
  return compileSelection(documentField(request, "query") ?? {});
}

/** Every record that is selected, one after another; nothing when there is no such collection. */
async function each(
  call: Call,
  name: string,
  selection: Selection,
  visit: (document: Document) => void,
): Promise<void> {
  const collection = call.databases.read(call.database, name);
  if (!collection) return;
  try {
    await call.pace.each(select(collection, selection), ({ document }) => {
      visit(document);
      return false;
    });
  } finally {
    collection.view.done();
  }
}

/** All of a collection is counted without looking at it. */
function countAll({ databases, database }: Call, name: string, { skip, limit }: Selection): number {
  const collection = databases.read(database, name);
  const all = Math.max(0, (collection?.count() ?? 0) - skip);
  collection?.view.done();
  return limit > 0 ? Math.min(limit, all) : all;
}

export const count: Command = {
  fields: ["query", "limit", "skip", "hint", "collation", "fields"],
  async run(call) {
    const name = collectionName(call);
    const selection = countSelection(call.request);
    if (Object.keys(selection.filter).length === 0) return { n: countAll(call, name, selection), ok: 1 };
    let n = 0;
    await each(call, name, selection, () => (n += 1));
    return { n, ok: 1 };
  },
};

export const distinct: Command = {
  // `hint` came with MongoDB 7.1.
  fields: ["key", "query", "collation"],
  async run(call) {
    const name = collectionName(call);
    const key: unknown = call.request["key"];
    if (key === undefined) throw new ServerError(40414, "BSON field 'distinct.key' is missing but a required field");
    if (typeof key !== "string")
      throw new ServerError(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
    checkDepth(key);
    const selection = distinctSelection(call.request);
    const values = new Map<string, unknown>();
    await each(call, name, selection, (document) => {
      for (const value of reach(document, key).flatMap(({ value }) => value)) {
        if (value === undefined) continue;
        const encoded = encodeValue(value).toString("latin1");
        if (!values.has(encoded)) values.set(encoded, value);
      }
    });
    // As text, too, keys stand in the order of the values.
    const inOrder = [...values].sort(([one], [other]) => (one < other ? -1 : 1));
    return { values: inOrder.map(([, value]) => value), ok: 1 };
  },
};
