/**
 * Every entry of a file ends with a sum over its key and its value, so that bits which the disk has turned are noticed
 * and never served (CRC-32 as in ISO 3309: it sees any three turned bits in what fits here).
 */
import { crc32 } from "node:zlib";
import { ServerError } from "../server-error";

const SUM_BYTES = 4;

const sumOf = (key: Buffer, value: Buffer): number => crc32(value, crc32(key));

/** The value as it is stored. */
export function withSum(key: Buffer, value: Buffer): Buffer {
  const stored = Buffer.allocUnsafe(value.length + SUM_BYTES);
  value.copy(stored);
  stored.writeUInt32LE(sumOf(key, value), value.length);
  return stored;
}

/** The value in what is stored under a key; undefined when either is not what was written. */
export function withoutSum(key: Buffer, stored: Buffer): Buffer | undefined {
  const length = stored.length - SUM_BYTES;
  if (length < 0) return undefined;
  const value = stored.subarray(0, length);
  return stored.readUInt32LE(length) === sumOf(key, value) ? value : undefined;
}

/** The answer to a request that comes upon such an entry; MongoDB's code for bytes that are no document. */
export const damaged = (what: string): ServerError =>
  new ServerError(22, `The data are damaged on disk: ${what}. Check them, and restore a backup.`);
