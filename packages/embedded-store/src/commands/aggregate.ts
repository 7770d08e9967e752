/** aggregate: what the first stages ask for is found by index, the rest runs over it. */
import type { Document } from "bson";
import type { Pieces } from "../cursors";
import { compilePipeline, stageOf } from "../query/pipeline/compile-pipeline";
import type { Stream } from "../query/pipeline/stage";
import { compileSelection, select } from "../query/select";
import type { Selection } from "../query/select";
import { ServerError } from "../server-error";
import { decode, encode, isDocument } from "../storage/document";
import type { Call, Command } from "./command";
import { asNumber, collectionName, documentField, listField, numberField, refuseOptions } from "./command";
import { openCursor } from "./find";
import { isStrict, unstable } from "./stable-api";
import { collectionStatistics } from "./statistics";

const REFUSED = ["collation", "hint", "let", "bypassDocumentValidation"];

/**
 * The collection a pipeline runs over. Those without one are those of stages that are refused, each for its own reason.
 * Throws `ServerError` 9, 73, and what compiling such a pipeline throws.
 */
export function pipelineCollection(call: Call, pipeline: readonly Document[]): string {
  const number = asNumber(call.request["aggregate"]);
  if (number === undefined) return collectionName(call);
  if (number !== 1)
    throw new ServerError(9, "Invalid command format: the 'aggregate' field must specify a collection name or 1");
  const [first] = pipeline.map(stageOf);
  if (first?.[0] !== "$collStats") compilePipeline(pipeline);
  const what = first ? `'${first[0]}'` : "an empty pipeline";
  throw new ServerError(73, `{aggregate: 1} is not valid for ${what}; a collection is required.`);
}

/** What the collection is asked for: the `$match` and the `$sort` that a pipeline begins with. */
export function pipelineSelection(pipeline: readonly Document[]): { selection: Selection; rest: readonly Document[] } {
  const [first, second] = pipeline.slice(0, 2).map(stageOf);
  const filter = first?.[0] === "$match" && isDocument(first[1]) ? first[1] : undefined;
  const order = filter ? second : first;
  const sort =
    order?.[0] === "$sort" && isDocument(order[1]) && Object.keys(order[1]).length > 0 ? order[1] : undefined;
  const rest = pipeline.slice((filter ? 1 : 0) + (sort ? 1 : 0));
  const next = rest[0] && stageOf(rest[0]);
  const limit = sort && next?.[0] === "$limit" ? Number(next[1]) || 0 : 0;
  return { selection: compileSelection(filter ?? {}, { sort, limit }), rest };
}

function* documents(found: Iterable<{ document: Document } | undefined>): Generator<Document | undefined> {
  for (const one of found) yield one?.document;
}

function* encoded(stream: Stream): Generator<Buffer | undefined> {
  for (const document of stream) yield document && encode(document);
}

/** `$collStats` can only come first, and has the collection's figures in place of its documents. */
async function statistics(
  call: Call,
  name: string,
  pipeline: readonly Document[],
  batchSize?: number,
): Promise<Pieces> {
  const [first = {}, ...rest] = pipeline;
  const run = compilePipeline(rest);
  const wanted = documentField(first, "$collStats") ?? {};
  const more = isStrict(call.request) ? Object.keys(wanted).find((part) => part !== "count") : undefined;
  if (more) throw unstable(`'$collStats.${more}'`);
  const { database, databases } = call;
  if (!databases.has(database, name)) throw new ServerError(26, `Collection [${database}.${name}] not found.`);
  // As documents come from the disk: with BSON's numbers.
  const figures = decode(encode(await collectionStatistics(call, name, wanted)));
  return openCursor(call, name, () => encoded(run([figures])), { batchSize });
}

export const aggregate: Command = {
  fields: ["pipeline", "cursor", "allowDiskUse", "explain", ...REFUSED],
  run(call) {
    const { request } = call;
    refuseOptions(request, ["explain", ...REFUSED]);
    const pipeline = listField(request, "pipeline");
    const name = pipelineCollection(call, pipeline);
    const cursor = documentField(request, "cursor");
    if (!cursor)
      throw new ServerError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
    const batchSize = cursor["batchSize"] === undefined ? undefined : numberField(cursor, "batchSize", 0);
    if (pipeline[0] && "$collStats" in pipeline[0]) return statistics(call, name, pipeline, batchSize);
    compilePipeline(pipeline);
    const { selection, rest } = pipelineSelection(pipeline);
    const run = compilePipeline(rest);
    return openCursor(call, name, (collection) => encoded(run(documents(select(collection, selection)))), {
      batchSize,
    });
  },
};
