/** The server is killed at forty moments of sealing: started again it finishes, and nothing is lost, doubled or left behind. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { folderEnv, settleFolder, withFolder } from "../support/data-folder";
import { startProcess } from "../support/server-process";
import type { ServerProcess } from "../support/server-process";
import { PASSWORD } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys } from "../support/submissions";

const CUTS = 40;
const CHILDREN = 300;

let settled: string;
beforeAll(async () => {
  settled = await settleFolder();
  await withFolder(settled, async ({ application }) => {
    for (const { secret } of await issueKeys(application, "eg-1a", CHILDREN))
      await application.services.responses.submit(freshId(), aSubmission(application, secret), { address: "" });
    await issueKeys(application, "eg-1a", 50);
    await application.services.rounds.close(OPERATOR, "forar");
  });
}, 120_000);
afterAll(() => rm(settled, { recursive: true, force: true }));

const start = (folder: string) => startProcess(["build/server/start.js"], folderEnv(folder));

async function seal(server: ServerProcess): Promise<void> {
  const signedIn = await fetch(`${server.url}/log-ind`, {
    method: "POST",
    body: new URLSearchParams({ name: "anne", password: PASSWORD }),
    redirect: "manual",
  });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const body = new URLSearchParams({ round: "forar", do: "seal", early: "yes" });
  await fetch(`${server.url}/admin`, { method: "POST", body, headers: { cookie }, redirect: "manual" });
}

async function waitUntilSealed(folder: string): Promise<void> {
  for (let time = 0; time < 100; time += 1) {
    // Beside the running server, through its store's socket.
    const state = await withFolder(
      folder,
      async ({ application }) => (await application.stores.rounds.find("forar"))?.state,
    );
    if (state === "sealed") return;
    await wait(200);
  }
  throw new Error("The round was not sealed.");
}

it.each(Array.from({ length: CUTS }, (_, cut) => cut))("cut %i", async (cut) => {
  const parent = await mkdtemp(join(tmpdir(), "lyt-seal-"));
  const folder = join(parent, "data");
  await cp(settled, folder, { recursive: true });
  const first = await start(folder);
  const sealing = seal(first).catch(() => undefined);
  await wait(20 + cut * 12);
  await first.kill();
  await sealing;

  const second = await start(folder);
  const state = await withFolder(
    folder,
    async ({ application }) => (await application.stores.rounds.find("forar"))?.state,
  );
  if (state === "closed") await seal(second);
  await waitUntilSealed(folder);
  await second.stop();

  await withFolder(folder, async ({ application, database: { main, secrets } }) => {
    const tables = await application.stores.tables.listTables("forar");
    expect(tables).toMatchObject([{ leaves: [{ participants: CHILDREN }] }]);
    expect(await main.collection("responses").countDocuments()).toBe(0);
    expect(await main.collection("keys").countDocuments()).toBe(0);
    expect(await secrets.collection("roundSecrets").countDocuments()).toBe(0);
    expect(await main.collection("releases").countDocuments()).toBe(2);
    const { release } = await application.services.releases.getRelease(OPERATOR, "eg", "forar", "da");
    expect(release.participants).toBe(CHILDREN);
  });
  await rm(parent, { recursive: true, force: true });
});
