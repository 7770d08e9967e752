/** Results not yet fetched, by cursor; forgotten after ten idle minutes. */
import { Long } from "bson";
import type { Document } from "bson";
import { ServerError } from "./server-error";

const IDLE_MS = 10 * 60_000;
const FIRST_BATCH = 101;
/** Room for the envelope within a message. */
const BATCH_BYTES = 8 * 1024 * 1024;

interface Open {
  readonly namespace: string;
  readonly rest: Document[];
  usedAt: number;
}

export class Cursors {
  private readonly open = new Map<string, Open>();
  private lastId = 0n;
  /** Bytes of a result, so that batches stay below a message's size; set by whoever makes results. */
  private readonly sizeOf: (document: Document) => number;

  constructor(sizeOf: (document: Document) => number) {
    this.sizeOf = sizeOf;
  }

  private cut(rest: Document[], most: number): Document[] {
    let bytes = 0;
    let count = 0;
    while (count < rest.length && count < most) {
      bytes += this.sizeOf(rest[count] ?? {});
      if (count > 0 && bytes > BATCH_BYTES) break;
      count += 1;
    }
    return rest.splice(0, count);
  }

  /** The reply of a command that opens a cursor. `batchSize` 0 fetches nothing yet. */
  first(namespace: string, results: Document[], batchSize?: number, isSingleBatch = false): Document {
    this.forgetIdle();
    const rest = [...results];
    const firstBatch = this.cut(rest, batchSize ?? FIRST_BATCH);
    if (rest.length === 0 || isSingleBatch) return { cursor: { firstBatch, id: Long.ZERO, ns: namespace }, ok: 1 };
    this.lastId += 1n;
    this.open.set(this.lastId.toString(), { namespace, rest, usedAt: Date.now() });
    return { cursor: { firstBatch, id: Long.fromBigInt(this.lastId), ns: namespace }, ok: 1 };
  }

  next(id: string, namespace: string, batchSize?: number): Document {
    const open = this.open.get(id);
    if (!open || open.namespace !== namespace) throw new ServerError(43, `cursor id ${id} not found`);
    open.usedAt = Date.now();
    const nextBatch = this.cut(open.rest, batchSize || Infinity);
    if (open.rest.length === 0) this.open.delete(id);
    return {
      cursor: { nextBatch, id: open.rest.length === 0 ? Long.ZERO : Long.fromString(id), ns: namespace },
      ok: 1,
    };
  }

  kill(id: string): boolean {
    return this.open.delete(id);
  }

  private forgetIdle(): void {
    for (const [id, { usedAt }] of this.open) if (Date.now() - usedAt > IDLE_MS) this.open.delete(id);
  }
}
