/** A connection of bytes: messages as no driver sends them, answers as they come, and the moment it is closed. */
import { connect } from "node:net";
import type { Socket } from "node:net";
import { deserialize, serialize } from "bson";
import type { Document } from "bson";

const HEADER_BYTES = 16;
const OP_MSG = 2013;
const BODY_AT = 21;

export interface Sequence {
  readonly name: string;
  readonly documents: readonly (Document | Uint8Array)[];
}

function section(kind: number, ...parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.of(kind), ...parts]);
}

/** Bytes stay what they are, even those that no serializer makes. */
const toBytes = (document: Document | Uint8Array) => (document instanceof Uint8Array ? document : serialize(document));

function sequenceSection({ name, documents }: Sequence): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map(toBytes)]);
  const length = Buffer.alloc(4);
  length.writeInt32LE(content.length + 4);
  return section(1, length, content);
}

function header(length: number, requestId: number, operation: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(requestId, 4);
  bytes.writeInt32LE(operation, 12);
  return bytes;
}

/** One command of OP_MSG. */
export function commandBytes(
  body: Document | Uint8Array,
  requestId: number,
  sequences: readonly Sequence[] = [],
): Buffer {
  const content = Buffer.concat([Buffer.alloc(4), section(0, toBytes(body)), ...sequences.map(sequenceSection)]);
  return Buffer.concat([header(HEADER_BYTES + content.length, requestId, OP_MSG), content]);
}

export interface Reply {
  readonly responseTo: number;
  /** Of the whole message. */
  readonly bytes: number;
  document(): Document;
}

/** Longs stay what they are: a cursor's id must go back as it came. */
const readBody = (body: Buffer): Document => deserialize(body, { promoteLongs: false });

export class RawConnection {
  readonly replies: Reply[] = [];
  isClosed = false;
  /** False where only the sizes of answers matter. */
  keepsBodies = true;
  private held: Buffer[] = [];
  private heldBytes = 0;
  private readonly waiting = new Set<() => void>();

  private constructor(readonly socket: Socket) {
    socket.on("data", (chunk: Buffer) => this.take(chunk));
    socket.on("error", () => undefined);
    socket.once("close", () => {
      this.isClosed = true;
      this.wake();
    });
  }

  static open(socketPath: string): Promise<RawConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect(socketPath);
      socket.once("error", reject);
      socket.once("connect", () => {
        socket.off("error", reject);
        resolve(new RawConnection(socket));
      });
    });
  }

  send(bytes: Uint8Array): void {
    if (!this.isClosed) this.socket.write(bytes);
  }

  /** True when `isSo` came true before the time was over. */
  async until(isSo: () => boolean, withinMs: number): Promise<boolean> {
    const end = performance.now() + withinMs;
    while (!isSo()) {
      const left = end - performance.now();
      if (left <= 0) return false;
      await this.next(left);
    }
    return true;
  }

  /** The answer to one command; undefined when the connection was closed instead. */
  async ask(bytes: Buffer, withinMs = 10_000): Promise<Reply | undefined> {
    const requestId = bytes.readInt32LE(4);
    const find = () => this.replies.find(({ responseTo }) => responseTo === requestId);
    this.send(bytes);
    if (!(await this.until(() => this.isClosed || find() !== undefined, withinMs)))
      throw new Error(`no answer to ${requestId} within ${withinMs} ms`);
    return find();
  }

  destroy(): void {
    this.socket.destroy();
  }

  private next(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(late);
        this.waiting.delete(wake);
        resolve();
      };
      const late = setTimeout(wake, withinMs);
      this.waiting.add(wake);
    });
  }

  private wake(): void {
    for (const one of [...this.waiting]) one();
  }

  private take(chunk: Buffer): void {
    this.held.push(chunk);
    this.heldBytes += chunk.length;
    let length = this.nextLength();
    while (length !== undefined && length <= this.heldBytes) {
      const all = this.join();
      const body = Buffer.from(all.subarray(BODY_AT, this.keepsBodies ? length : BODY_AT));
      this.replies.push({ responseTo: all.readInt32LE(8), bytes: length, document: () => readBody(body) });
      this.held = [all.subarray(length)];
      this.heldBytes -= length;
      length = this.nextLength();
    }
    this.wake();
  }

  private join(): Buffer {
    const [first, ...others] = this.held;
    const all = first && others.length === 0 ? first : Buffer.concat(this.held);
    this.held = [all];
    return all;
  }

  private nextLength(): number | undefined {
    if (this.heldBytes < HEADER_BYTES) return undefined;
    const [first] = this.held;
    return (first && first.length >= HEADER_BYTES ? first : this.join()).readInt32LE(0);
  }
}
