/**
 * Results not yet fetched, by cursor: a stream over a snapshot, forgotten after ten idle minutes or with its session.
 * A stream yields documents as bytes, and undefined where it can pause.
 */
import { Double, Long } from "bson";
import type { Pace } from "./pace";
import { ServerError } from "./server-error";
import { innerOf } from "./storage/document";

const IDLE_MS = 10 * 60_000;
const FIRST_BATCH = 101;
/** A batch of a size that was asked for ends with the document that passes this; it still fits in a message. */
const MOST_BATCH_BYTES = 16 * 1024 * 1024;
/** One of no size in particular ends earlier, so that few bytes are held however much there is. */
const USUAL_BATCH_BYTES = 256 * 1024;
/** How much of a cursor is read ahead so that it needs no snapshot; one with more to give is ended. */
const MOST_AHEAD = 16 * 1024 * 1024;

/** One more ends another, idle one: LMDB has a place for each snapshot (`maxReaders`). */
const MOST_OPEN = 1000;

export interface Results {
  readonly database: string;
  readonly namespace: string;
  readonly session?: string;
  /** Who opened it: a client with too many loses its own. */
  readonly connectionId: number;
  readonly stream: Iterator<Buffer | undefined>;
  /** How many there can be at most. */
  readonly limit?: number;
  /** Lets the snapshot go. */
  done(): void;
}

interface Open extends Results {
  stream: Iterator<Buffer | undefined>;
  left: number;
  usedAt: number;
  isInUse: boolean;
  /** Needs its snapshot no more. */
  isSettled: boolean;
  isClosed: boolean;
}

const DOCUMENT = 3;
const LIST = 4;

/** A reply as bytes, in pieces that are put together once. */
export type Pieces = readonly Buffer[];

const lengthOf = (pieces: Pieces) => pieces.reduce((sum, { length }) => sum + length, 0);

/** A document around elements. */
function wrapped(elements: Pieces): Buffer[] {
  const head = Buffer.alloc(4);
  head.writeInt32LE(lengthOf(elements) + 5);
  return [head, ...elements, Buffer.of(0)];
}

const named = (type: number, name: string) => Buffer.from(`${String.fromCharCode(type)}${name}\0`, "latin1");

/** The reply that carries a batch: the documents go in as they are. */
function batchReply(name: "firstBatch" | "nextBatch", batch: readonly Buffer[], id: bigint, ns: string): Pieces {
  const list = wrapped(batch.flatMap((document, at) => [named(DOCUMENT, String(at)), document]));
  const cursor = wrapped([named(LIST, name), ...list, innerOf({ id: Long.fromBigInt(id), ns })]);
  return wrapped([named(DOCUMENT, "cursor"), ...cursor, innerOf({ ok: new Double(1) })]);
}

const opened = (results: Results, isInUse: boolean): Open => ({
  ...results,
  left: results.limit || Infinity,
  usedAt: Date.now(),
  isInUse,
  isSettled: false,
  isClosed: false,
});

/** Its snapshot, once. */
function letGo(cursor: Open): void {
  if (!cursor.isSettled) cursor.done();
  cursor.isSettled = true;
}

/** The stream first: it reads from the snapshot. */
function close(cursor: Open): void {
  cursor.isClosed = true;
  cursor.stream.return?.();
  letGo(cursor);
}

export interface FirstBatch {
  readonly batchSize?: number;
  readonly isSingle?: boolean;
  readonly pace: Pace;
}

export class Cursors {
  private readonly open = new Map<bigint, Open>();
  private lastId = 0n;

  /** The reply of a command that opens a cursor. `batchSize` 0 fetches nothing yet. */
  async first(results: Results, { batchSize, isSingle = false, pace }: FirstBatch): Promise<Pieces> {
    const cursor = opened(results, true);
    const bytes = batchSize === undefined && !isSingle ? USUAL_BATCH_BYTES : MOST_BATCH_BYTES;
    const [batch, isOver] = await this.fetch(cursor, { most: batchSize ?? FIRST_BATCH, bytes, pace });
    if (isOver || isSingle) {
      close(cursor);
      return batchReply("firstBatch", batch, 0n, results.namespace);
    }
    return batchReply("firstBatch", batch, this.add(cursor), results.namespace);
  }

  /** A cursor that nothing has been fetched from yet. */
  keep(results: Results): Long {
    return Long.fromBigInt(this.add(opened(results, false)));
  }

  private add(cursor: Open): bigint {
    if (this.open.size >= MOST_OPEN) this.endOne();
    this.lastId += 1n;
    this.open.set(this.lastId, cursor);
    return this.lastId;
  }

  /** Of the connection with most idle cursors, the one that has been idle longest. */
  private endOne(): void {
    const idle = [...this.open].filter(([, { isInUse }]) => !isInUse);
    const held = new Map<number, number>();
    for (const [, { connectionId }] of idle) held.set(connectionId, (held.get(connectionId) ?? 0) + 1);
    const most = Math.max(...held.values());
    const [first] = idle
      .filter(([, { connectionId }]) => held.get(connectionId) === most)
      .sort(([, one], [, other]) => one.usedAt - other.usedAt);
    if (first) this.end(...first);
  }

  async next(id: bigint, namespace: string, batchSize: number, pace: Pace): Promise<Pieces> {
    const cursor = this.open.get(id);
    if (!cursor) throw new ServerError(43, `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      throw new ServerError(13, `Requested getMore on namespace '${namespace}', but cursor belongs to another`);
    if (cursor.isInUse) throw new ServerError(12051, `cursor id ${id} is already in use`);
    cursor.isInUse = true;
    const bytes = batchSize > 0 ? MOST_BATCH_BYTES : USUAL_BATCH_BYTES;
    const [batch, isOver] = await this.fetch(cursor, { most: batchSize || Infinity, bytes, pace });
    if (isOver) this.end(id, cursor);
    return batchReply("nextBatch", batch, isOver ? 0n : id, namespace);
  }

  private async fetch(
    cursor: Open,
    { most, bytes, pace }: { most: number; bytes: number; pace: Pace },
  ): Promise<[Buffer[], boolean]> {
    const batch: Buffer[] = [];
    let length = 0;
    try {
      if (most === 0) return [batch, false];
      const isOver = await pace.each(cursor.stream, (document) => {
        batch.push(document);
        length += document.length;
        return batch.length >= Math.min(most, cursor.left) || length >= bytes;
      });
      if (cursor.isClosed) throw new ServerError(237, "operation was interrupted because its cursor was killed");
      cursor.left -= batch.length;
      return [batch, isOver || cursor.left === 0];
    } catch (error) {
      close(cursor);
      for (const [id, one] of this.open) if (one === cursor) this.open.delete(id);
      throw error;
    } finally {
      cursor.isInUse = false;
      cursor.usedAt = Date.now();
    }
  }

  private end(id: bigint, cursor: Open): void {
    this.open.delete(id);
    close(cursor);
  }

  kill(id: bigint): boolean {
    const cursor = this.open.get(id);
    if (cursor) this.end(id, cursor);
    return cursor !== undefined;
  }

  killSession(session: string): void {
    for (const [id, cursor] of this.open) if (cursor.session === session) this.end(id, cursor);
  }

  forgetIdle(now = Date.now()): void {
    for (const [id, cursor] of this.open) if (!cursor.isInUse && now - cursor.usedAt > IDLE_MS) this.end(id, cursor);
  }

  /**
   * Before a database's file is exchanged, closed or removed: reads ahead what idle cursors still have and lets their
   * snapshots go. One with too much left, and every one when the database is `isEnding`, is ended.
   */
  settle(database: string, isEnding: boolean): void {
    for (const [id, cursor] of this.open) {
      if (cursor.database !== database || cursor.isInUse || cursor.isSettled) continue;
      if (isEnding || !this.readAhead(cursor)) this.end(id, cursor);
    }
  }

  private readAhead(cursor: Open): boolean {
    const rest: Buffer[] = [];
    let bytes = 0;
    for (let step = cursor.stream.next(); !step.done; step = cursor.stream.next()) {
      if (!step.value) continue;
      rest.push(step.value);
      bytes += step.value.length;
      if (bytes > MOST_AHEAD) return false;
    }
    letGo(cursor);
    cursor.stream = rest.values();
    return true;
  }
}
