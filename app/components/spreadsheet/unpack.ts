/**
 * The files in a workbook, which is a ZIP: their sizes are summed before anything is unpacked, and counted while it is, because
 * a directory may lie. Nothing beyond 50 MB comes to be.
 */
import { Inflate } from "fflate";
import { FileRefused, MOST_BYTES } from "./table";

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
const MOST_ENTRIES = 5000;
const CHUNK = 64 * 1024;

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw new FileRefused("broken");
}

function listEntries(view: DataView, bytes: Uint8Array): Entry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new FileRefused("tooLarge");
  const names = new TextDecoder();
  const entries: Entry[] = [];
  for (let left = count, at = view.getUint32(end + 16, true); left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new FileRefused("broken");
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: names.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function packedBytes(view: DataView, bytes: Uint8Array, { at, packed }: Entry): Uint8Array {
  if (at + 30 > view.byteLength) throw new FileRefused("broken");
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > view.byteLength) throw new FileRefused("broken");
  return bytes.subarray(from, from + packed);
}

function inflate(packed: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((part) => {
    size += part.length;
    if (size > most) throw new FileRefused("tooLarge");
    parts.push(part);
  });
  for (let from = 0; from < packed.length || from === 0; from += CHUNK)
    stream.push(packed.subarray(from, from + CHUNK), from + CHUNK >= packed.length);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Those that are asked for, by name. */
export function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): Record<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = listEntries(view, bytes);
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) throw new FileRefused("tooLarge");
  const files: Record<string, Uint8Array> = {};
  let left = MOST_BYTES;
  for (const entry of entries.filter(({ name }) => isWanted(name))) {
    const packed = packedBytes(view, bytes, entry);
    if (entry.method !== STORED && entry.method !== DEFLATED) throw new FileRefused("broken");
    const file = entry.method === STORED ? packed : inflate(packed, left);
    left -= file.length;
    files[entry.name] = file;
  }
  return files;
}

export const namesIn = (bytes: Uint8Array): string[] =>
  listEntries(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes).map(({ name }) => name);
