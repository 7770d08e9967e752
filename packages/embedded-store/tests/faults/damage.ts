/**
 * Data files as a power cut or a failing disk may leave them.
 *
 * What LMDB promises: a commit writes its pages where nothing valid lies, syncs them, and then writes one of two meta
 * pages, smaller than a sector, to make them valid. A cut at any moment leaves the state before or the state after. It
 * promises nothing about pages that change after they were synced: they carry no checksums, a page that is not what it
 * should be is followed blindly, and a file that is shorter than its meta page says is a bus error for who reads there.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Chance } from "./chance";

/** Of LMDB's page: a header of 24 bytes, then magic and version, address, size of the map, size of a page … */
const PAGE_SIZE_AT = 48;
const META_PAGES = 2;

/** The file that holds the database named `d`. */
export function dataFileOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file));
  const [file, ...others] = files.filter((name) => basename(name) === "data.mdb");
  if (!file || others.length > 0) throw new Error(`one data file was expected in ${folder}`);
  return file;
}

export const pageSizeOf = (bytes: Buffer): number => bytes.readUInt32LE(PAGE_SIZE_AT);

export const pagesOf = (bytes: Buffer): number => Math.ceil(bytes.length / pageSizeOf(bytes));

function noise(length: number, chance: Chance): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += 1) bytes[at] = chance.whole(0, 255);
  return bytes;
}

function withPage(bytes: Buffer, page: number, content: (length: number) => Buffer): Buffer {
  const size = pageSizeOf(bytes);
  const copy = Buffer.from(bytes);
  const start = page * size;
  content(Math.min(size, copy.length - start)).copy(copy, start);
  return copy;
}

export const noisyPage = (bytes: Buffer, page: number, chance: Chance): Buffer =>
  withPage(bytes, page, (length) => noise(length, chance));

export const emptyPage = (bytes: Buffer, page: number): Buffer =>
  withPage(bytes, page, (length) => Buffer.alloc(length));

export const shortened = (bytes: Buffer, length: number): Buffer => Buffer.from(bytes.subarray(0, Math.max(0, length)));

export const withNoiseBehind = (bytes: Buffer, length: number, chance: Chance): Buffer =>
  Buffer.concat([bytes, noise(length, chance)]);

/** A commit that was cut: some of its pages were written, its meta page was not. */
export function halfCommitted(before: Buffer, after: Buffer, chance: Chance): Buffer {
  const size = pageSizeOf(before);
  const mixed = Buffer.from(after);
  before.copy(mixed, 0, 0, META_PAGES * size);
  for (let page = META_PAGES; page < pagesOf(mixed); page += 1) {
    const start = page * size;
    if (chance.isTrue(0.5)) continue;
    const old = before.subarray(start, start + size);
    (old.length === size ? old : noise(size, chance)).copy(mixed, start);
  }
  return mixed;
}

export function exchangeData(folder: string, bytes: Buffer): void {
  writeFileSync(dataFileOf(folder), bytes);
}

export const readData = (folder: string): Buffer => readFileSync(dataFileOf(folder));
