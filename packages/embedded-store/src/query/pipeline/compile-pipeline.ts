/** A pipeline as one function from stream to stream. */
import type { Document } from "bson";
import { elsewhereOr } from "../../elsewhere";
import { ServerError } from "../../server-error";
import { isDocument } from "../../storage/document";
import { refuseChangeStream } from "./change-stream";
import type { Stage } from "./stage";
import { STAGES, limitOf } from "./stages";

/** The name of a stage and its specification. Throws `ServerError` 40323. */
export function stageOf(stage: Document): [name: string, spec: unknown] {
  const [entry, ...more] = isDocument(stage) ? Object.entries(stage) : [];
  if (entry && more.length === 0) return entry;
  throw new ServerError(40323, "A pipeline stage specification object must contain exactly one field.");
}

/** Answered elsewhere: `$collStats` by the command, `$changeStream` as a stand-alone server does. */
const SPECIAL = ["$collStats", "$changeStream"];

function checkName([name, spec]: readonly [string, unknown]): void {
  if (!Object.hasOwn(STAGES, name) && !SPECIAL.includes(name))
    throw new ServerError(40324, elsewhereOr("stage", name, `Unrecognized pipeline stage name: '${name}'`));
  if (name === "$changeStream" && !isDocument(spec))
    throw new ServerError(6188500, "$changeStream must take a nested object");
}

/** Throws `ServerError` 40324 for any stage, then what single stages throw, before anything is read. */
export function compilePipeline(pipeline: readonly Document[]): Stage {
  const named = pipeline.map(stageOf);
  for (const stage of named) checkName(stage);
  const stages = named.map(([name, spec], at, all) => {
    if (name === "$changeStream") throw refuseChangeStream(spec);
    const compile = STAGES[name];
    if (!compile) throw new ServerError(40602, `${name} is only valid as the first stage in a pipeline.`);
    const [next, most] = all[at + 1] ?? [];
    return compile(spec, next === "$limit" ? limitOf(most) : 0);
  });
  return (input) => stages.reduce((stream, stage) => stage(stream), input);
}
