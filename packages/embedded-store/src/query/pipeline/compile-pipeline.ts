/** A pipeline as one function from stream to stream. */
import type { Document } from "bson";
import { ServerError } from "../../server-error";
import { isDocument } from "../../storage/document";
import type { Stage } from "./stage";
import { STAGES, limitOf } from "./stages";

/** The name of a stage and its specification. Throws `ServerError` 40323. */
export function stageOf(stage: Document): [name: string, spec: unknown] {
  const [entry, ...more] = isDocument(stage) ? Object.entries(stage) : [];
  if (entry && more.length === 0) return entry;
  throw new ServerError(40323, "A pipeline stage specification object must contain exactly one field.");
}

/** Throws `ServerError` 40324 and what single stages throw, before anything is read. */
export function compilePipeline(pipeline: readonly Document[]): Stage {
  const stages = pipeline.map(stageOf).map(([name, spec], at, all) => {
    const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
    if (name === "$collStats")
      throw new ServerError(40602, "$collStats is only valid as the first stage in a pipeline.");
    if (!compile) throw new ServerError(40324, `Unrecognized pipeline stage name: '${name}'`);
    const [next, most] = all[at + 1] ?? [];
    return compile(spec, next === "$limit" ? limitOf(most) : 0);
  });
  return (input) => stages.reduce((stream, stage) => stage(stream), input);
}
