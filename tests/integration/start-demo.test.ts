/** The demo is loaded once, as large as promised, however many processes start at once, and over nothing that it did not itself begin. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openEmbeddedStore } from "@lyt-hoejt/embedded-store";
import type { EmbeddedStore } from "@lyt-hoejt/embedded-store";
import { OPERATOR } from "../../server/accounts/rules";
import { demoInstitutions } from "../../server/demo/plan";
import { readSettings } from "../../server/lib/env";
import { createLogger } from "../../server/observability/logger";
import { openApplication } from "../../server/open-application";
import { lytWith } from "../support/lyt-process";
import { startProcess } from "../support/server-process";

let folder: string;
let store: EmbeddedStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-demo-"));
  store = await openEmbeddedStore({ folder: join(folder, "shared") });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** Each process has a folder of its own; what they share is the database and the pepper. */
const envOf = (name: string) => ({
  DATA_DIR: join(folder, name),
  DEMO: "auto",
  HOST: "127.0.0.1",
  LOG_LEVEL: "silent",
  MONGODB_URL: store.url,
  KEY_PEPPER: "of-two-processes-that-start-at-once",
});

const start = (name: string) => startProcess(["build/server/start.js"], envOf(name));

async function withDatabase<T>(work: (opened: Awaited<ReturnType<typeof openApplication>>) => Promise<T>): Promise<T> {
  const opened = await openApplication({ settings: readSettings(envOf("test")), logger: createLogger("silent") });
  try {
    return await work(opened);
  } finally {
    await opened.database.close();
  }
}

function spawnStart(name: string): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ["build/server/start.js"], {
    env: { ...process.env, PORT: "0", ...envOf(name) },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

it("goes on without the demo where somebody has settled in, and drops nothing", async () => {
  const [institution] = demoInstitutions;
  await withDatabase(({ application }) =>
    application.stores.organisation.insertInstitutions([{ ...institution!, name: "Min" }]),
  );
  const server = await start("settled");
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await expect.poll(server.output).toContain("There are data here that are not of the demo");
  await server.stop();
  const reset = await lytWith({ ...envOf("cli"), DEMO: "no" }, "--json", "demo", "load");
  expect([reset.code, JSON.parse(reset.error).error.code]).toEqual([1, "demo.others"]);
  await withDatabase(async ({ application, database }) => {
    const found = await application.stores.organisation.listInstitutions();
    expect(found.map(({ name }) => name)).toEqual(["Min"]);
    await database.main.collection("institutions").deleteMany({});
  });
});

it("is loaded once by two processes that start at once, over what a third that died has begun", {
  timeout: 400_000,
}, async () => {
  const first = spawnStart("first");
  while (!first.output().includes("have answered; sealing")) await wait(20);
  first.child.kill("SIGKILL");
  const [second, third] = await Promise.all([start("second"), start("third")]);
  for (const { output } of [second, third])
    await expect.poll(output, { timeout: 120_000 }).toContain("(an invented municipality)");
  const outputs = [second.output(), third.output()];
  await Promise.all([second.stop(), third.stop()]);
  expect(outputs.filter((output) => output.includes("573 have answered so far"))).toHaveLength(1);
  expect(outputs.filter((output) => output.includes("has been loading the demo municipality"))).toHaveLength(1);
  expect(outputs.join("")).not.toContain("[object Object]");
  await withDatabase(async ({ application, database: { main } }) => {
    const { organisation, rounds } = application.stores;
    expect((await organisation.findMunicipality())?.isInvented).toBe(true);
    expect(await organisation.listInstitutions()).toHaveLength(demoInstitutions.length);
    expect(await main.collection("areas").countDocuments()).toBe(3);
    const groups = await main.collection<{ childCount: number }>("groups").find().toArray();
    const children = groups.reduce((sum, { childCount }) => sum + childCount, 0);
    expect(children).toBeGreaterThan(1900);
    expect(children).toBeLessThan(2100);
    expect((await rounds.list()).map(({ state }) => state).sort()).toEqual(["open", "sealed", "sealed", "sealed"]);
    expect(await main.collection("releases").countDocuments()).toBe(36);
    expect(await main.collection("responses").countDocuments({ round: "demo-4" })).toBe(573);
    expect(await main.collection("users").countDocuments()).toBe(4);
    expect(await main.collection("resultCodes").countDocuments()).toBe(4 * demoInstitutions.length);
    const overviews = await application.services.rounds.listOverviews(OPERATOR);
    for (const { editors } of overviews) {
      const [karen, otto] = ["Karen Redaktør", "Otto Stedfortræder"].map((name) => ({ name }));
      expect(editors).toEqual([
        { language: "da", editor: karen, deputy: otto },
        { language: "en", editor: otto, deputy: karen },
      ]);
    }
    expect(await main.collection("claims").countDocuments()).toBe(0);
  });
});
