/** The pepper and the data belong together: another one stops whatever opens them, with a sentence. */
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openEmbeddedStore } from "@lyt-hoejt/embedded-store";
import type { EmbeddedStore } from "@lyt-hoejt/embedded-store";
import { readSettings } from "../../server/lib/env";
import { createLogger } from "../../server/observability/logger";
import { openApplication } from "../../server/open-application";
import { aRoundOfToday, settleMunicipality } from "../support/small-municipality";
import { issueKeys } from "../support/submissions";
import { lytWith, runBuilt } from "../support/lyt-process";

let root: string;
let store: EmbeddedStore;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "lyt-peppers-"));
  store = await openEmbeddedStore({ folder: join(root, "shared") });
});
afterAll(async () => {
  await store.close();
  await rm(root, { recursive: true, force: true });
});

const [ONE, OTHER] = ["one-".repeat(10), "other-".repeat(10)];

const envOf = (name: string, more: Record<string, string> = {}) => ({
  DATA_DIR: join(root, name),
  MONGODB_URL: store.url,
  DEMO: "no",
  PORT: "0",
  LOG_LEVEL: "silent",
  ...more,
});

type Opened = Awaited<ReturnType<typeof openApplication>>;

/** As a server and every command of `lyt` opens the data. */
async function open<T>(env: Record<string, string>, work: (opened: Opened) => Promise<T>): Promise<T> {
  const opened = await openApplication({ settings: readSettings(env), logger: createLogger("silent") });
  try {
    return await work(opened);
  } finally {
    await opened.database.close();
  }
}

const peek = (env: Record<string, string>) => open(env, async () => "opened").catch((error: unknown) => error);

it("of two processes on one database the one with another pepper does not start", async () => {
  await open(envOf("a", { KEY_PEPPER: ONE }), async ({ application }) => {
    await settleMunicipality(application, aRoundOfToday());
    await issueKeys(application, "eg-1a", 2);
  });
  expect(await peek(envOf("b", { KEY_PEPPER: ONE }))).toBe("opened");
  expect(await peek(envOf("b", { KEY_PEPPER: OTHER }))).toMatchObject({ code: "pepper.other" });
  // Without KEY_PEPPER none is made: it could only be a wrong one.
  const { code, error } = await runBuilt("start", envOf("c"));
  expect(code).toBe(1);
  expect(error).toMatch(/^These data have a pepper of their own, and there is none in .*\/c\/pepper/);
  await expect(readFile(join(root, "c", "pepper"))).rejects.toThrow("ENOENT");
  const listed = await lytWith(envOf("b", { KEY_PEPPER: OTHER }), "--json", "round", "list");
  expect([listed.code, JSON.parse(listed.error)]).toMatchObject([1, { error: { code: "pepper.other" } }]);
});

it("tells nothing of the pepper in what is stored, and keeps it when everything else is deleted", async () => {
  await open(envOf("a", { KEY_PEPPER: ONE }), async ({ application, database }) => {
    const stored = JSON.stringify(await database.main.collection("pepperMarks").find().toArray());
    expect(stored).not.toContain(ONE);
    await application.clear();
    expect(await application.stores.organisation.listInstitutions()).toEqual([]);
  });
  expect(await peek(envOf("b", { KEY_PEPPER: OTHER }))).toMatchObject({ code: "pepper.other" });
});

it("data from before there were marks take the pepper they are opened with, but never one made for them", async () => {
  await open(envOf("a", { KEY_PEPPER: ONE }), async ({ application, database }) => {
    await settleMunicipality(application, aRoundOfToday());
    await issueKeys(application, "eg-1a", 1);
    await database.main.collection("pepperMarks").deleteMany({});
  });
  expect(await peek(envOf("fresh"))).toMatchObject({ code: "pepper.unfit" });
  expect(await peek(envOf("a", { KEY_PEPPER: ONE }))).toBe("opened");
  expect(await peek(envOf("b", { KEY_PEPPER: OTHER }))).toMatchObject({ code: "pepper.other" });
});

it("of four that open empty data at once, each with a pepper of its own, one gets them", async () => {
  const empty = await openEmbeddedStore({ folder: join(root, "empty") });
  const outcomes = await Promise.all(
    ["w", "x", "y", "z"].map((name) =>
      peek({ ...envOf(name, { KEY_PEPPER: `the-pepper-of-${name}-`.repeat(3) }), MONGODB_URL: empty.url }),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === "opened")).toHaveLength(1);
  for (const outcome of outcomes.filter((one) => one !== "opened"))
    expect(outcome).toMatchObject({ code: "pepper.other" });
  await empty.close();
});

it("a restored backup says that the pepper here is another, a start refuses, and `pepper adopt` is the way out", async () => {
  const own = { ...envOf("own"), MONGODB_URL: "" };
  await open(own, async ({ application }) => {
    await settleMunicipality(application, aRoundOfToday());
    await issueKeys(application, "eg-1a", 1);
  });
  const backup = join(root, "backup");
  expect((await lytWith(own, "backup", backup)).code).toBe(0);
  const elsewhere = { ...envOf("elsewhere"), MONGODB_URL: "" };
  await open(elsewhere, async () => undefined);
  const restored = await lytWith(elsewhere, "--json", "restore", "--drop", backup);
  expect(restored.code).toBe(0);
  expect((JSON.parse(restored.out) as { warning: string }).warning).toContain(
    "is not the one these data were written under",
  );
  const file = join(root, "elsewhere", "pepper");
  const wrong = await readFile(file, "utf8");
  expect(await peek(elsewhere)).toMatchObject({ code: "pepper.other" });
  // Put back: all is well.
  await cp(join(root, "own", "pepper"), file);
  expect(await peek(elsewhere)).toBe("opened");
  // Lost for good: the one that is here is taken.
  await writeFile(file, wrong);
  expect((await lytWith(elsewhere, "pepper", "adopt")).code).toBe(0);
  expect(await peek(elsewhere)).toBe("opened");
});

it("a start is refused with a sentence about the file", async () => {
  await writeFile(join(root, "own", "pepper"), "");
  const empty = await runBuilt("start", { ...envOf("own"), MONGODB_URL: "" });
  expect([empty.code, empty.error]).toEqual([
    1,
    expect.stringMatching(/^The pepper in .*\/own\/pepper is empty\. Put the/),
  ]);
  await chmod(join(root, "own", "pepper"), 0o644);
  expect(await peek({ ...envOf("own"), MONGODB_URL: "" })).toMatchObject({
    message: expect.stringContaining("chmod 600"),
  });
});
