/** Records of one collection with its indexes: every write keeps both in step, inside one LMDB transaction. */
import type { Document } from "bson";
import { ServerError } from "../server-error";
import type { CollectionSpec, IndexSpec } from "./catalog";
import { keyPattern } from "./catalog";
import type { DatabaseFile } from "./database-file";
import { checkSize, decode } from "./document";
import type { Entries } from "./index-entries";
import { indexEntries } from "./index-entries";
import { EMPTY_ARRAY, encodeValue, recordKey } from "./key-encoding";
import type { Bounds, Snapshot } from "./snapshot";
import { EVERYTHING } from "./snapshot";

export interface StoredRecord {
  readonly key: Buffer;
  readonly bytes: Buffer;
}

/** What stands under an entry of an index: one record if it is unique, else the record's key makes it so. */
const entryKey = (index: IndexSpec, entry: Buffer, record: Buffer): Buffer =>
  index.isUnique ? entry : Buffer.concat([entry, record]);

/** Reading a collection in a snapshot. */
export class Collection {
  constructor(
    readonly view: Snapshot,
    protected readonly opened: CollectionSpec,
    readonly namespace: string,
  ) {}

  get spec(): CollectionSpec {
    return this.opened;
  }

  find(key: Buffer): Buffer | undefined {
    return this.view.get(this.spec.id, key);
  }

  *records(bounds: Bounds = EVERYTHING): Generator<StoredRecord> {
    for (const { key, value } of this.view.range(this.spec.id, bounds)) yield { key, bytes: value };
  }

  /** The keys of records whose entries lie within the bounds; one that has several comes several times. */
  *recordKeys(index: IndexSpec, bounds: Bounds): Generator<Buffer> {
    for (const { value } of this.view.range(index.id, bounds)) yield value;
  }

  count(): number {
    return this.view.count(this.spec.id);
  }
}

const CHUNK = 1000;

/** Where the records after these begin. */
const beyond = (chunk: readonly StoredRecord[]): Buffer =>
  Buffer.concat([chunk.at(-1)?.key ?? Buffer.alloc(0), Buffer.alloc(1)]);

type Changes = readonly { readonly index: IndexSpec; readonly entries: Entries }[];

/** Changing a collection, inside `DatabaseFile.write`. What is refused is refused before anything is written. */
export class WritableCollection extends Collection {
  constructor(
    private readonly file: DatabaseFile,
    view: Snapshot,
    spec: CollectionSpec,
    namespace: string,
  ) {
    super(view, spec, namespace);
  }

  /** Throws `ServerError` 11000 (with the index), 10334, 171. */
  insert(document: Document, bytes: Buffer): void {
    const key = recordKey(document["_id"]);
    checkSize(bytes);
    if (this.find(key)) throw this.duplicate("_id_", [["_id", 1]], [document["_id"]]);
    const changes = this.entriesOf(document);
    this.checkUnique(changes, key);
    this.markShortened(key.length < encodeValue(document["_id"]).length);
    this.put(key, bytes, changes);
  }

  replace(record: StoredRecord, before: Document, after: Document, bytes: Buffer): void {
    checkSize(bytes);
    const changes = this.entriesOf(after);
    this.checkUnique(changes, record.key);
    this.removeEntries(record.key, before);
    this.put(record.key, bytes, changes);
  }

  remove(key: Buffer, document: Document): void {
    this.removeEntries(key, document);
    this.file.remove(this.spec.id, key);
  }

  /** Adds an index with its entries; throws 11000 when it is unique and the records are not. */
  addIndex(index: IndexSpec): void {
    this.file.saveCollection({ ...this.spec, indexes: [...this.spec.indexes, index] });
    for (let chunk = this.chunkFrom(Buffer.alloc(0)); chunk.length > 0; chunk = this.chunkFrom(beyond(chunk))) {
      for (const { key, bytes } of chunk) {
        const document = decode(bytes);
        const changes = [{ index, entries: indexEntries(index.key, document) }];
        this.checkUnique(changes, key);
        this.putEntries(key, changes);
      }
    }
  }

  /** Some records; nothing is written while they are read. */
  private chunkFrom(from: Buffer): StoredRecord[] {
    const chunk: StoredRecord[] = [];
    for (const record of this.records({ from })) {
      chunk.push(record);
      if (chunk.length === CHUNK) break;
    }
    return chunk;
  }

  dropIndexes(indexes: readonly IndexSpec[]): void {
    for (const index of indexes) this.file.clear(index.id);
    const left = this.spec.indexes.filter(({ id }) => !indexes.some((index) => index.id === id));
    this.file.saveCollection({ ...this.spec, indexes: left });
  }

  drop(): void {
    for (const { id } of [this.spec, ...this.spec.indexes]) this.file.clear(id);
    this.file.forgetCollection(this.spec.id);
  }

  /** As this very write has left it. */
  override get spec(): CollectionSpec {
    return this.file.findCollection(this.opened.name) ?? this.opened;
  }

  /** A fresh number for an index. */
  takeId(): number {
    return this.file.takeId();
  }

  private entriesOf(document: Document): Changes {
    return this.spec.indexes.map((index) => ({ index, entries: indexEntries(index.key, document) }));
  }

  private put(key: Buffer, bytes: Buffer, changes: Changes): void {
    this.file.put(this.spec.id, key, bytes);
    this.putEntries(key, changes);
  }

  private putEntries(key: Buffer, changes: Changes): void {
    for (const { index, entries } of changes) {
      if ((entries.isMultikey && !index.isMultikey) || (entries.isShortened && !index.isShortened))
        this.markIndex(index, entries);
      for (const entry of entries.keys) this.file.put(index.id, entryKey(index, entry, key), key);
    }
  }

  private removeEntries(key: Buffer, document: Document): void {
    for (const { index, entries } of this.entriesOf(document))
      for (const entry of entries.keys) this.file.remove(index.id, entryKey(index, entry, key));
  }

  private markIndex({ id }: IndexSpec, { isMultikey, isShortened }: Entries): void {
    const mark = (index: IndexSpec): IndexSpec => ({
      ...index,
      isMultikey: index.isMultikey || isMultikey,
      isShortened: index.isShortened || isShortened,
    });
    const indexes = this.spec.indexes.map((index) => (index.id === id ? mark(index) : index));
    this.file.saveCollection({ ...this.spec, indexes });
  }

  private markShortened(isShortened: boolean): void {
    if (isShortened && !this.spec.isShortened) this.file.saveCollection({ ...this.spec, isShortened });
  }

  private checkUnique(changes: Changes, ownKey: Buffer): void {
    for (const { index, entries } of changes) {
      if (!index.isUnique) continue;
      for (const [at, entry] of entries.keys.entries()) {
        const holder = this.view.get(index.id, entry);
        if (holder && !holder.equals(ownKey)) throw this.duplicate(index.name, index.key, entries.values[at] ?? []);
      }
    }
  }

  private duplicate(name: string, key: IndexSpec["key"], values: readonly unknown[]): ServerError {
    const shown = (value: unknown) => (value === EMPTY_ARRAY ? undefined : (value ?? null));
    const keyValue = Object.fromEntries(key.map(([path], at) => [path, shown(values[at])]));
    const text = Object.entries(keyValue)
      .map(([path, value]) => `${path}: ${typeof value === "string" ? `"${value}"` : String(value)}`)
      .join(", ");
    return new ServerError(
      11000,
      `E11000 duplicate key error collection: ${this.namespace} index: ${name} dup key: { ${text} }`,
      { keyPattern: keyPattern({ key }), keyValue },
    );
  }
}
