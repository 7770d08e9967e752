/**
 * Writes the main database as it is at one moment into a folder that mongorestore reads, too: the whole of it, or
 * nothing. The database of round secrets is never read (docs/privacy.md).
 */
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Document, Long } from "bson";
import type { mongo } from "mongoose";
import type { Database } from "./connect";
import { DATABASE_NAME, dbOf } from "./connect";
import { BSON_SUFFIX, METADATA_SUFFIX, describeCollection, fileNameOf } from "./dump-folder";
import { OperationError } from "./operation-error";

export interface CopiedCollection {
  readonly collection: string;
  readonly documents: number;
  readonly bytes: number;
}

/** What the embedded store answers to `exportDatabase`: cursors over one snapshot. */
interface Exported {
  readonly name: string;
  readonly indexes: readonly Document[];
  readonly cursor: { readonly id: Long };
}

const AT_ONCE = 1000;
const OWNER_ONLY = { file: 0o600, folder: 0o700 } as const;
const CURSOR_NOT_FOUND = 43;
const ATTEMPTS = 3;

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

async function writeMetadata(folder: string, { name, indexes }: Exported): Promise<void> {
  const file = await open(join(folder, fileNameOf(name) + METADATA_SUFFIX), "wx", OWNER_ONLY.file);
  try {
    await file.writeFile(describeCollection(name, indexes));
    await file.sync();
  } finally {
    await file.close();
  }
}

interface Copy {
  readonly done: CopiedCollection;
  /** Copies a batch; false when there is no more. */
  next(): Promise<boolean>;
  end(): Promise<void>;
}

async function openCopy(db: mongo.Db, folder: string, { name, cursor }: Exported): Promise<Copy> {
  const file = await open(join(folder, fileNameOf(name) + BSON_SUFFIX), "wx", OWNER_ONLY.file);
  const documents = db.runCursorCommand({ getMore: cursor.id, collection: name, batchSize: AT_ONCE }, { raw: true });
  documents.setBatchSize(AT_ONCE);
  const done = { collection: name, documents: 0, bytes: 0 };
  return {
    done,
    async next() {
      if (!(await documents.hasNext())) return false;
      // `raw`: the documents are bytes.
      const batch = documents.readBufferedDocuments() as unknown as Uint8Array[];
      const bytes = Buffer.concat(batch);
      await file.appendFile(bytes);
      done.documents += batch.length;
      done.bytes += bytes.length;
      return true;
    },
    async end() {
      await documents.close();
      await file.sync().finally(() => file.close());
    },
  };
}

/** A batch of each in turn, so that no cursor idles. */
async function copyAll(copies: readonly Copy[]): Promise<void> {
  for (let unfinished = copies; unfinished.length > 0; ) {
    const left: Copy[] = [];
    for (const copy of unfinished) if (await copy.next()) left.push(copy);
    unfinished = left;
  }
}

async function writeDatabase(db: mongo.Db, folder: string): Promise<CopiedCollection[]> {
  await mkdir(folder, { mode: OWNER_ONLY.folder });
  const reply = await db.command({ exportDatabase: 1 }, { promoteValues: false, promoteLongs: false });
  const collections = reply["collections"] as readonly Exported[];
  if (collections.length === 0) throw new OperationError("backup.empty", "There are no data to back up.");
  const copies: Copy[] = [];
  try {
    for (const collection of collections) {
      await writeMetadata(folder, collection);
      copies.push(await openCopy(db, folder, collection));
    }
    await copyAll(copies);
  } finally {
    for (const copy of copies) await copy.end();
  }
  await syncFolder(folder);
  return copies.map(({ done }) => done).sort((a, b) => (a.collection < b.collection ? -1 : 1));
}

/** When sealing has rewritten the database meanwhile, the snapshot is gone, and the copy begins again. */
async function writeAttempts(db: mongo.Db, folder: string): Promise<CopiedCollection[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writeDatabase(db, folder);
    } catch (error) {
      if (codeOf(error) !== CURSOR_NOT_FOUND || attempt === ATTEMPTS) throw error;
      await rm(folder, { recursive: true });
    }
  }
}

async function checkTarget(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    throw codeOf(error) === "ENOTDIR" ? new OperationError("backup.notEmpty", `${folder} is not a folder.`) : error;
  });
  if (found.length > 0) throw new OperationError("backup.notEmpty", `${folder} is not empty; name a new folder.`);
}

async function makePartial(folder: string): Promise<string> {
  const partial = `${folder}.partial`;
  await mkdir(dirname(folder), { recursive: true });
  try {
    await mkdir(partial, { mode: OWNER_ONLY.folder });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    throw new OperationError("backup.partial", `${partial} is left of a backup that was cut short; delete it first.`);
  }
  return partial;
}

/** Throws `backup.notEmpty`, `backup.partial`, `backup.empty`. The folder is there when this resolves, and not before. */
export async function backUp({ main }: Database, folder: string): Promise<CopiedCollection[]> {
  await checkTarget(folder);
  const partial = await makePartial(folder);
  try {
    const copied = await writeAttempts(dbOf(main), join(partial, DATABASE_NAME));
    await syncFolder(partial);
    await rename(partial, folder);
    await syncFolder(dirname(folder));
    return copied;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}
