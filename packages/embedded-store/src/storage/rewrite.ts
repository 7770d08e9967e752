/**
 * A copy of a database's file, made entry by entry while others write: what they touch meanwhile is noted and copied
 * again. LMDB's own compacting copies whole pages, and in them the remains of what was deleted.
 */
import { setImmediate as turn } from "node:timers/promises";
import { causeOf, checkRoom, openStore } from "./lmdb-file";
import type { Store } from "./lmdb-file";
import type { Entry } from "./snapshot";
import { current, syncFile } from "./swap-file";

const COPIED_AT_ONCE = 500;
const COPIED_AT_ONCE_BYTES = 512 * 1024;

/** What is copied: entries as they are stored, as far as they are committed. Throws when the copying has to end. */
export interface Original {
  /** Some entries in their order; none at the end. */
  entriesFrom(start: Buffer, most: number, mostBytes: number): Entry[];
  get(key: Buffer): Buffer | undefined;
  /** Resolves when all that was written before is committed. */
  committed(): Promise<void>;
}

export class Rewrite {
  private readonly touched = new Map<string, Buffer>();
  private readonly copy: Store;
  private isClosed = false;

  constructor(
    private readonly folder: string,
    private readonly original: Original,
  ) {
    checkRoom(folder);
    this.copy = openStore(folder, { isPassing: true });
  }

  /** Whoever writes tells of every key. */
  touch(key: Buffer): void {
    this.touched.set(key.toString("latin1"), key);
  }

  get touchedCount(): number {
    return this.touched.size;
  }

  /** Each piece is read as it is at its time: there is no snapshot that would keep old pages. */
  async copyAll(): Promise<void> {
    await this.original.committed();
    let start: Buffer = Buffer.alloc(0);
    for (;;) {
      const entries = this.original.entriesFrom(start, COPIED_AT_ONCE, COPIED_AT_ONCE_BYTES);
      const last = entries.at(-1);
      if (!last) break;
      await this.put(entries);
      start = Buffer.concat([last.key, Buffer.alloc(1)]);
    }
    await this.sync();
  }

  /** What was touched until now, as it is now. */
  async copyTouched(): Promise<void> {
    const keys = [...this.touched.values()];
    this.touched.clear();
    await this.original.committed();
    for (let from = 0; from < keys.length; from += COPIED_AT_ONCE)
      await this.put(keys.slice(from, from + COPIED_AT_ONCE).map((key) => ({ key, value: this.original.get(key) })));
    await this.sync();
  }

  private async put(entries: readonly { readonly key: Buffer; readonly value: Buffer | undefined }[]): Promise<void> {
    const { copy } = this;
    const write = () => {
      for (const { key, value } of entries) {
        if (value) copy.put(key, value);
        else copy.remove(key);
      }
    };
    try {
      await copy.transaction(write);
    } catch (error) {
      throw await causeOf(error);
    }
    await turn();
  }

  private sync(): Promise<void> {
    return syncFile(current(this.folder));
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await this.copy.close();
  }
}
