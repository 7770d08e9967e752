/** delete: one or all that match. */
import type { Document } from "bson";
import { compileFilter } from "../query/filter";
import { ServerError } from "../server-error";
import type { Command } from "./command";
import { collectionName, listField, refuseOptions } from "./command";
import { select } from "./select";

const KNOWN = new Set(["q", "limit"]);

export const remove: Command = {
  fields: ["deletes", "ordered"],
  async run(call) {
    const name = collectionName(call, "delete");
    const statements = listField(call.plain, "deletes");
    for (const statement of statements) {
      refuseOptions(statement, ["collation", "hint", "let"]);
      const unknown = Object.keys(statement).find((field) => !KNOWN.has(field));
      if (unknown) throw new ServerError(40415, `BSON field 'delete.deletes.${unknown}' is an unknown field.`);
      if (statement["limit"] !== 0 && statement["limit"] !== 1)
        throw new ServerError(9, "The limit field in delete objects must be 0 or 1.");
      compileFilter((statement["q"] ?? {}) as Document);
    }
    const file = call.databases.find(call.database);
    if (!file) return { n: 0, ok: 1 };
    return file.write(() => {
      const collection = call.databases.findCollection(call.database, name);
      let n = 0;
      for (const { q, limit } of collection ? statements : []) {
        const records = collection ? select(collection, { filter: q as Document, limit: limit as number }) : [];
        for (const record of records) collection?.remove(record);
        n += records.length;
      }
      return { n, ok: 1 };
    });
  },
};
