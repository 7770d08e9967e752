/** delete: one or all that match; all go in slices, and what comes to match meanwhile may stay, as in MongoDB. */
import type { Document } from "bson";
import { compileSelection, select } from "../query/select";
import type { Selection } from "../query/select";
import { ServerError, toServerError } from "../server-error";
import { decode } from "../storage/document";
import type { Call, Command } from "./command";
import { asNumber, checkStatement, collectionName, documentField, refuseOptions } from "./command";
import { compileAll, runStatements, statementsOf } from "./statements";
import type { Compiled } from "./statements";

const REFUSED = ["collation", "hint", "let"];

function checkDelete(statement: Document): void {
  checkStatement("delete.deletes", { q: true, limit: true }, REFUSED, statement);
  const limit = asNumber(statement["limit"]);
  if (limit !== 0 && limit !== 1)
    throw new ServerError(9, `The limit field in delete objects must be 0 or 1. Got ${String(limit)}`);
}

/** Of a statement whose fields have been checked. */
export const deleteStatement = (statement: Document): Selection =>
  compileSelection(documentField(statement, "q") ?? {}, { limit: asNumber(statement["limit"]) });

/** So many are removed in one transaction: others have a turn before the next. */
const SLICE = 500;
/** So many keys are held at once; who deletes more looks for them again. */
const MOST_KEYS = 10_000;

type Target = Pick<Call, "database" | "databases" | "pace"> & { readonly name: string };

/** Keys of what matches now, found while others have turns. */
async function findKeys({ database, databases, pace, name }: Target, selection: Selection): Promise<Buffer[]> {
  const keys: Buffer[] = [];
  const collection = databases.read(database, name);
  if (!collection) return keys;
  const found = select(collection, selection);
  try {
    await pace.each(found, ({ key }) => keys.push(key) >= MOST_KEYS);
  } finally {
    // Not read to its end it would keep the pages of this moment, and the file would grow.
    found.return(undefined);
    collection.view.done();
  }
  // Neighbours lie on the same pages: a transaction copies each of them once.
  return keys.sort(Buffer.compare);
}

/** Those of the keys under which there still is something that matches. */
const removeKeys = ({ database, databases, name }: Target, { matches }: Selection, keys: readonly Buffer[]) =>
  databases.change(database, name, (collection) => {
    let removed = 0;
    for (const key of keys) {
      const bytes = collection?.find(key);
      const document = bytes && decode(bytes);
      if (!document || !matches(document)) continue;
      collection?.remove(key, document);
      removed += 1;
    }
    return removed;
  });

async function removeAll(target: Target, selection: Selection): Promise<number> {
  let removed = 0;
  for (;;) {
    const keys = await findKeys(target, selection);
    for (let from = 0; from < keys.length; from += SLICE)
      removed += await removeKeys(target, selection, keys.slice(from, from + SLICE));
    if (keys.length < MOST_KEYS) return removed;
  }
}

interface Removed {
  readonly n: number;
  readonly writeErrors: readonly Document[];
}

async function removeAllOf(target: Target, one: Compiled<Selection>, index: number): Promise<Removed> {
  try {
    if ("error" in one) throw one.error;
    return { n: await removeAll(target, one.statement), writeErrors: [] };
  } catch (error) {
    const known = toServerError(error);
    if (!known || known.endsTransaction) throw error;
    return { n: 0, writeErrors: [known.toWriteError(index)] };
  }
}

/** One each, in one transaction. */
async function removeOnes(
  { database, databases, pace, name }: Target,
  ones: readonly Compiled<Selection>[],
  from: number,
  isOrdered: boolean,
): Promise<Removed> {
  return databases.change(database, name, (collection) => {
    const { done, writeErrors } = runStatements(ones, isOrdered, (selection) => {
      const records = collection ? pace.now(select(collection, selection)) : [];
      for (const { key, document } of records) collection?.remove(key, document);
      return records.length;
    });
    const failed = (writeErrors.writeErrors ?? []).map((error) => ({ ...error, index: from + Number(error["index"]) }));
    return { n: done.reduce((sum, { result }) => sum + result, 0), writeErrors: failed };
  });
}

const isForAll = (one: Compiled<Selection> | undefined) =>
  one !== undefined && "statement" in one && one.statement.limit === 0;

/** How many statements from there on go into one transaction; 0 for one that removes all it finds. */
function lengthOfSlice(selections: readonly Compiled<Selection>[], from: number): number {
  const end = selections.findIndex((one, at) => at >= from && isForAll(one));
  return Math.min(SLICE, (end < 0 ? selections.length : end) - from);
}

export const remove: Command = {
  fields: ["deletes", "ordered", "let"],
  async run(call) {
    const target = { ...call, name: collectionName(call) };
    refuseOptions(call.request, ["let"]);
    const { statements, isOrdered } = statementsOf(call.request, "deletes");
    for (const one of statements) checkDelete(one);
    const selections = compileAll(statements, deleteStatement);
    let n = 0;
    const writeErrors: Document[] = [];
    for (let from = 0; from < selections.length && !(isOrdered && writeErrors.length > 0); ) {
      const length = lengthOfSlice(selections, from);
      const [first] = selections.slice(from);
      const slice = selections.slice(from, from + length);
      const removed = await (length === 0 && first
        ? removeAllOf(target, first, from)
        : removeOnes(target, slice, from, isOrdered));
      n += removed.n;
      writeErrors.push(...removed.writeErrors);
      from += Math.max(1, length);
    }
    return { n, ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
  },
};
