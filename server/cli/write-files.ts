/** Files that a command leaves behind: their owner's alone, and never in the place of another unless told to. */
import { closeSync, lstatSync, openSync, rmSync, writeFileSync } from "node:fs";
import { OperationError } from "../database/operation-error";

export interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** All or, where one of them is there already, none. Throws `file.exists`. */
export function writeFiles(files: readonly NewFile[], { isForced }: { readonly isForced: boolean }): void {
  const there = files.find(({ path }) => isThere(path));
  if (there && !isForced)
    throw new OperationError("file.exists", `${there.path} is there already; --force writes in its place.`);
  const made: string[] = [];
  try {
    for (const { path, bytes } of files) {
      // A new file instead of the old one: neither its rights nor, through a link, its place are taken over.
      if (isForced) rmSync(path, { force: true });
      const file = openSync(path, "wx", 0o600);
      made.push(path);
      try {
        writeFileSync(file, bytes);
      } finally {
        closeSync(file);
      }
    }
  } catch (error) {
    for (const path of made) rmSync(path, { force: true });
    throw error;
  }
}
