/**
 * LMDB maps a file as it finds it, and a process that reads pages which are not there ends. So the two pages that every
 * file begins with, each naming the last page of a commit, are looked at first (LMDB's mdb.c: MDB_page, MDB_meta).
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

const MAGIC = 0xbeefc0de;
/** Within a meta page, behind its header: the magic number, the size of a page, and behind two trees the last page. */
const MAGIC_AT = 24;
const PAGE_BYTES_AT = MAGIC_AT + 24;
const LAST_PAGE_AT = PAGE_BYTES_AT + 2 * 48;
const META_BYTES = LAST_PAGE_AT + 8;

/** Throws when the file is not one that LMDB can open safely. */
export function checkFile(path: string): void {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const metaAt = (position: number) => {
      const meta = Buffer.alloc(META_BYTES);
      readSync(file, meta, 0, META_BYTES, position);
      return meta;
    };
    const pageBytes = metaAt(0).readUInt32LE(PAGE_BYTES_AT);
    const isWhole = (meta: Buffer) =>
      meta.readUInt32LE(MAGIC_AT) === MAGIC && (meta.readBigUInt64LE(LAST_PAGE_AT) + 1n) * BigInt(pageBytes) <= size;
    if (!isWhole(metaAt(0)) || !isWhole(metaAt(pageBytes)))
      throw new Error(`The data in ${path} are damaged: the file is not whole. Restore a backup.`);
  } finally {
    closeSync(file);
  }
}
