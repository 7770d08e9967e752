/**
 * Reads a folder that `lyt backup` or mongodump wrote back into the main database. Everything is checked before anything
 * is written, and a restore that was cut short is remembered: nothing is served from half of a backup.
 */
import type { mongo } from "mongoose";
import type { CopiedCollection } from "./backup";
import { checkDocument, documentsIn, orderedOf } from "./bson-file";
import type { StoredDocument } from "./bson-file";
import type { Database } from "./connect";
import { DATABASE_NAME, dbOf } from "./connect";
import type { DumpedCollection } from "./dump-folder";
import { readDump } from "./dump-folder";
import { OperationError } from "./operation-error";

export interface RestoreOptions {
  /** Replaces collections that hold documents. */
  readonly isDropping: boolean;
}

const MOST_AT_ONCE = 1000;
const MOST_BYTES_AT_ONCE = 16 * 1024 * 1024;
const MAJORITY = { writeConcern: { w: "majority" } } as const;

/** A collection that is there from a restore's first write to its last. */
const UNFINISHED = "unfinishedRestore";

async function namesOf(db: mongo.Db): Promise<string[]> {
  const found = await db.listCollections({}, { nameOnly: true }).toArray();
  return found.map(({ name }) => name);
}

/** Throws `restore.unfinished`. */
export async function refuseUnfinishedRestore({ main }: Database): Promise<void> {
  if ((await namesOf(dbOf(main))).includes(UNFINISHED))
    throw new OperationError(
      "restore.unfinished",
      "A restore was cut short and the data are not whole; run `lyt restore <folder> --drop` once more.",
    );
}

async function checkFile({ name, file }: DumpedCollection): Promise<CopiedCollection> {
  let [documents, bytes] = [0, 0];
  for await (const document of documentsIn(file)) {
    checkDocument(document, file);
    documents += 1;
    bytes += document.bytes.length;
  }
  return { collection: name, documents, bytes };
}

async function checkEmpty(db: mongo.Db, names: readonly string[]): Promise<void> {
  for (const name of names)
    if (await db.collection(name).findOne({}, { projection: { _id: 1 } }))
      throw new OperationError("restore.notEmpty", `${name} holds documents already; --drop replaces them.`);
}

async function* batchesOf(file: string): AsyncGenerator<StoredDocument[]> {
  let batch: StoredDocument[] = [];
  let bytes = 0;
  for await (const document of documentsIn(file)) {
    if (batch.length === MOST_AT_ONCE || bytes + document.bytes.length > MOST_BYTES_AT_ONCE) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(document);
    bytes += document.bytes.length;
  }
  if (batch.length > 0) yield batch;
}

async function insertAll(db: mongo.Db, { name, file }: DumpedCollection): Promise<void> {
  for await (const batch of batchesOf(file)) {
    const documents = batch.map(({ bytes }) => orderedOf(bytes));
    const { writeErrors } = await db.command({ insert: name, documents, ordered: true, ...MAJORITY });
    const [error] = (writeErrors ?? []) as { readonly index: number; readonly errmsg: string }[];
    if (error)
      throw new OperationError(
        "restore.refused",
        `The document at byte ${batch[error.index]?.offset} of ${file} was refused: ${error.errmsg}.`,
      );
  }
}

async function restoreCollection(db: mongo.Db, dumped: DumpedCollection, isThere: boolean): Promise<void> {
  const { name, indexes } = dumped;
  if (isThere) await db.command({ drop: name, ...MAJORITY });
  await db.command({ create: name, ...MAJORITY });
  await insertAll(db, dumped);
  if (indexes.length > 0) await db.command({ createIndexes: name, indexes, ...MAJORITY });
}

export interface Restored {
  readonly collections: readonly CopiedCollection[];
  /** Collections that are there and not in the backup: they stay as they are. */
  readonly leftAlone: readonly string[];
}

/**
 * Throws `restore.missing`, `restore.compressed`, `restore.torn`, `restore.unlike` and `restore.notEmpty` before anything
 * is written. The database of round secrets is not touched (docs/privacy.md).
 */
export async function restore(
  { main, forgetDeleted }: Database,
  folder: string,
  { isDropping }: RestoreOptions,
): Promise<Restored> {
  const db = dbOf(main);
  const dumped = await readDump(folder, DATABASE_NAME);
  const collections: CopiedCollection[] = [];
  for (const one of dumped) collections.push(await checkFile(one));
  const names = new Set(dumped.map(({ name }) => name));
  const found = await namesOf(db);
  const there = found.filter((name) => name !== UNFINISHED);
  const both = there.filter((name) => names.has(name));
  if (!isDropping) await checkEmpty(db, both);
  if (!found.includes(UNFINISHED)) await db.command({ create: UNFINISHED, ...MAJORITY });
  for (const one of dumped) await restoreCollection(db, one, both.includes(one.name));
  await db.command({ drop: UNFINISHED, ...MAJORITY });
  if (isDropping) await forgetDeleted();
  return { collections, leftAlone: there.filter((name) => !names.has(name)) };
}
