/** One database in one LMDB environment, a folder of its own: catalog, records and index entries. */
import { mkdirSync, renameSync, rmSync, statSync, statfsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { open } from "lmdb";
import type { RootDatabase } from "lmdb";
import { ServerError } from "../server-error";
import { after } from "./key-encoding";
import { Snapshot, prefix } from "./snapshot";
import type { Entry } from "./snapshot";
import { checkFile } from "./check-file";
import { finishSwap, prepareSwap, swapIn, sync } from "./swap-file";
import type { CatalogState, CollectionSpec } from "./catalog";
import { EMPTY_CATALOG } from "./catalog";

/** 2: exact numbers and directions in keys; a name for what shortening and arrays make of an index. */
const FORMAT = 2;
const CATALOG_KEY = Buffer.from([0]);
/** What the name of a folder ends with whose database is being made. */
export const MAKING = ".new";
const FIRST_BYTES = 256 * 1024;
const COPIED_AT_ONCE = 5000;
const COPIED_AT_ONCE_BYTES = 8 * 1024 * 1024;

export type Store = RootDatabase<Buffer, Buffer>;

interface CatalogRecord extends CatalogState {
  readonly format: number;
}

function openStore(folder: string): Store {
  return open<Buffer, Buffer>({
    path: folder,
    noSubdir: false,
    keyEncoding: "binary",
    encoding: "binary",
    // Acknowledged means on disk: a commit returns after its sync, and many writers share one.
    overlappingSync: false,
    // A batch has a promise of its own, which nobody can hear when its commit fails.
    eventTurnBatching: false,
  });
}

/** LMDB ends the process when it finds no room for the first pages of a file: throws before it does. */
function checkRoom(folder: string): void {
  const file = join(folder, "room");
  try {
    writeFileSync(file, Buffer.alloc(FIRST_BYTES), { flush: true });
  } finally {
    rmSync(file, { force: true });
  }
}

/** An empty database, in a folder that is there only when all of it is. */
export async function makeDatabase(folder: string): Promise<void> {
  const making = `${folder}${MAKING}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  checkRoom(making);
  const store = openStore(making);
  const catalog = Buffer.from(JSON.stringify({ ...EMPTY_CATALOG, format: FORMAT }));
  try {
    await store.transaction(() => void store.put(CATALOG_KEY, catalog));
  } catch (error) {
    throw await causeOf(error);
  } finally {
    await store.close();
  }
  sync(making);
  renameSync(making, folder);
  sync(dirname(folder));
}

/** Why a commit failed: LMDB tells it by a promise of its own, which would end the process if nobody heard it. */
async function causeOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !("commitError" in error)) return error;
  return Promise.resolve(error.commitError).then(
    () => error,
    (cause: unknown) => cause,
  );
}

export class DatabaseFile {
  private catalog: CatalogState;
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
    while (this.exchange || this.swap) await (this.exchange ?? this.swap);
    if (this.isClosed) throw new ServerError(11600, "the store is shutting down");
    try {
      return await this.store.childTransaction(() => this.attempt(work));
    } catch (error) {
      const cause = await causeOf(error);
      if (cause !== error) await this.reopen();
      this.catalog = this.readCatalog();
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
    while (this.swap) await this.swap;
  }

  /** Bytes on disk. */
  bytes(): number {
    return statSync(join(this.folder, "data.mdb")).size;
  }

  /**
   * Rewrites the file without what was deleted, and overwrites the old one; gives the bytes that were freed.
   */
  async compact(): Promise<number> {
    while (this.exchange) await this.exchange;
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
    while (this.exchange) await this.exchange;
    this.isClosed = true;
    await this.withoutReaders(true);
    await this.store.flushed;
    await this.store.close();
  }

  async destroy(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
