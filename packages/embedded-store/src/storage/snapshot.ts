/** Reading one database, as it was at one moment or, inside a write, as that write has left it. */
import type { Transaction } from "lmdb";
import { CATALOG_KEY } from "./catalog";
import { damaged, withoutSum } from "./checksum";
import { after } from "./key-encoding";
import type { Store } from "./lmdb-file";

const PREFIX_BYTES = 5;

/** What the keys of a collection or an index begin with. */
export function prefix(id: number): Buffer {
  const bytes = Buffer.alloc(PREFIX_BYTES);
  bytes[0] = 1;
  bytes.writeUInt32BE(id, 1);
  return bytes;
}

export interface Bounds {
  readonly from: Buffer;
  /** Not included; absent for the end of the collection or index. */
  readonly to?: Buffer;
  readonly isReversed?: boolean;
}

export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** An entry as it lies there; without a value when it is not what was written. */
export interface FoundEntry {
  readonly key: Buffer;
  readonly value: Buffer | undefined;
}

export const EVERYTHING: Bounds = { from: Buffer.alloc(0) };

export class Snapshot {
  private isDone = false;

  constructor(
    private readonly store: Store,
    private readonly transaction?: Transaction,
    private readonly onDone: () => void = () => {},
  ) {}

  private get options(): { transaction?: Transaction } {
    return this.transaction ? { transaction: this.transaction } : {};
  }

  /** The catalog as it is stored. */
  catalog(): Buffer | undefined {
    return this.store.get(CATALOG_KEY, this.options);
  }

  /** Throws `ServerError` 22 when it is damaged. */
  get(id: number, key: Buffer): Buffer | undefined {
    const longKey = Buffer.concat([prefix(id), key]);
    const stored = this.store.get(longKey, this.options);
    return stored && whole(withoutSum(longKey, stored));
  }

  /** Whether something is there, damaged or not. */
  has(id: number, key: Buffer): boolean {
    return this.store.get(Buffer.concat([prefix(id), key]), this.options) !== undefined;
  }

  /** Throws `ServerError` 22 at what is damaged. */
  *range(id: number, bounds: Bounds): Generator<Entry> {
    for (const { key, value } of this.found(id, bounds)) yield { key, value: whole(value) };
  }

  /** The same, going on past what is damaged. */
  *found(id: number, { from, to, isReversed = false }: Bounds): Generator<FoundEntry> {
    const low = Buffer.concat([prefix(id), from]);
    const high = to ? Buffer.concat([prefix(id), to]) : after(prefix(id));
    const bounds = isReversed
      ? { start: high, exclusiveStart: true, end: low, inclusiveEnd: true, reverse: true }
      : { start: low, end: high };
    for (const { key, value } of this.store.getRange({ ...bounds, ...this.options }))
      yield { key: key.subarray(PREFIX_BYTES), value: withoutSum(key, value) };
  }

  /** How many records or entries there are. */
  count(id: number): number {
    return this.store.getKeysCount({ start: prefix(id), end: after(prefix(id)), ...this.options });
  }

  done(): void {
    if (this.isDone) return;
    this.isDone = true;
    this.transaction?.done();
    this.onDone();
  }
}

function whole(value: Buffer | undefined): Buffer {
  if (value) return value;
  throw damaged("an entry is not what was written");
}
