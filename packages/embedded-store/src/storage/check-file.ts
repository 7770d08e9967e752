/**
 * LMDB maps a file as it finds it, and a process that reads pages which are not there ends. So the two pages that every
 * file begins with, each naming the roots of a commit's trees, are looked at first (LMDB's mdb.c: MDB_page, MDB_meta).
 * A healthy file may end before the last page that they name: pages made and let go within one commit are not written.
 */
import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";

const MAGIC = 0xbeefc0de;
/** Within a meta page, behind its header: the magic number, and two trees, of which the first tells the size of a page. */
const MAGIC_AT = 24;
const PAGE_BYTES_AT = MAGIC_AT + 24;
const ROOTS_AT = [PAGE_BYTES_AT + 40, PAGE_BYTES_AT + 88];
const META_BYTES = PAGE_BYTES_AT + 2 * 48;
const NO_ROOT = 2n ** 64n - 1n;

/** Throws when the file is not one that LMDB can open safely. */
export function checkFile(path: string): void {
  if (!existsSync(path)) throw new Error(`The data in ${path} are damaged: the file is not there. Restore a backup.`);
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const metaAt = (position: number) => {
      const meta = Buffer.alloc(META_BYTES);
      readSync(file, meta, 0, META_BYTES, position);
      return meta;
    };
    const pageBytes = metaAt(0).readUInt32LE(PAGE_BYTES_AT);
    const isThere = (root: bigint) => root === NO_ROOT || (root + 1n) * BigInt(pageBytes) <= size;
    const isWhole = (meta: Buffer) =>
      meta.readUInt32LE(MAGIC_AT) === MAGIC && ROOTS_AT.every((at) => isThere(meta.readBigUInt64LE(at)));
    if (!isWhole(metaAt(0)) || !isWhole(metaAt(pageBytes)))
      throw new Error(`The data in ${path} are damaged: the file is not whole. Restore a backup.`);
  } finally {
    closeSync(file);
  }
}
