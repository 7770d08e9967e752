/** The pepper's file: made whole, once, for its owner alone; refused when it is not what it must be. */
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PepperError, readPepper } from "../../../../server/keys/pepper";

let dataDir: string;
let file: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "lyt-pepper-"));
  file = join(dataDir, "pepper");
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const read = (given?: string, mayMake = true) => readPepper({ dataDir, given, mayMake: async () => mayMake });

const GOOD = "0123456789abcdef".repeat(4);

describe("a file that must not be used", () => {
  it.each([
    ["", 0o600, "is empty"],
    [" \n\t\n", 0o600, "holds nothing but whitespace"],
    [`${"x".repeat(31)}\n`, 0o600, "has fewer than 32 characters"],
    [GOOD, 0o640, "can be read or changed by others"],
    [GOOD, 0o604, "can be read or changed by others"],
    [GOOD, 0o602, "can be read or changed by others"],
    ["", 0o644, "can be read or changed by others"],
  ])("%j with mode %o", async (text, mode, flaw) => {
    await writeFile(file, text);
    await chmod(file, mode);
    const error: unknown = await read().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PepperError);
    expect(String(error)).toContain(`The pepper in ${file} ${flaw}`);
    // Refused, and left as it was.
    expect(await readFile(file, "utf8")).toBe(text);
  });

  it("a folder in its place", async () => {
    await mkdir(file);
    await expect(read()).rejects.toThrow(`The pepper in ${file} is no file`);
  });
});

it.each([
  ["", "is empty"],
  [" ".repeat(40), "holds nothing but whitespace"],
  [" 0123456789abcdef0123456789abcde ", "has fewer than 32 characters"],
  ["x".repeat(64), "is the same few letters over and over"],
  ["\0".repeat(64), "holds what cannot be seen"],
  ["\u200b".repeat(40), "holds what cannot be seen"],
  ["\ufffd".repeat(40), "holds what cannot be seen"],
])("KEY_PEPPER %j is refused", async (given, flaw) => {
  await expect(read(given)).rejects.toThrow(`KEY_PEPPER ${flaw}`);
});

it("takes KEY_PEPPER as it is, and makes no file", async () => {
  expect(await read(GOOD)).toBe(GOOD);
  expect(await readdir(dataDir)).toEqual([]);
});

it("makes one for its owner alone, and reads the same again", async () => {
  const made = await read();
  expect(made).toMatch(/^[0-9a-f]{64}$/);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await read()).toBe(made);
  expect(await readdir(dataDir)).toEqual(["pepper"]);
});

it("is one and the same for twenty that make it at once", async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => read()));
  expect(new Set(made).size).toBe(1);
  expect(await readdir(dataDir)).toEqual(["pepper"]);
});

it("makes none for data that have one of their own", async () => {
  await expect(read(undefined, false)).rejects.toThrow("These data have a pepper of their own");
  expect(await readdir(dataDir)).toEqual([]);
});
