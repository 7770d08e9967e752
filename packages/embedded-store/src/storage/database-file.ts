/** One database in one LMDB environment, a folder of its own: catalog, records and index entries. */
import { renameSync, statSync, statfsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { ServerError } from "../server-error";
import { CATALOG_KEY, EMPTY_CATALOG, FORMAT, catalogBytes, readCatalog } from "./catalog";
import type { CatalogState, CollectionSpec } from "./catalog";
import { checkFile } from "./check-file";
import { damaged, withSum } from "./checksum";
import { after } from "./key-encoding";
import { FIRST_BYTES, GONE, causeOf, openStore } from "./lmdb-file";
import type { Store } from "./lmdb-file";
import { Rewrite } from "./rewrite";
import { Snapshot, prefix } from "./snapshot";
import type { Entry } from "./snapshot";
import { current, discardSwap, eraseOld, prepareSwap, recoverSwap, swapIn } from "./swap-file";

/** With so few left to copy again, writes wait for them. */
const FEW_TOUCHED = 100;
const MOST_TIMES_AGAIN = 20;

export class DatabaseFile {
  private catalog: CatalogState;
  /** The committed catalog that was read last. */
  private seen: { readonly bytes: Buffer; readonly collections: readonly CollectionSpec[] } | undefined;
  private store: Store;
  /** A rewritten copy that is being made: told of every key that is written. */
  private rewrite: Rewrite | undefined;
  private compacting: Promise<void>;
  /** While the copy is made whole nothing is written … */
  private exchange: Promise<void> | undefined;
  /** … and while it takes the file's place nothing is read. */
  private swap: Promise<void> | undefined;
  private reopening: Promise<void> | undefined;
  private readers = 0;
  private isClosed = false;

  constructor(
    private readonly folder: string,
    /** Lets go of snapshots that nobody is reading from at the moment; of all cursors when the file `isEnding`. */
    private readonly settleReaders: (isEnding: boolean) => void,
  ) {
    recoverSwap(folder);
    checkFile(current(folder));
    this.store = openStore(folder);
    this.catalog = this.readCatalog();
    // Should it fail, the next opening tries again.
    this.compacting = eraseOld(folder, () => this.isClosed).catch(() => undefined);
  }

  private readCatalog(): CatalogState {
    const bytes = this.store.get(CATALOG_KEY);
    if (!bytes) return EMPTY_CATALOG;
    const record = readCatalog(bytes);
    if (!record) throw new Error(`The data in ${this.folder} are damaged: the catalog. Restore a backup.`);
    if (record.format === FORMAT) return record;
    throw new Error(`The data in ${this.folder} were written by another version; use that version.`);
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
    if (this.seen?.bytes.equals(bytes)) return this.seen.collections;
    const record = readCatalog(bytes);
    if (!record) throw damaged("the catalog");
    this.seen = { bytes, collections: record.collections };
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
    this.rewrite?.touch(CATALOG_KEY);
    this.store.put(CATALOG_KEY, catalogBytes(state));
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
    const longKey = Buffer.concat([prefix(id), key]);
    this.rewrite?.touch(longKey);
    this.store.put(longKey, withSum(longKey, value));
  }

  /** Only inside `write`. */
  remove(id: number, key: Buffer): void {
    this.removeEntry(Buffer.concat([prefix(id), key]));
  }

  /** Only inside `write`. */
  clear(id: number): void {
    const range = { start: prefix(id), end: after(prefix(id)) };
    for (const key of [...this.store.getKeys(range)]) this.removeEntry(key);
  }

  private removeEntry(longKey: Buffer): void {
    this.rewrite?.touch(longKey);
    this.store.remove(longKey);
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
    return statSync(current(this.folder)).size;
  }

  /** Rewrites the file without what was deleted and erases the old one, while others write; gives the bytes freed. */
  async compact(): Promise<number> {
    let before = 0;
    const mine = this.compacting.then(async () => {
      before = this.bytes();
      await this.rewriteFile();
    });
    this.compacting = mine.catch(() => undefined);
    await mine;
    return Math.max(0, before - this.bytes());
  }

  private async rewriteFile(): Promise<void> {
    // What an exchange before has left, should erasing it have failed.
    await eraseOld(this.folder, () => this.isClosed);
    const rewrite = new Rewrite(prepareSwap(this.folder), {
      entriesFrom: (...limits) => this.entriesFrom(...limits),
      get: (key) => this.store.get(key),
      committed: () => this.committed(),
    });
    this.rewrite = rewrite;
    try {
      await rewrite.copyAll();
      for (let times = 0; rewrite.touchedCount > FEW_TOUCHED && times < MOST_TIMES_AGAIN; times += 1)
        await rewrite.copyTouched();
      this.exchange = this.exchangeFor(rewrite).finally(() => (this.exchange = undefined));
      await this.exchange;
    } finally {
      this.rewrite = undefined;
      await rewrite.close();
      discardSwap(this.folder);
    }
    await eraseOld(this.folder, () => this.isClosed);
  }

  private async exchangeFor(rewrite: Rewrite): Promise<void> {
    // Writes that had begun, but touched nothing yet.
    await this.committed();
    await rewrite.copyTouched();
    await rewrite.close();
    await this.betweenFiles(() => swapIn(this.folder));
  }

  /** Behind every write that has begun. */
  private async committed(): Promise<void> {
    if (this.isClosed) throw new ServerError(11600, "the store is shutting down");
    await this.store.transaction(() => undefined);
  }

  private entriesFrom(start: Buffer, most: number, mostBytes: number): Entry[] {
    if (this.isClosed) throw new ServerError(11600, "the store is shutting down");
    const entries: Entry[] = [];
    let bytes = 0;
    for (const { key, value } of this.store.getRange({ start })) {
      entries.push({ key: Buffer.from(key), value: Buffer.from(value) });
      bytes += value.length;
      if (bytes > mostBytes || entries.length >= most) break;
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
    await this.compacting;
    await this.withoutReaders(true);
    await this.store.flushed;
    await this.store.close();
  }

  /** Closes the file and takes its name away; resolves with the folder that is left to erase. */
  async destroy(): Promise<string> {
    await this.close();
    const gone = `${this.folder}.${Date.now()}${GONE}`;
    renameSync(this.folder, gone);
    return gone;
  }
}
