/** The application's pepper: without it, the hashes of keys cannot be searched, even by whoever holds the database. */
import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { link, mkdir, open, unlink } from "node:fs/promises";
import { join } from "node:path";

/** A pepper that must not be used; `message` says which, what is wrong and what to do. */
export class PepperError extends Error {}

const LEAST_LENGTH = 32;
const LEAST_DIFFERENT = 4;
const OTHERS = 0o077;

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);

const pepperFile = (dataDir: string): string => join(dataDir, "pepper");

/** What is wrong with a pepper, if anything. */
function flawOf(pepper: string): string | undefined {
  if (pepper.trim() === "") return pepper === "" ? "is empty" : "holds nothing but whitespace";
  // What a power cut leaves of a file is zeros.
  if (/[\p{C}\ufffd]/u.test(pepper.trim())) return "holds what cannot be seen";
  if (pepper.trim().length < LEAST_LENGTH) return `has fewer than ${LEAST_LENGTH} characters`;
  if (new Set(pepper.trim()).size < LEAST_DIFFERENT) return "is the same few letters over and over";
  return undefined;
}

const RESTORE = "Put the pepper back that keys were issued under (from where you keep a copy)";

async function readFrom(file: string): Promise<string | undefined> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    if (codeOf(error) !== "EACCES") throw error;
    throw new PepperError(`The pepper in ${file} cannot be read by this user: run as its owner, or set KEY_PEPPER.`);
  });
  if (!handle) return undefined;
  try {
    const status = await handle.stat();
    if (!status.isFile()) throw new PepperError(`The pepper in ${file} is no file: move it away. ${RESTORE}.`);
    if ((status.mode & OTHERS) !== 0)
      throw new PepperError(
        `The pepper in ${file} can be read or changed by others on this machine: chmod 600 ${file}, or set KEY_PEPPER.`,
      );
    const text = await handle.readFile("utf8");
    const flaw = flawOf(text);
    if (flaw)
      throw new PepperError(
        `The pepper in ${file} ${flaw}. ${RESTORE}; or, if no keys have been issued yet, delete the file.`,
      );
    return text.trim();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

/** There as a whole or not at all; of two processes that make one at once, one's is kept. */
async function make(dataDir: string): Promise<void> {
  const file = pepperFile(dataDir);
  const draft = `${file}-${process.pid}-${randomBytes(6).toString("hex")}`;
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(randomBytes(32).toString("hex"));
    await handle.sync().finally(() => handle.close());
    await link(draft, file).catch((error: unknown) => {
      if (codeOf(error) !== "EEXIST") throw error;
    });
  } finally {
    await unlink(draft).catch(() => undefined);
  }
  await syncFolder(dataDir);
}

export interface PepperOptions {
  readonly dataDir: string;
  /** KEY_PEPPER. */
  readonly given?: string;
  /** Whether one may be made when there is none: the data know of none either. */
  readonly mayMake: () => Promise<boolean>;
}

/** The given pepper, or the one in `<data>/pepper`, made at the first start (mode 0600). Throws `PepperError`. */
export async function readPepper({ dataDir, given, mayMake }: PepperOptions): Promise<string> {
  if (given !== undefined) {
    const flaw = flawOf(given);
    if (flaw) throw new PepperError(`KEY_PEPPER ${flaw}: give a secret of ${LEAST_LENGTH} characters or more.`);
    return given;
  }
  const file = pepperFile(dataDir);
  const found = await readFrom(file);
  if (found !== undefined) return found;
  if (!(await mayMake()))
    throw new PepperError(
      `These data have a pepper of their own, and there is none in ${file}: put it there, or set KEY_PEPPER. ` +
        "If it is lost for good, `npm run lyt -- pepper adopt` takes a new one; keys issued before then open no more.",
    );
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await make(dataDir);
  const made = await readFrom(file);
  if (made === undefined) throw new PepperError(`The pepper in ${file} has vanished while it was made: start again.`);
  return made;
}
