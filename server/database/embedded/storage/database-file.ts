/** One database in one LMDB environment, a folder of its own: catalog, records and index entries. */
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { open } from "lmdb";
import type { RootDatabase } from "lmdb";
import { finishSwap, prepareSwap, swapIn } from "./swap-file";
import type { CatalogState, CollectionSpec } from "./catalog";
import { EMPTY_CATALOG } from "./catalog";

const FORMAT = 1;
const CATALOG_KEY = Buffer.from([0]);
const COPIED_AT_ONCE = 5000;
const COPIED_AT_ONCE_BYTES = 8 * 1024 * 1024;

type Store = RootDatabase<Buffer, Buffer>;

interface CatalogRecord extends CatalogState {
  readonly format: number;
}

/** Big enough for every collection or index, so that its range ends there. */
function prefix(id: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes[0] = 1;
  bytes.writeUInt32BE(id, 1);
  return bytes;
}

export class DatabaseFile {
  private catalog: CatalogState;
  private store: Store;
  /** While the file is being rewritten nothing is written … */
  private exchange: Promise<void> | undefined;
  /** … and while the new one takes its place nothing is read. */
  private swap: Promise<void> | undefined;

  constructor(
    private readonly folder: string,
    private readonly maxTotalBytes?: number,
  ) {
    finishSwap(folder);
    this.store = this.openStore(folder);
    this.catalog = this.readCatalog();
  }

  private openStore(folder: string): Store {
    return open<Buffer, Buffer>({
      path: folder,
      noSubdir: false,
      keyEncoding: "binary",
      encoding: "binary",
      // Acknowledged means on disk: a commit returns after its sync, and many writers share one.
      overlappingSync: false,
      ...(this.maxTotalBytes ? { mapSize: this.maxTotalBytes } : {}),
    });
  }

  private readCatalog(): CatalogState {
    const bytes = this.store.get(CATALOG_KEY);
    if (!bytes) return EMPTY_CATALOG;
    // Written by `saveCatalog` alone.
    const record = JSON.parse(bytes.toString("utf8")) as CatalogRecord;
    if (record.format > FORMAT)
      throw new Error(`The data in ${this.folder} were written by a newer version; use that version.`);
    return record;
  }

  get collections(): readonly CollectionSpec[] {
    return this.catalog.collections;
  }

  findCollection(name: string): CollectionSpec | undefined {
    return this.catalog.collections.find((collection) => collection.name === name);
  }

  /** Only inside `write`. */
  saveCollection(collection: CollectionSpec): void {
    const others = this.catalog.collections.filter((other) => other.id !== collection.id);
    this.saveCatalog({ ...this.catalog, collections: [...others, collection] });
  }

  /** Only inside `write`. */
  forgetCollection(id: number): void {
    this.saveCatalog({ ...this.catalog, collections: this.catalog.collections.filter((other) => other.id !== id) });
  }

  /** A fresh number for a collection or an index; only inside `write`. */
  takeId(): number {
    const id = this.catalog.nextId;
    this.saveCatalog({ ...this.catalog, nextId: id + 1 });
    return id;
  }

  private saveCatalog(state: CatalogState): void {
    const record: CatalogRecord = { ...state, format: FORMAT };
    this.store.put(CATALOG_KEY, Buffer.from(JSON.stringify(record)));
    this.catalog = state;
  }

  /**
   * Runs `work` alone, with everything before it visible, and resolves after its commit has been synced to disk.
   * Work in one turn shares a commit. `work` must not throw once it has written.
   */
  async write<T>(work: () => T): Promise<T> {
    // Nothing is awaited in between: what begins here is seen by an exchange that begins afterwards.
    while (this.exchange) await this.exchange;
    try {
      return await this.store.transaction(work);
    } catch (error) {
      this.catalog = this.readCatalog();
      throw error;
    }
  }

  get(id: number, key: Buffer): Buffer | undefined {
    return this.store.get(Buffer.concat([prefix(id), key]));
  }

  /** Only inside `write`. */
  put(id: number, key: Buffer, value: Buffer): void {
    this.store.put(Buffer.concat([prefix(id), key]), value);
  }

  /** Only inside `write`. */
  remove(id: number, key: Buffer): void {
    this.store.remove(Buffer.concat([prefix(id), key]));
  }

  /** Entries of a collection or index whose keys begin with `from` or come after it, until `to` (not included). */
  *range(id: number, from: Buffer = Buffer.alloc(0), to?: Buffer): Generator<{ key: Buffer; value: Buffer }> {
    const start = Buffer.concat([prefix(id), from]);
    const end = to ? Buffer.concat([prefix(id), to]) : prefix(id + 1);
    for (const { key, value } of this.store.getRange({ start, end, snapshot: true })) {
      yield { key: key.subarray(5), value };
    }
  }

  /** Only inside `write`. */
  clear(id: number): void {
    for (const key of [...this.store.getKeys({ start: prefix(id), end: prefix(id + 1) })]) this.store.remove(key);
  }

  /** Resolves at once but while a new file takes the old one's place. */
  async ready(): Promise<void> {
    while (this.swap) await this.swap;
  }

  /** Rewrites the file without what was deleted, and overwrites the old one; gives the bytes that were freed. */
  async compact(): Promise<number> {
    while (this.exchange) await this.exchange;
    const before = this.bytes();
    const over = () => (this.exchange = undefined);
    this.exchange = this.exchangeFile().finally(over);
    await this.exchange;
    return Math.max(0, before - this.bytes());
  }

  private bytes(): number {
    return statSync(join(this.folder, "data.mdb")).size;
  }

  private async exchangeFile(): Promise<void> {
    // Behind every write that has begun.
    await this.store.transaction(() => undefined);
    await this.copyTo(prepareSwap(this.folder));
    this.swap = this.swapFile().finally(() => (this.swap = undefined));
    await this.swap;
  }

  /** Entry by entry: LMDB's own compacting copies whole pages, and in them the remains of what was deleted. */
  private async copyTo(folder: string): Promise<void> {
    const fresh = this.openStore(folder);
    let start: Buffer = Buffer.alloc(0);
    for (;;) {
      const entries = this.entriesFrom(start);
      const last = entries.at(-1);
      if (!last) break;
      await fresh.transaction(() => {
        for (const { key, value } of entries) fresh.put(key, value);
      });
      start = Buffer.concat([last.key, Buffer.alloc(1)]);
    }
    await fresh.close();
  }

  private entriesFrom(start: Buffer): { key: Buffer; value: Buffer }[] {
    const entries: { key: Buffer; value: Buffer }[] = [];
    let bytes = 0;
    for (const { key, value } of this.store.getRange({ start, snapshot: true })) {
      entries.push({ key: Buffer.from(key), value: Buffer.from(value) });
      bytes += value.length;
      if (bytes > COPIED_AT_ONCE_BYTES || entries.length >= COPIED_AT_ONCE) break;
    }
    return entries;
  }

  private async swapFile(): Promise<void> {
    await this.store.close();
    try {
      swapIn(this.folder);
    } finally {
      this.store = this.openStore(this.folder);
    }
  }

  async close(): Promise<void> {
    while (this.exchange) await this.exchange;
    await this.store.flushed;
    await this.store.close();
  }

  async destroy(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
