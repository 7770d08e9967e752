/** All databases of a store folder: one LMDB environment each, opened when first asked for. */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ServerError } from "../server-error";
import { Collection, WritableCollection } from "./collection";
import { DatabaseFile } from "./database-file";
import type { Snapshot } from "./snapshot";

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

  constructor(
    private readonly folder: string,
    private readonly maxTotalBytes: number | undefined,
    /** Lets go of snapshots of a database that nobody is reading from at the moment. */
    private readonly settleReaders: (database: string, isEnding: boolean) => void,
  ) {}

  private path(name: string): string {
    if (!NAME.test(name)) throw new ServerError(73, `Invalid database name: '${name}'`);
    return join(this.folder, `db-${name}`);
  }

  /** Undefined when there is no such database. */
  find(name: string): DatabaseFile | undefined {
    const known = this.opened.get(name);
    return known ?? (existsSync(this.path(name)) ? this.open(name) : undefined);
  }

  /** Makes the database when it is not there. */
  open(name: string): DatabaseFile {
    const known = this.opened.get(name);
    if (known) return known;
    const path = this.path(name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const file = new DatabaseFile(path, this.maxTotalBytes);
    this.opened.set(name, file);
    return file;
  }

  /** Resolves when what is being rewritten of this database is done. */
  async ready(name: string): Promise<void> {
    await this.opened.get(name)?.ready();
  }

  /** A collection to read, or undefined; whoever asks calls `view.done()`. */
  read(database: string, name: string): Collection | undefined {
    const file = this.find(database);
    const spec = file?.findCollection(name);
    return file && spec && new Collection(file.snapshot(), spec, `${database}.${name}`);
  }

  /** A collection to change, in a transaction of its own, made when it is not there. */
  write<T>(database: string, name: string, work: (collection: WritableCollection) => T): Promise<T> {
    checkCollectionName(database, name);
    const file = this.open(database);
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
      .filter((name) => name.startsWith("db-"))
      .map((name) => name.slice(3));
  }

  /** Opens what there is; throws when a newer version wrote it. */
  checkFormats(): void {
    for (const name of this.folders()) this.find(name);
  }

  /** Databases that hold a collection. */
  names(): string[] {
    return this.folders()
      .filter((name) => (this.find(name)?.collections.length ?? 0) > 0)
      .sort();
  }

  async compact(name: string): Promise<number> {
    return (await this.find(name)?.compact(() => this.settleReaders(name, false))) ?? 0;
  }

  async drop(name: string): Promise<void> {
    const file = this.find(name);
    this.opened.delete(name);
    await file?.destroy(() => this.settleReaders(name, true));
  }

  async close(): Promise<void> {
    for (const [name, file] of this.opened) await file.close(() => this.settleReaders(name, true));
    this.opened.clear();
  }
}
