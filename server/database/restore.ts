/**
 * Reads a folder that `lyt backup` or mongodump wrote back into the main database. Everything is checked before anything
 * is written, and a restore that was cut short is remembered: nothing is served from half of a backup.
 */
import type { mongo } from "mongoose";
import { deserialize } from "bson";
import type { Document } from "bson";
import type { CopiedCollection } from "./backup";
import { CLAIMS } from "./claims";
import { checkDocument, documentsIn, orderedOf } from "./bson-file";
import type { StoredDocument } from "./bson-file";
import type { Database } from "./connect";
import { DATABASE_NAME, dbOf } from "./connect";
import type { DumpedCollection } from "./dump-folder";
import { readDump } from "./dump-folder";
import { OperationError } from "./operation-error";
import { SHAPES, findShape, setShape, shapeOfBackup } from "./shape";

export interface RestoreOptions {
  /** Replaces collections that hold documents. */
  readonly isDropping: boolean;
}

const MOST_AT_ONCE = 1000;
const MOST_BYTES_AT_ONCE = 16 * 1024 * 1024;
const MAJORITY = { writeConcern: { w: "majority" } } as const;

/** A collection that is there from a restore's first write to its last. */
const UNFINISHED = "unfinishedRestore";
/** What processes keep for themselves: nothing to tell of when it is left alone. */
const OWN = new Set([UNFINISHED, SHAPES, CLAIMS]);

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

async function shapeIn(dumped: readonly DumpedCollection[], folder: string): Promise<number> {
  const documents: Document[] = [];
  for (const { file } of dumped.filter(({ name }) => name === SHAPES))
    for await (const { bytes } of documentsIn(file)) documents.push(deserialize(bytes));
  return shapeOfBackup(documents, folder);
}

export interface Restored {
  readonly collections: readonly CopiedCollection[];
  /** Collections that are there and not in the backup: they stay as they are. */
  readonly leftAlone: readonly string[];
}

/**
 * Throws `restore.missing`, `restore.compressed`, `restore.torn`, `restore.unlike`, `restore.newer`, `shape.newer` and
 * `restore.notEmpty` before anything is written. The database of round secrets is not touched (docs/privacy.md). What was
 * restored has the shape it had: `bringUp` comes after this.
 */
export async function restore(database: Database, folder: string, { isDropping }: RestoreOptions): Promise<Restored> {
  const db = dbOf(database.main);
  const dumped = await readDump(folder, DATABASE_NAME);
  const collections: CopiedCollection[] = [];
  for (const one of dumped) collections.push(await checkFile(one));
  const shape = await shapeIn(dumped, folder);
  const shapeHere = (await findShape(database)) ?? 0;
  const replacing = dumped.filter(({ name }) => name !== SHAPES);
  const names = new Set(replacing.map(({ name }) => name));
  const found = await namesOf(db);
  const both = found.filter((name) => names.has(name));
  const leftAlone = found.filter((name) => !names.has(name) && !OWN.has(name));
  if (!isDropping) await checkEmpty(db, both);
  if (!found.includes(UNFINISHED)) await db.command({ create: UNFINISHED, ...MAJORITY });
  // Before the rest: cut short, the data may be of both shapes, and steps leave alone what has been brought up.
  await setShape(database, leftAlone.length > 0 ? Math.min(shape, shapeHere) : shape);
  for (const one of replacing) await restoreCollection(db, one, both.includes(one.name));
  await db.command({ drop: UNFINISHED, ...MAJORITY });
  if (isDropping) await database.forgetDeleted();
  return { collections, leftAlone };
}
