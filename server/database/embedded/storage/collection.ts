/** Records of one collection with its indexes: every write keeps both in step, inside one LMDB transaction. */
import { deserialize, serialize } from "bson";
import type { Document } from "bson";
import { ServerError } from "../server-error";
import type { CollectionSpec, IndexSpec } from "./catalog";
import type { DatabaseFile } from "./database-file";
import { indexedValues, valuesAt } from "./document-path";
import { encodeKey } from "./key-encoding";

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Keeps Int32, Long and Double apart, so that what is written back has the types it had. */
export const TYPED = { promoteValues: false, promoteLongs: false, bsonRegExp: true } as const;

export interface StoredRecord {
  readonly key: Buffer;
  readonly bytes: Buffer;
}

function combinations(lists: readonly (readonly Buffer[])[]): Buffer[] {
  return lists.reduce<Buffer[]>(
    (heads, tails) => heads.flatMap((head) => tails.map((tail) => Buffer.concat([head, tail]))),
    [Buffer.alloc(0)],
  );
}

/** The encoded keys a document has in an index, without its record's key. */
export function entryKeys(index: IndexSpec, document: Document): Buffer[] {
  const perField = Object.keys(index.key).map((path) => indexedValues(document, path).map(encodeKey));
  const unique = new Map(combinations(perField).map((key) => [key.toString("latin1"), key]));
  return [...unique.values()];
}

function toBytes(document: Document): Buffer {
  const bytes = Buffer.from(serialize(document));
  if (bytes.length <= MAX_DOCUMENT_BYTES) return bytes;
  throw new ServerError(
    10334,
    `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT_BYTES}`,
  );
}

export class Collection {
  constructor(
    private readonly file: DatabaseFile,
    readonly spec: CollectionSpec,
    private readonly namespace: string,
  ) {}

  find(key: Buffer): Buffer | undefined {
    return this.file.get(this.spec.id, key);
  }

  *all(): Generator<StoredRecord> {
    for (const { key, value } of this.file.range(this.spec.id)) yield { key, bytes: value };
  }

  /** Records whose entries in `index` lie from `from` until `to`; each record once. */
  *byIndex(index: IndexSpec, from: Buffer, to: Buffer | undefined): Generator<StoredRecord> {
    const seen = new Set<string>();
    for (const { value } of this.file.range(index.id, from, to)) {
      const name = value.toString("latin1");
      if (seen.has(name)) continue;
      seen.add(name);
      const bytes = this.find(value);
      if (bytes) yield { key: Buffer.from(value), bytes };
    }
  }

  /** Throws `ServerError` 11000 (with the index) or 10334 before anything is written. */
  insert(document: Document): void {
    const key = encodeKey(document["_id"]);
    if (this.find(key)) throw this.duplicate("_id_", { _id: 1 }, document);
    this.checkUnique(document, key);
    this.put(key, document, toBytes(document));
  }

  replace(record: StoredRecord, before: Document, after: Document): void {
    const bytes = toBytes(after);
    this.checkUnique(after, record.key);
    this.removeEntries(record.key, before);
    this.put(record.key, after, bytes);
  }

  remove(record: StoredRecord): void {
    this.removeEntries(record.key, deserialize(record.bytes, TYPED));
    this.file.remove(this.spec.id, record.key);
  }

  /** Fills a new index; throws 11000 when it is unique and the records are not. */
  build(index: IndexSpec): void {
    const seen = new Set<string>();
    const entries: [Buffer, Buffer][] = [];
    for (const { key, bytes } of this.all()) {
      const document = deserialize(bytes, TYPED);
      for (const entry of entryKeys(index, document)) {
        const name = entry.toString("latin1");
        if (index.isUnique && seen.has(name)) throw this.duplicate(index.name, index.key, document);
        seen.add(name);
        entries.push([Buffer.concat([entry, key]), Buffer.from(key)]);
      }
    }
    for (const [key, value] of entries) this.file.put(index.id, key, value);
  }

  private put(key: Buffer, document: Document, bytes: Buffer): void {
    this.file.put(this.spec.id, key, bytes);
    for (const index of this.spec.indexes) {
      for (const entry of entryKeys(index, document)) this.file.put(index.id, Buffer.concat([entry, key]), key);
    }
  }

  private removeEntries(key: Buffer, document: Document): void {
    for (const index of this.spec.indexes) {
      for (const entry of entryKeys(index, document)) this.file.remove(index.id, Buffer.concat([entry, key]));
    }
  }

  private checkUnique(document: Document, ownKey: Buffer): void {
    for (const index of this.spec.indexes) {
      if (!index.isUnique) continue;
      for (const entry of entryKeys(index, document)) {
        for (const { value } of this.file.range(index.id, entry, after(entry))) {
          if (!value.equals(ownKey)) throw this.duplicate(index.name, index.key, document);
        }
      }
    }
  }

  private duplicate(name: string, keyPattern: Readonly<Record<string, number>>, document: Document): ServerError {
    const keyValue = Object.fromEntries(
      Object.keys(keyPattern).map((path) => [path, valuesAt(document, path)[0] ?? null]),
    );
    const shown = Object.entries(keyValue)
      .map(([path, value]) => `${path}: ${typeof value === "string" ? `"${value}"` : String(value)}`)
      .join(", ");
    return new ServerError(
      11000,
      `E11000 duplicate key error collection: ${this.namespace} index: ${name} dup key: { ${shown} }`,
      { keyPattern, keyValue },
    );
  }
}

/** The first key that does not begin with `prefix`. */
export function after(prefix: Buffer): Buffer {
  return Buffer.concat([prefix, Buffer.alloc(1, 0xff)]);
}
