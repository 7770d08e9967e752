/** One database in one LMDB environment, a folder of its own: catalog, records and index entries. */
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { open } from "lmdb";
import type { RootDatabase } from "lmdb";
import { ServerError } from "../server-error";
import { after } from "./key-encoding";
import { Snapshot, prefix } from "./snapshot";
import type { Entry } from "./snapshot";
import { finishSwap, prepareSwap, swapIn } from "./swap-file";
import type { CatalogState, CollectionSpec } from "./catalog";
import { EMPTY_CATALOG } from "./catalog";

/** 2: exact numbers and directions in keys; a name for what shortening and arrays make of an index. */
const FORMAT = 2;
const CATALOG_KEY = Buffer.from([0]);
const COPIED_AT_ONCE = 5000;
const COPIED_AT_ONCE_BYTES = 8 * 1024 * 1024;

export type Store = RootDatabase<Buffer, Buffer>;

interface CatalogRecord extends CatalogState {
  readonly format: number;
}

export class DatabaseFile {
  private catalog: CatalogState;
  private store: Store;
  /** While the file is being rewritten nothing is written … */
  private exchange: Promise<void> | undefined;
  /** … and while the new one takes its place nothing is read. */
  private swap: Promise<void> | undefined;
  private readers = 0;
  private isClosed = false;

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
   * Runs `work` alone, with everything before it visible, and resolves after its commit has been synced to disk; work
   * in one turn shares a commit. When `work` throws, nothing it wrote stays.
   */
  async write<T>(work: (view: Snapshot) => T): Promise<T> {
    // Nothing is awaited in between: what begins here is seen by an exchange that begins afterwards.
    while (this.exchange) await this.exchange;
    if (this.isClosed) throw new ServerError(11600, "the store is shutting down");
    try {
      return await this.store.childTransaction(() => this.attempt(work));
    } catch (error) {
      this.catalog = this.readCatalog();
      throw error;
    }
  }

  private attempt<T>(work: (view: Snapshot) => T): T {
    const before = this.catalog;
    try {
      return work(new Snapshot(this.store));
    } catch (error) {
      this.catalog = before;
      throw error;
    }
  }

  /** What is committed now, until `done` is called: later writes are not seen. */
  snapshot(): Snapshot {
    if (this.isClosed) throw new ServerError(11600, "the store is shutting down");
    this.readers += 1;
    return new Snapshot(this.store, this.store.useReadTransaction(), () => (this.readers -= 1));
  }

  /** Only inside `write`. */
  put(id: number, key: Buffer, value: Buffer): void {
    this.store.put(Buffer.concat([prefix(id), key]), value);
  }

  /** Only inside `write`. */
  remove(id: number, key: Buffer): void {
    this.store.remove(Buffer.concat([prefix(id), key]));
  }

  /** Only inside `write`. */
  clear(id: number): void {
    const range = { start: prefix(id), end: after(prefix(id)) };
    for (const key of [...this.store.getKeys(range)]) this.store.remove(key);
  }

  /** Resolves at once but while a new file takes the old one's place. */
  async ready(): Promise<void> {
    while (this.swap) await this.swap;
  }

  /** Bytes on disk. */
  bytes(): number {
    return statSync(join(this.folder, "data.mdb")).size;
  }

  /**
   * Rewrites the file without what was deleted, and overwrites the old one; gives the bytes that were freed.
   * `settleReaders` is asked to let go of snapshots that nobody is reading from at the moment.
   */
  async compact(settleReaders: () => void): Promise<number> {
    while (this.exchange) await this.exchange;
    const before = this.bytes();
    const over = () => (this.exchange = undefined);
    this.exchange = this.exchangeFile(settleReaders).finally(over);
    await this.exchange;
    return Math.max(0, before - this.bytes());
  }

  private async exchangeFile(settleReaders: () => void): Promise<void> {
    // Behind every write that has begun.
    await this.store.transaction(() => undefined);
    await this.copyTo(prepareSwap(this.folder));
    this.swap = this.swapFile(settleReaders).finally(() => (this.swap = undefined));
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

  private entriesFrom(start: Buffer): Entry[] {
    const entries: Entry[] = [];
    let bytes = 0;
    for (const { key, value } of this.store.getRange({ start })) {
      entries.push({ key: Buffer.from(key), value: Buffer.from(value) });
      bytes += value.length;
      if (bytes > COPIED_AT_ONCE_BYTES || entries.length >= COPIED_AT_ONCE) break;
    }
    return entries;
  }

  private async swapFile(settleReaders: () => void): Promise<void> {
    await this.withoutReaders(settleReaders);
    await this.store.close();
    try {
      swapIn(this.folder);
    } finally {
      this.store = this.openStore(this.folder);
    }
  }

  /** A file is never closed under a reader. */
  private async withoutReaders(settleReaders: () => void): Promise<void> {
    for (settleReaders(); this.readers > 0; settleReaders()) await wait(2);
  }

  /** What still runs is refused or ends; then the file is closed. */
  async close(settleReaders: () => void): Promise<void> {
    while (this.exchange) await this.exchange;
    this.isClosed = true;
    await this.withoutReaders(settleReaders);
    await this.store.flushed;
    await this.store.close();
  }

  async destroy(settleReaders: () => void): Promise<void> {
    await this.close(settleReaders);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
