/** A stopped store's database as LMDB sees it: keys and values as they are stored, to be changed behind the store's back. */
import { join } from "node:path";
import { open } from "lmdb";
import type { RootDatabase } from "lmdb";

export type Entries = RootDatabase<Buffer, Buffer>;

/** `folder` is the store's. */
export const openEntries = (folder: string, database: string): Entries =>
  open<Buffer, Buffer>({
    path: join(folder, `db-${database}`),
    noSubdir: false,
    keyEncoding: "binary",
    encoding: "binary",
  });
