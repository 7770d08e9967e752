/**
 * Whether all tests have passed on just these files: `npm test` notes their hash in proven.json, and whoever asks later
 * can do with the short form as long as it is the same. The versions beneath the store stand in package.json, exactly.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const NOTE = here("../proven.json");
const FOLDERS = ["src", "cases", "interop", "tests"];

const filesOf = (folder) =>
  readdirSync(here(`../${folder}`), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** SHA-256 over names and contents. */
function hashOfFiles() {
  const hash = createHash("sha256");
  for (const path of [here("../package.json"), ...FOLDERS.flatMap(filesOf)]) {
    const bytes = readFileSync(path);
    hash.update(`${path.slice(here("..").length)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

export const isProven = () => existsSync(NOTE) && JSON.parse(readFileSync(NOTE, "utf8")).sha256 === hashOfFiles();

export const noteProven = () => writeFileSync(NOTE, `${JSON.stringify({ sha256: hashOfFiles() }, undefined, 2)}\n`);
