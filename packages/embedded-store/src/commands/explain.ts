/** explain: which index a command would use and, when asked, how much it looks at (manual: "Explain Results"). */
import type { Document } from "bson";
import { describe, makePlan } from "../query/plan";
import type { Plan } from "../query/plan";
import { select } from "../query/select";
import type { Selection } from "../query/select";
import { elsewhereOr } from "../elsewhere";
import { ServerError } from "../server-error";
import type { Collection } from "../storage/collection";
import { isDocument } from "../storage/document";
import { pipelineCollection, pipelineSelection } from "./aggregate";
import { compilePipeline } from "../query/pipeline/compile-pipeline";
import type { Call, Command } from "./command";
import { checkFields, collectionName, listField } from "./command";
import { count, countSelection, distinct, distinctSelection } from "./count-distinct";
import { deleteStatement, remove } from "./delete";
import { aggregate } from "./aggregate";
import { find, findSelection } from "./find";
import { findAndModify, readFindAndModify } from "./find-and-modify";
import { commands } from "./index";
import { update, updateStatement } from "./update";

interface Explained {
  readonly command: Command;
  readonly selectionOf: (request: Document) => Selection;
  /** What is done with the records, if it is more than finding them. */
  readonly stage?: string;
}

function onlyOf(request: Document, name: string): Document {
  const [first, ...more] = listField(request, name);
  if (first && more.length === 0) return first;
  throw new ServerError(72, "explained write batches must be of size 1");
}

function explainedPipeline(request: Document): Selection {
  const pipeline = listField(request, "pipeline");
  compilePipeline(pipeline);
  return pipelineSelection(pipeline).selection;
}

const EXPLAINED: Readonly<Record<string, Explained>> = {
  find: { command: find, selectionOf: findSelection },
  aggregate: { command: aggregate, selectionOf: explainedPipeline },
  count: { command: count, selectionOf: countSelection, stage: "COUNT" },
  distinct: { command: distinct, selectionOf: distinctSelection },
  update: {
    command: update,
    selectionOf: (request) => updateStatement(onlyOf(request, "updates")).selection,
    stage: "UPDATE",
  },
  delete: { command: remove, selectionOf: (request) => deleteStatement(onlyOf(request, "deletes")), stage: "DELETE" },
  findAndModify: {
    command: findAndModify,
    selectionOf: (request) => readFindAndModify(request).selection,
    stage: "UPDATE",
  },
};

const NO_PLAN: Plan = { bounds: [], isSorted: true, isReversed: false, isById: false, isExact: false };

async function executed(call: Call, collection: Collection, selection: Selection): Promise<Document> {
  const examined = { keys: 0, documents: 0 };
  const startedAt = performance.now();
  let found = 0;
  await call.pace.each(select(collection, selection, examined), () => {
    found += 1;
    return false;
  });
  return {
    executionSuccess: true,
    nReturned: found,
    executionTimeMillis: Math.round(performance.now() - startedAt),
    totalKeysExamined: examined.keys,
    totalDocsExamined: examined.documents,
  };
}

const NOT_EXECUTED = {
  executionSuccess: true,
  nReturned: 0,
  executionTimeMillis: 0,
  totalKeysExamined: 0,
  totalDocsExamined: 0,
};

const notExplained = (name: string) =>
  commands.has(name)
    ? new ServerError(20, `Cannot explain cmd: ${name}`)
    : new ServerError(59, elsewhereOr("command", name, `Explain failed due to unknown command: ${name}`));

export const explain: Command = {
  fields: ["verbosity"],
  async run(call) {
    const { request, database, databases } = call;
    const inner: unknown = request["explain"];
    const verbosity: unknown = request["verbosity"] ?? "allPlansExecution";
    const name = isDocument(inner) ? (Object.keys(inner)[0] ?? "") : "";
    const explained = Object.hasOwn(EXPLAINED, name) ? EXPLAINED[name] : undefined;
    if (!isDocument(inner) || !explained) throw notExplained(name);
    if (!["queryPlanner", "executionStats", "allPlansExecution"].includes(String(verbosity)))
      throw new ServerError(
        2,
        "verbosity string must be one of {'queryPlanner', 'executionStats', 'allPlansExecution'}",
      );
    checkFields(name, explained.command, inner);
    const innerCall = { ...call, name, request: inner };
    const collectionWanted =
      name === "aggregate" ? pipelineCollection(innerCall, listField(inner, "pipeline")) : collectionName(innerCall);
    const selection = explained.selectionOf(inner);
    const collection = databases.read(database, collectionWanted);
    try {
      const found = collection
        ? describe(makePlan(collection, selection.filter, selection.sort), selection.sort)
        : { ...describe(NO_PLAN, []), stage: "EOF" };
      const winningPlan = explained.stage ? { stage: explained.stage, inputStage: found } : found;
      const namespace = `${database}.${collectionWanted}`;
      return {
        explainVersion: "1",
        queryPlanner: { namespace, indexFilterSet: false, winningPlan, rejectedPlans: [] },
        ...(verbosity === "queryPlanner"
          ? {}
          : { executionStats: collection ? await executed(call, collection, selection) : NOT_EXECUTED }),
        command: { ...inner, $db: database },
        ok: 1,
      };
    } finally {
      collection?.view.done();
    }
  },
};
