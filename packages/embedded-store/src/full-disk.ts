/**
 * A disk that is full stays so for the next write of the same size: such a write is refused without being tried, for LMDB
 * puts lines on stderr for each that fails, which nobody can take from it. Less, and what makes room, is always tried.
 */
import { statfsSync } from "node:fs";
import type { ServerError } from "./server-error";
import { toServerError } from "./server-error";
import type { Request } from "./wire/message";

/** With as little left on the disk, nothing fits that did not fit before. */
const FULL_BYTES = 256 * 1024;
/** Freed pages may have come to be free to use: it is tried again after so long. */
const TRIED_EVERY_MS = 5000;
const NEEDING_ROOM = new Set(["insert", "update", "findAndModify", "findandmodify", "createIndexes"]);
const MAKING_ROOM = new Set(["delete", "drop", "dropDatabase", "dropIndexes", "compact"]);

interface Failure {
  readonly error: ServerError;
  readonly bytes: number;
  readonly at: number;
}

const sizeOf = ({ body, sequences }: Request): number =>
  sequences.flatMap(({ documents }) => documents).reduce((sum, { length }) => sum + length, body.length);

export class FullDisk {
  private readonly failures = new Map<string, Failure>();

  constructor(private readonly folder: string) {}

  /** Runs a command on a database, unless it is one that would find no room. Throws what it throws, or `ServerError` 14031. */
  async guard<T>(name: string, database: string, message: Request, run: () => T | Promise<T>): Promise<T> {
    if (!NEEDING_ROOM.has(name)) {
      const result = await run();
      if (MAKING_ROOM.has(name)) this.failures.delete(database);
      return result;
    }
    const bytes = sizeOf(message);
    const failure = this.failures.get(database);
    const isAsLarge = failure !== undefined && bytes >= failure.bytes;
    if (isAsLarge && this.isStill(failure)) throw failure.error;
    try {
      const result = await run();
      if (isAsLarge) this.failures.delete(database);
      return result;
    } catch (error) {
      const known = toServerError(error);
      if (known?.code === 14031) this.failures.set(database, { error: known, bytes, at: performance.now() });
      throw error;
    }
  }

  private isStill({ at }: Failure): boolean {
    if (performance.now() - at > TRIED_EVERY_MS) return false;
    const { bavail, bsize } = statfsSync(this.folder);
    return bavail * bsize < FULL_BYTES;
  }
}
