/** Aggregation: stages and expressions on the list answered here, evaluated by mingo. */
import { aggregate } from "mingo";
import type { Document } from "bson";
import { ServerError } from "../server-error";
import { isPlainDocument } from "../storage/document-path";
import { comparable } from "./comparable";
import { checkFilter } from "./filter";

const STAGES = new Set([
  "$match",
  "$group",
  "$sort",
  "$limit",
  "$skip",
  "$project",
  "$count",
  "$unwind",
  "$addFields",
  "$set",
]);
const EXPRESSIONS = new Set([
  "$sum",
  "$min",
  "$max",
  "$first",
  "$last",
  "$push",
  "$addToSet",
  "$cond",
  "$ifNull",
  "$eq",
  "$ne",
  "$gt",
  "$gte",
  "$lt",
  "$lte",
  "$and",
  "$or",
  "$not",
  "$add",
  "$subtract",
  "$multiply",
  "$size",
  "$literal",
]);

function checkExpression(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(checkExpression);
  if (!isPlainDocument(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name.startsWith("$") && !EXPRESSIONS.has(name)) throw new ServerError(2, `Unrecognized expression '${name}'`);
    if (name !== "$literal") checkExpression(inner);
  }
}

export function checkPipeline(pipeline: readonly Document[]): void {
  for (const stage of pipeline) {
    const [name, ...more] = Object.keys(stage);
    if (name === undefined || more.length > 0)
      throw new ServerError(9, "A pipeline stage specification object must contain exactly one field.");
    if (!STAGES.has(name)) throw new ServerError(40324, `Unrecognized pipeline stage name: '${name}'`);
    if (name === "$match") checkFilter(stage[name] as Document);
    else if (name !== "$sort" && name !== "$unwind") checkExpression(stage[name]);
  }
}

/** Documents as the driver promotes them. */
export function runPipeline(documents: readonly Document[], pipeline: readonly Document[]): Document[] {
  if (pipeline.length === 0) return [...documents];
  return aggregate(
    documents.map((document) => comparable(document) as Document),
    pipeline.map((stage) => comparable(stage) as Document),
  );
}
