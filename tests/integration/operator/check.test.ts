/** `lyt check` and `lyt compact`: what is wrong is found and named; what was deleted is gone from the files. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { openEntries } from "@lyt-hoejt/embedded-store/faults/open-entries";
import { afterEach, beforeEach, expect, it } from "vitest";
import { filesOf } from "../../support/backup-folder";
import { folderEnv, settleFolder, withFolder } from "../../support/data-folder";
import { lyt, lytJson, lytWith } from "../../support/lyt-process";

let folder: string;
beforeEach(async () => {
  folder = await settleFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Checked {
  readonly database: string;
  readonly collection: string;
  readonly documents: number;
  readonly entries: Record<string, number>;
  readonly errors: readonly string[];
}

it("counts documents and entries of both databases", async () => {
  await withFolder(folder, async ({ database }) => {
    await database.secrets.collection("roundSecrets").insertOne({});
  });
  const checked = await lytJson<Checked[]>(folder, "check");
  expect(checked).toContainEqual({
    database: "lyt-hoejt",
    collection: "groups",
    documents: 3,
    entries: { _id_: 3, code_1: 3, institutionId_1: 3 },
    errors: [],
  });
  const secrets = { database: "lyt-hoejt-secrets", collection: "roundSecrets", documents: 1 };
  expect(checked).toContainEqual(expect.objectContaining(secrets));
  const { code, out } = await lyt(folder, "check");
  expect(code).toBe(0);
  expect(out).toMatch(/groups +3 +ok +_id_ 3, code_1 3, institutionId_1 3\n/);
  expect(out).toMatch(/All is well\.\n$/);
});

it("names what is wrong and exits with 1", async () => {
  const store = openEntries(join(folder, "store"), "lyt-hoejt");
  const keys = [...store.getKeys()].map((key) => Buffer.from(key));
  // An entry of the index on the groups' codes.
  const entry = keys.find((key) => key.includes("abcdefghjk"));
  await store.remove(entry ?? Buffer.alloc(1));
  await store.close();
  const { code, out } = await lyt(folder, "check");
  expect(code).toBe(1);
  expect(out).toMatch(/groups +3 +index code_1 lacks an entry of record .*_id_ 3, code_1 2, institutionId_1 3\n/);
  expect(out).toMatch(/Wrong: groups\.\n$/);
});

it("frees what was deleted, and says how much", async () => {
  await withFolder(folder, async ({ database: { main } }) => {
    const notes = main.collection("notes");
    await notes.insertMany(Array.from({ length: 500 }, () => ({ text: "once said ".repeat(200) })));
    await notes.drop();
  });
  const holds = async () => [...(await filesOf(folder)).values()].some(({ bytes }) => bytes.includes("once said"));
  expect(await holds()).toBe(true);
  const { bytesFreed } = await lytJson<{ bytesFreed: number }>(folder, "compact");
  expect(bytesFreed).toBeGreaterThan(500_000);
  expect(await holds()).toBe(false);
  expect((await lyt(folder, "compact")).out).toBe("Rewritten without what was deleted; 0 bytes freed.\n");
  expect((await lyt(folder, "check")).code).toBe(0);
});

it("refuses to compact a server, and to look at no data", async () => {
  const elsewhere = { ...folderEnv(folder), MONGODB_URL: "mongodb://127.0.0.1:9/" };
  expect((await lytWith(elsewhere, "compact")).error).toContain("(compact.elsewhere)");
  const nowhere = join(folder, "nowhere");
  for (const command of ["check", "compact"])
    expect((await lyt(nowhere, command)).error).toBe(`There are no data in ${nowhere}. (store.empty)\n`);
});
