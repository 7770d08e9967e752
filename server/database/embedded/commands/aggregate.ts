/** aggregate, count and distinct. */
import type { Document } from "bson";
import { compileFilter } from "../query/filter";
import { checkPipeline, runPipeline } from "../query/pipeline";
import { ServerError } from "../server-error";
import { indexedValues } from "../storage/document-path";
import { compareValues } from "../storage/key-encoding";
import type { Command } from "./command";
import { collectionName, documentField, listField, numberField, refuseOptions, typedDocument } from "./command";
import { select } from "./select";

export const aggregate: Command = {
  fields: ["pipeline", "cursor", "allowDiskUse", "explain", "collation", "hint", "let", "bypassDocumentValidation"],
  run(call) {
    const name = collectionName(call, "aggregate");
    refuseOptions(call.plain, ["explain", "collation", "hint", "let", "bypassDocumentValidation"]);
    const pipeline = listField(call.plain, "pipeline");
    if (documentField(call.plain, "cursor") === undefined) throw new ServerError(9, "The 'cursor' option is required");
    checkPipeline(pipeline);
    const [first, ...rest] = pipeline;
    const filter = first?.["$match"] as Document | undefined;
    const collection = call.databases.findCollection(call.database, name);
    const found = collection ? select(collection, { filter: filter ?? {} }).map(({ plain }) => plain) : [];
    const results = runPipeline(found, filter ? rest : pipeline);
    const batchSize = (call.plain["cursor"] as Document)["batchSize"] as number | undefined;
    return call.cursors.first(`${call.database}.${name}`, results, batchSize);
  },
};

export const count: Command = {
  fields: ["query", "limit", "skip", "hint", "collation", "fields"],
  run(call) {
    const name = collectionName(call, "count");
    refuseOptions(call.plain, ["hint", "collation"]);
    const filter = documentField(call.plain, "query") ?? {};
    compileFilter(filter);
    const collection = call.databases.findCollection(call.database, name);
    const selection = { filter, skip: numberField(call.plain, "skip", 0), limit: numberField(call.plain, "limit", 0) };
    return { n: collection ? select(collection, selection).length : 0, ok: 1 };
  },
};

export const distinct: Command = {
  fields: ["key", "query", "hint", "collation"],
  run(call) {
    const name = collectionName(call, "distinct");
    refuseOptions(call.plain, ["hint", "collation"]);
    const key: unknown = call.plain["key"];
    if (typeof key !== "string" || key === "")
      throw new ServerError(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
    const filter = documentField(call.plain, "query") ?? {};
    compileFilter(filter);
    const collection = call.databases.findCollection(call.database, name);
    const values: unknown[] = [];
    for (const { bytes } of collection ? select(collection, { filter }) : []) {
      for (const value of indexedValues(typedDocument(bytes), key)) {
        if (value !== null && value !== undefined && !values.some((other) => compareValues(other, value) === 0))
          values.push(value);
      }
    }
    return { values: values.sort(compareValues), ok: 1 };
  },
};
