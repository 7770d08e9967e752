/** Cuts a stream of bytes into messages: several in one packet, one over many, and a clear end for garbage. */
export const MAX_MESSAGE_BYTES = 48_000_000;
const HEADER_BYTES = 16;

export class FrameError extends Error {}

export class Framer {
  private parts: Buffer[] = [];
  private held = 0;

  /** Every whole message that `chunk` completes. Throws `FrameError` for an impossible length. */
  push(chunk: Buffer): Buffer[] {
    this.parts.push(chunk);
    this.held += chunk.length;
    const messages: Buffer[] = [];
    for (let length = this.nextLength(); length !== undefined && this.held >= length; length = this.nextLength()) {
      const all = this.joined();
      messages.push(all.subarray(0, length));
      this.parts = [all.subarray(length)];
      this.held -= length;
    }
    return messages;
  }

  /** True in the middle of a message. */
  get isWaiting(): boolean {
    return this.held > 0;
  }

  private joined(): Buffer {
    const all = this.parts.length === 1 ? this.parts[0] : Buffer.concat(this.parts);
    this.parts = [all ?? Buffer.alloc(0)];
    return this.parts[0] ?? Buffer.alloc(0);
  }

  private nextLength(): number | undefined {
    if (this.held < 4) return undefined;
    const first = this.parts[0];
    const length = (first && first.length >= 4 ? first : this.joined()).readInt32LE(0);
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new FrameError(`a message of ${length} bytes`);
    return length;
  }
}
