/** All databases of a store folder: one LMDB environment each, opened when first asked for. */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ServerError } from "../server-error";
import type { CollectionSpec } from "./catalog";
import { Collection } from "./collection";
import { DatabaseFile } from "./database-file";

const NAME = /^[A-Za-z0-9_-]{1,63}$/;

export class Databases {
  private readonly opened = new Map<string, DatabaseFile>();

  constructor(
    private readonly folder: string,
    private readonly maxTotalBytes?: number,
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

  findCollection(database: string, name: string): Collection | undefined {
    const file = this.find(database);
    const spec = file?.findCollection(name);
    return file && spec && new Collection(file, spec, `${database}.${name}`);
  }

  /** Only inside the database's `write`: the collection, made when it is not there. */
  ensureCollection(database: string, name: string): Collection {
    if (name === "" || name.includes("$") || name.includes("\0"))
      throw new ServerError(73, `Invalid collection name: '${name}'`);
    const file = this.open(database);
    let spec: CollectionSpec | undefined = file.findCollection(name);
    if (!spec) {
      spec = { id: file.takeId(), name, indexes: [] };
      file.saveCollection(spec);
    }
    return new Collection(file, spec, `${database}.${name}`);
  }

  names(): string[] {
    return existsSync(this.folder)
      ? readdirSync(this.folder)
          .filter((name) => name.startsWith("db-"))
          .map((name) => name.slice(3))
      : [];
  }

  async drop(name: string): Promise<void> {
    const file = this.find(name);
    this.opened.delete(name);
    await file?.destroy();
  }

  async close(): Promise<void> {
    for (const file of this.opened.values()) await file.close();
    this.opened.clear();
  }
}
