/**
 * The way over from a file of an earlier format: its documents are put into a new file as if they came in today, which
 * then takes the old one's place, whole or not at all. So it matters little what the earlier format was like.
 */
import { ServerError } from "../server-error";
import { CATALOG_KEY, EMPTY_CATALOG, FORMAT, readCatalog } from "./catalog";
import type { CatalogRecord, CollectionSpec, IndexSpec } from "./catalog";
import { checkFile } from "./check-file";
import { WritableCollection } from "./collection";
import { DatabaseFile } from "./database-file";
import { decode } from "./document";
import { after } from "./key-encoding";
import { makeEmpty, openStore } from "./lmdb-file";
import type { Store } from "./lmdb-file";
import { prefix } from "./snapshot";
import { current, eraseOld, prepareSwap, recoverSwap, swapIn } from "./swap-file";

const AT_ONCE = 500;

/** The first format named the fields of an index in an object. */
const asPairs = (key: object): IndexSpec["key"] =>
  Array.isArray(key) ? (key as IndexSpec["key"]) : (Object.entries(key) as unknown as IndexSpec["key"]);

/** Throws when a newer version wrote the database's file, or it is damaged. Whatever goes wrong leaves it as it is. */
export async function bringUp(folder: string): Promise<void> {
  recoverSwap(folder);
  checkFile(current(folder));
  const old = openStore(folder);
  try {
    const record = formatOf(folder, old);
    if (record.format === FORMAT) return;
    // What the version before has left of an exchange of its own.
    await eraseOld(folder, () => false);
    await copyInto(prepareSwap(folder), old, record).catch((error: unknown) => {
      throw new Error(`The data in ${folder}, of format ${record.format}, cannot be brought to format ${FORMAT}.`, {
        cause: error,
      });
    });
  } finally {
    await old.close();
  }
  swapIn(folder);
}

function formatOf(folder: string, old: Store): CatalogRecord {
  const bytes = old.get(CATALOG_KEY);
  const record = bytes ? readCatalog(bytes) : { ...EMPTY_CATALOG, format: FORMAT };
  if (!record) throw new Error(`The data in ${folder} are damaged: the catalog. Restore a backup.`);
  if (record.format <= FORMAT) return record;
  throw new Error(`The data in ${folder} were written by a newer version; use that version.`);
}

async function copyInto(folder: string, old: Store, { collections }: CatalogRecord): Promise<void> {
  await makeEmpty(folder);
  const file = new DatabaseFile(folder, () => {});
  try {
    for (const collection of collections) await copyCollection(file, old, collection);
  } finally {
    await file.close();
  }
}

async function copyCollection(file: DatabaseFile, old: Store, { id, name, indexes }: CollectionSpec): Promise<void> {
  await file.write(() => {
    const renumbered = indexes.map((index) => ({
      ...index,
      id: file.takeId(),
      key: asPairs(index.key),
      isMultikey: false,
      isShortened: false,
    }));
    file.saveCollection({ id: file.takeId(), name, indexes: renumbered, isShortened: false });
  });
  for (let batch = next(old, prefix(id), id); batch.last; batch = next(old, batch.last, id)) {
    await file.write((view) => {
      const spec = file.findCollection(name);
      if (!spec) throw new ServerError(26, "the collection is gone");
      const collection = new WritableCollection(file, view, spec, name);
      for (const bytes of batch.documents) collection.insert(decode(bytes), bytes);
    });
  }
}

function next(old: Store, from: Buffer, id: number): { documents: Buffer[]; last: Buffer | undefined } {
  const documents: Buffer[] = [];
  let last: Buffer | undefined;
  for (const { key, value } of old.getRange({
    start: from,
    exclusiveStart: true,
    end: after(prefix(id)),
    limit: AT_ONCE,
  })) {
    documents.push(Buffer.from(value));
    last = Buffer.from(key);
  }
  return { documents, last };
}
