/** One database in one LMDB environment, a folder of its own: catalog, records and index entries. */
import { renameSync, rmSync, statSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ServerError } from "../server-error";
import { after } from "./key-encoding";
import { CATALOG_KEY, Snapshot, prefix } from "./snapshot";
import type { Entry } from "./snapshot";
import { checkFile } from "./check-file";
import { FIRST_BYTES, GONE, causeOf, checkRoom, openStore } from "./lmdb-file";
import type { Store } from "./lmdb-file";
import { finishSwap, prepareSwap, swapIn } from "./swap-file";
import type { CatalogState, CollectionSpec } from "./catalog";
import { EMPTY_CATALOG } from "./catalog";

/** 2: exact numbers and directions in keys; a name for what shortening and arrays make of an index. */
const FORMAT = 2;
const COPIED_AT_ONCE = 5000;
const COPIED_AT_ONCE_BYTES = 8 * 1024 * 1024;

interface CatalogRecord extends CatalogState {
  readonly format: number;
}

/** The catalog of a database without collections, as bytes. */
export const EMPTY_CATALOG_BYTES = Buffer.from(JSON.stringify({ ...EMPTY_CATALOG, format: FORMAT }));

/** Written by `saveCatalog` alone. */
const parseCatalog = (bytes: Buffer) => JSON.parse(bytes.toString("utf8")) as CatalogRecord;

export class DatabaseFile {
  private catalog: CatalogState;
  /** The committed catalog that was read last. */
  private seen: { readonly bytes: Buffer; readonly collections: readonly CollectionSpec[] } | undefined;
  private store: Store;
  /** While the file is being rewritten nothing is written … */
  private exchange: Promise<void> | undefined;
  /** … and while the new one takes its place nothing is read. */
  private swap: Promise<void> | undefined;
  private reopening: Promise<void> | undefined;
  private readers = 0;
  private isClosed = false;

  constructor(
    private readonly folder: string,
    /** Lets go of snapshots that nobody is reading from at the moment; of all cursors when the file `isEnding`. */
    private readonly settleReaders: (isEnding: boolean) => void,
  ) {
    finishSwap(folder);
    checkFile(join(folder, "data.mdb"));
    this.store = openStore(folder);
    this.catalog = this.readCatalog();
  }

  private readCatalog(): CatalogState {
    const bytes = this.store.get(CATALOG_KEY);
    if (!bytes) return EMPTY_CATALOG;
    const record = parseCatalog(bytes);
    if (record.format === FORMAT) return record;
    const version = record.format > FORMAT ? "a newer" : "an earlier";
    throw new Error(`The data in ${this.folder} were written by ${version} version; use that version.`);
  }

  /** What is committed, for one who reads. */
  get collections(): readonly CollectionSpec[] {
    const view = this.snapshot();
    try {
      return this.collectionsIn(view);
    } finally {
      view.done();
    }
  }

  /** What a snapshot sees: an index that is being made is not there, one that is being dropped still is. */
  collectionsIn(view: Snapshot): readonly CollectionSpec[] {
    const bytes = view.catalog();
    if (!bytes) return EMPTY_CATALOG.collections;
    if (!this.seen?.bytes.equals(bytes)) this.seen = { bytes, collections: parseCatalog(bytes).collections };
    return this.seen.collections;
  }

  /** Only inside `write`: as that write has left it. */
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
    for (let busy = this.exchanging; busy; busy = this.exchanging) await busy;
    if (this.isClosed) throw new ServerError(11600, "the store is shutting down");
    const { store } = this;
    try {
      return await store.childTransaction(() => this.attempt(work));
    } catch (error) {
      const cause = await causeOf(error);
      // Opened anew after another's commit had failed: this work has not been done at all.
      const isClosed = this.swap !== undefined || store !== this.store;
      if (cause === error && isClosed && !(error instanceof ServerError)) return this.write(work);
      if (cause !== error) {
        await this.reopen();
        this.catalog = this.readCatalog();
      }
      throw cause;
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
    while (this.swap) await this.swap.catch(() => undefined);
  }

  /**
   * What is being exchanged, if anything; whoever asked for it hears whether it failed. It is waited for in a loop that
   * goes on in the very turn in which it found nothing: what begins then is seen by an exchange that begins afterwards.
   */
  private get exchanging(): Promise<void> | undefined {
    return (this.exchange ?? this.swap)?.catch(() => undefined);
  }

  /** Bytes on disk. */
  bytes(): number {
    return statSync(join(this.folder, "data.mdb")).size;
  }

  /**
   * Rewrites the file without what was deleted, and overwrites the old one; gives the bytes that were freed.
   */
  async compact(): Promise<number> {
    for (let busy = this.exchanging; busy; busy = this.exchanging) await busy;
    const before = this.bytes();
    const over = () => (this.exchange = undefined);
    this.exchange = this.exchangeFile().finally(over);
    await this.exchange;
    return Math.max(0, before - this.bytes());
  }

  private async exchangeFile(): Promise<void> {
    // Behind every write that has begun.
    await this.store.transaction(() => undefined);
    await this.copyTo(prepareSwap(this.folder));
    await this.betweenFiles(() => swapIn(this.folder));
  }

  /** Entry by entry: LMDB's own compacting copies whole pages, and in them the remains of what was deleted. */
  private async copyTo(folder: string): Promise<void> {
    checkRoom(folder);
    const fresh = openStore(folder);
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

  /**
   * LMDB refuses everything after it could not write the page that makes a commit valid, until it is opened anew. On a
   * full disk, where that page is there already, it goes on; opening it would need room.
   */
  private async reopen(): Promise<void> {
    const { bavail, bsize } = statfsSync(this.folder);
    if (this.isClosed || bavail * bsize < FIRST_BYTES) return;
    this.reopening ??= this.betweenFiles(() => {}).finally(() => (this.reopening = undefined));
    await this.reopening;
  }

  /** Closes the file, does something with it and opens it again; meanwhile nothing is read. */
  private async betweenFiles(work: () => void): Promise<void> {
    const swapped = async () => {
      await this.withoutReaders(false);
      await this.store.close();
      try {
        work();
      } finally {
        this.store = openStore(this.folder);
      }
    };
    this.swap = swapped().finally(() => (this.swap = undefined));
    await this.swap;
  }

  /** A file is never closed under a reader. */
  private async withoutReaders(isEnding: boolean): Promise<void> {
    for (this.settleReaders(isEnding); this.readers > 0; this.settleReaders(isEnding)) await wait(2);
  }

  /** What still runs is refused or ends; then the file is closed. */
  async close(): Promise<void> {
    for (let busy = this.exchanging; busy; busy = this.exchanging) await busy;
    this.isClosed = true;
    await this.withoutReaders(true);
    await this.store.flushed;
    await this.store.close();
  }

  async destroy(): Promise<void> {
    await this.close();
    const gone = `${this.folder}${GONE}`;
    renameSync(this.folder, gone);
    rmSync(gone, { recursive: true, force: true });
  }
}
