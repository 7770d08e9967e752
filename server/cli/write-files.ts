/** Files that a command leaves behind: their owner's alone, and never in the place of another unless told to. */
import { lstatSync, rmSync, writeFileSync } from "node:fs";
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
  for (const { path, bytes } of files) {
    // A new file instead of the old one: neither its rights nor, through a link, its place are taken over.
    if (isForced) rmSync(path, { force: true });
    writeFileSync(path, bytes, { flag: "wx", mode: 0o600 });
  }
}
