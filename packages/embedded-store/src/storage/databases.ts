/** All databases of a store folder: one LMDB environment each, opened when first asked for. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ServerError } from "../server-error";
import { Collection, WritableCollection } from "./collection";
import { bringUp } from "./bring-up";
import { DatabaseFile } from "./database-file";
import { isDropped, isUnfinished, makeDatabase } from "./lmdb-file";
import type { Snapshot } from "./snapshot";
import { eraseFolder } from "./swap-file";

const NAME = /^[A-Za-z0-9_-]{1,63}$/;
const LONGEST_NAMESPACE = 255;

/** Throws `ServerError` 73. */
export function checkCollectionName(database: string, name: unknown): string {
  if (typeof name !== "string" || name === "")
    throw new ServerError(73, `collection name has invalid type or is empty: '${String(name)}'`);
  if (name.includes("$") || name.includes("\0") || name.startsWith(".") || name.endsWith("."))
    throw new ServerError(73, `Invalid collection name: '${name}'`);
  if (Buffer.byteLength(`${database}.${name}`) > LONGEST_NAMESPACE)
    throw new ServerError(73, `Fully qualified namespace is too long. Max: ${LONGEST_NAMESPACE}`);
  return name;
}

export class Databases {
  private readonly opened = new Map<string, DatabaseFile>();
  private making: Promise<void> | undefined;
  private readonly dropping = new Map<string, Promise<unknown>>();
  /** Of what was dropped. */
  private readonly erasing = new Set<Promise<void>>();
  private isClosed = false;

  constructor(
    private readonly folder: string,
    /** Lets go of snapshots of a database that nobody is reading from at the moment. */
    private readonly settleReaders: (database: string, isEnding: boolean) => void,
  ) {}

  private path(name: string): string {
    if (!NAME.test(name)) throw new ServerError(73, `Invalid database name: '${name}'`);
    return join(this.folder, `db-${name}`);
  }

  /** Undefined when there is no such database. */
  find(name: string): DatabaseFile | undefined {
    if (this.isClosed) throw new ServerError(11600, "the store is shutting down");
    if (this.dropping.has(name)) return undefined;
    const known = this.opened.get(name);
    if (known || !existsSync(this.path(name))) return known;
    const file = new DatabaseFile(this.path(name), (isEnding) => this.settleReaders(name, isEnding));
    this.opened.set(name, file);
    return file;
  }

  /** Makes the database when it is not there; only one at a time is made. */
  async open(name: string): Promise<DatabaseFile> {
    while (!this.find(name)) {
      await this.dropping.get(name);
      if (this.find(name)) break;
      this.making ??= makeDatabase(this.path(name)).finally(() => (this.making = undefined));
      await this.making;
    }
    return this.find(name) ?? this.open(name);
  }

  /** Resolves when what is being rewritten of this database is done. */
  async ready(name: string): Promise<void> {
    await this.opened.get(name)?.ready();
  }

  has(database: string, name: string): boolean {
    return this.find(database)?.collections.some((one) => one.name === name) === true;
  }

  /** A collection to read, or undefined; whoever asks calls `view.done()`. */
  read(database: string, name: string): Collection | undefined {
    const file = this.find(database);
    const view = file?.snapshot();
    const spec = view && file?.collectionsIn(view).find((one) => one.name === name);
    if (view && spec) return new Collection(view, spec, `${database}.${name}`);
    view?.done();
    return undefined;
  }

  /** A collection to change, in a transaction of its own, made when it is not there. */
  async write<T>(database: string, name: string, work: (collection: WritableCollection) => T): Promise<T> {
    checkCollectionName(database, name);
    const file = await this.open(database);
    return file.write((view) => work(this.ensureCollection(file, view, database, name)));
  }

  /** The same, but nothing is made when there is no such collection. */
  async change<T>(database: string, name: string, work: (collection?: WritableCollection) => T): Promise<T> {
    const file = this.find(database);
    if (!file) return work();
    return file.write((view) => {
      const spec = file.findCollection(name);
      return work(spec && new WritableCollection(file, view, spec, `${database}.${name}`));
    });
  }

  private ensureCollection(file: DatabaseFile, view: Snapshot, database: string, name: string): WritableCollection {
    const found = file.findCollection(name);
    const spec = found ?? { id: file.takeId(), name, indexes: [], isShortened: false };
    if (!found) file.saveCollection(spec);
    return new WritableCollection(file, view, spec, `${database}.${name}`);
  }

  private folders(): string[] {
    return readdirSync(this.folder)
      .filter((name) => name.startsWith("db-") && !isUnfinished(name))
      .map((name) => name.slice(3));
  }

  /** Opens what there is, and brings up what an older version wrote; throws when it is damaged, or of a newer one. */
  async openAll(): Promise<void> {
    for (const name of readdirSync(this.folder).filter(isUnfinished)) {
      const folder = join(this.folder, name);
      // Should it fail, the next opening tries again.
      if (isDropped(name)) void this.erase(folder).catch(() => undefined);
      else rmSync(folder, { recursive: true, force: true });
    }
    for (const name of this.folders()) {
      await bringUp(this.path(name));
      this.find(name);
    }
  }

  /** Databases that hold a collection. */
  names(): string[] {
    return this.folders()
      .filter((name) => (this.find(name)?.collections.length ?? 0) > 0)
      .sort();
  }

  async compact(name: string): Promise<number> {
    return (await this.find(name)?.compact()) ?? 0;
  }

  /** Resolves when nothing of it is left on the disk; its name is free before. */
  async drop(name: string): Promise<void> {
    const file = this.find(name);
    if (!file) return void (await this.dropping.get(name));
    const dropped = file.destroy().finally(() => {
      this.opened.delete(name);
      this.dropping.delete(name);
    });
    this.dropping.set(name, dropped);
    await this.erase(await dropped);
  }

  private erase(folder: string): Promise<void> {
    const erased = eraseFolder(folder, () => this.isClosed).finally(() => this.erasing.delete(erased));
    this.erasing.add(erased);
    return erased;
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.dropping.values(), this.making]);
    this.isClosed = true;
    await Promise.allSettled(this.erasing);
    for (const file of this.opened.values()) await file.close();
  }
}
