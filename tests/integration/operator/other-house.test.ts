/** `lyt release tables|import` as processes: a round that was sealed, then restored into another house without its secrets. */
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { OPERATOR } from "../../../server/accounts/rules";
import { emptyFolder, settleFolder, withFolder } from "../../support/data-folder";
import { lyt } from "../../support/lyt-process";
import type { Said } from "../../support/lyt-process";
import { answersFor, aSubmission, freshId, issueKeys } from "../../support/submissions";

let first: string;
let other: string;
let out: string;
beforeAll(async () => {
  [first, other] = [await settleFolder(), await emptyFolder()];
  out = await mkdtemp(join(tmpdir(), "lyt-tables-"));
  await withFolder(first, async ({ application }) => {
    for (const [at, { secret }] of (await issueKeys(application, "eg-1a", 12)).entries()) {
      const answers = answersFor(application, "6-9", (choices) => at % choices);
      const submission = aSubmission(application, secret, { band: "6-9", answers });
      await application.services.responses.submit(freshId(), submission, { address: "test" });
    }
  });
});
afterAll(async () => {
  for (const path of [first, other, out]) await rm(path, { recursive: true, force: true });
});

const file = () => join(out, "forar.json");
const tables = (folder: string, ...more: string[]) =>
  lyt(folder, "release", "tables", "--round", "forar", "--out", file(), ...more);
const importInto = (folder: string, ...more: string[]) => lyt(folder, "release", "import", file(), ...more);
const seal = (folder: string, ...more: string[]) => lyt(folder, "round", "seal", "forar", "--early", ...more);
const verify = (folder: string) => lyt(folder, "release", "verify", "--round", "forar");

/** The pepper is moved by hand, and what is in no backup stays behind. */
async function restoreInto(folder: string, backup: string): Promise<void> {
  copyFileSync(join(first, "pepper"), join(folder, "pepper"));
  expect((await lyt(folder, "restore", join(out, backup))).error).toBe("");
}

const close = (folder: string) =>
  withFolder(folder, ({ application }) => application.services.rounds.close(OPERATOR, "forar"));

const shownIn = (folder: string) =>
  withFolder(folder, async ({ application: { services } }) => {
    const { release } = await services.releases.getRelease(OPERATOR, "eg", "forar", "da");
    return { ...release, hash: "", sealedOn: "" };
  });

function expectRefused({ code, error }: Said, why: string): void {
  expect(code).toBe(1);
  expect(error).toContain(why);
}

it("writes a sealed round's tables for their owner alone, and nothing in the place of a file that is there", async () => {
  await lyt(first, "backup", join(out, "before"));
  await close(first);
  expect((await seal(first)).error).toBe("");
  await lyt(first, "backup", join(out, "after"));
  const written = await tables(first);
  expect(written.error).toBe("");
  expect(written.out).toMatch(/forar\.json {3}1 tables, \d+ bytes, SHA-256 [0-9a-f]{64}/);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expectRefused(await tables(first), "file.exists");
  const verified = await verify(first);
  expect(verified.code).toBe(0);
  expect(verified.out).toContain("1 of 1 tables are the ones that were kept.");
});

it("tells in the other house what was told in the first, and counts nothing twice", async () => {
  await restoreInto(other, "before");
  await close(other);
  expectRefused(await seal(other), "`lyt release import <file>`");
  expectRefused(await importInto(other, "--round", "efteraar"), "round.notFound");
  const imported = await importInto(other, "--round", "forar");
  expect(imported.error).toBe("");
  expect(imported.out).toContain("1 tables of forar are here; `lyt round seal forar` goes on with them");
  expect((await seal(other)).error).toBe("");
  expect(await shownIn(other)).toEqual(await shownIn(first));
  await withFolder(other, async ({ database: { main, secrets } }) => {
    for (const name of ["responses", "keys", "tallies"]) expect(await main.collection(name).countDocuments({})).toBe(0);
    expect(await secrets.collection("roundSecrets").countDocuments({})).toBe(0);
  });
});

it("says where no table is kept, and ends with 1 where a kept one is another or is gone", async () => {
  const third = await emptyFolder();
  await restoreInto(third, "after");
  const elsewhere = await verify(third);
  expect(elsewhere.error).toBe("");
  expect(elsewhere.code).toBe(0);
  expect(elsewhere.out).toContain("None of its tables is kept beside the rounds' secrets");
  expectRefused(await importInto(third), "round.notInDoubt");
  await rm(third, { recursive: true, force: true });

  await withFolder(first, async ({ application, database: { secrets } }) => {
    const [[id = "", table] = []] = await application.stores.tables.listKept("forar");
    await secrets.collection("tables").updateOne({ _id: id as never }, { $inc: { "table.whole.hardship.0": 1 } });
    await secrets.collection("tables").insertOne({ _id: "forar:institution:birk:3-5" as never, round: "forar", table });
    const verified = await application.services.tables.verify(OPERATOR, "forar");
    expect(verified.tables.map(({ verdict }) => verdict)).toEqual(["missing", "differs"]);
  });
  const wrong = await verify(first);
  expect(wrong.code).toBe(1);
  expect(wrong.out).toMatch(/forar:institution:eg:6-9 +DIFFERS from the one that was kept/);
  expect(wrong.out).toMatch(/forar:institution:birk:3-5 +MISSING: it is kept, and not stored/);
  expect(wrong.out).toContain("0 of 2 tables are the ones that were kept.");
  expectRefused(await tables(first, "--force"), "tables.differ");
});

it("refuses a file that cannot be read, or is cut short", async () => {
  const whole = readFileSync(file());
  writeFileSync(file(), whole.subarray(0, whole.length / 2));
  expectRefused(await importInto(other), "tables.unreadable");
  rmSync(file());
  expectRefused(await importInto(other), "file.unreadable");
});
