/** What a backup holds, file by file, and a dump written by hand. */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EJSON, serialize } from "bson";
import type { Document } from "bson";

export const newFolder = () => mkdtemp(join(tmpdir(), "lyt-backup-"));

export interface BackupFile {
  readonly mode: string;
  readonly bytes: Buffer;
}

/** Every file, by its path within the folder. */
export async function filesOf(folder: string): Promise<ReadonlyMap<string, BackupFile>> {
  const files = new Map<string, BackupFile>();
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const [path, found] = [join(folder, name), await stat(join(folder, name))];
    if (found.isFile()) files.set(name, { mode: (found.mode & 0o777).toString(8), bytes: await readFile(path) });
  }
  return files;
}

/** What two folders are compared by. */
export async function hashesOf(folder: string): Promise<readonly string[]> {
  const files = [...(await filesOf(folder))];
  return files.map(([name, { mode, bytes }]) => `${name} ${mode} ${createHash("sha256").update(bytes).digest("hex")}`);
}

const ID_INDEX = { v: 2, key: { _id: 1 }, name: "_id_" };

/** As mongodump writes a collection. */
export const metadataOf = (collectionName: string, indexes: readonly Document[] = [], options?: Document): string =>
  EJSON.stringify(
    {
      ...(options ? { options } : {}),
      indexes: [ID_INDEX, ...indexes],
      uuid: "0".repeat(32),
      collectionName,
      type: "collection",
    },
    { relaxed: false },
  );

/** A dump with one collection; `bytes` in place of documents for what is torn. */
export async function writeDump({
  collection = "areas",
  documents = [],
  bytes = Buffer.concat(documents.map((document) => serialize(document))),
  metadata = metadataOf(collection),
  more = {},
}: {
  collection?: string;
  documents?: readonly Document[];
  bytes?: Buffer;
  metadata?: string;
  /** Further files of the dump, by path. */
  more?: Readonly<Record<string, string>>;
}): Promise<string> {
  const folder = await newFolder();
  await mkdir(join(folder, "lyt-hoejt"));
  const files = { [`${collection}.bson`]: bytes, [`${collection}.metadata.json`]: metadata };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, "lyt-hoejt", name), content);
  for (const [name, content] of Object.entries(more)) await writeFile(join(folder, name), content);
  return folder;
}
