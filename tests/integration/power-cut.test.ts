/** The server is killed during intake, twenty times: every acknowledged response is there exactly once. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { readSettings } from "../../server/lib/env";
import { createLogger } from "../../server/observability/logger";
import { openApplication } from "../../server/run-server";
import { startProcess } from "../support/server-process";
import type { ServerProcess } from "../support/server-process";
import { aRound, settleMunicipality } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";

const CUTS = 20;
const KEYS_A_CUT = 40;
const CONNECTIONS = 8;
const DAY_MS = 86_400_000;

interface Attempt {
  readonly id: string;
  readonly body: unknown;
  receipt?: string;
}

const openFolder = (folder: string) =>
  openApplication({ settings: readSettings({ DATA_DIR: folder }), logger: createLogger("silent") });

async function prepare(folder: string): Promise<Attempt[]> {
  const { application, database } = await openFolder(folder);
  const now = Date.now();
  const round = aRound({
    opensAt: new Date(now - DAY_MS),
    closesAt: new Date(now + DAY_MS),
    feedbackDueAt: new Date(now + 9 * DAY_MS),
  });
  await settleMunicipality(application, round);
  const keys = await issueKeys(application, "eg-1a", CUTS * KEYS_A_CUT);
  await database.close();
  return keys.map(({ secret }) => ({ id: freshId(), body: aSubmission(application, secret) }));
}

async function sendAll(server: ServerProcess, attempts: readonly Attempt[]): Promise<void> {
  let next = 0;
  const connection = async () => {
    for (let attempt = attempts[next++]; attempt; attempt = attempts[next++]) {
      const response = await put(server.url, attempt.id, attempt.body).catch(() => undefined);
      if (response?.status === 200) attempt.receipt = ((await response.json()) as { receipt: string }).receipt;
      else if (response) throw new Error(`unexpected ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, () => connection().catch(() => undefined)));
}

it("keeps every acknowledged response, once, through twenty power cuts", { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "lyt-power-"));
  const attempts = await prepare(folder);
  let acknowledgedBeforeCut = 0;
  for (let cut = 0; cut < CUTS; cut += 1) {
    const server = await startProcess(["build/server/start.js"], {
      DATA_DIR: folder,
      DEMO: "no",
      LOG_LEVEL: "silent",
      MONGODB_URL: "",
    });
    const mine = attempts.slice(cut * KEYS_A_CUT, (cut + 1) * KEYS_A_CUT);
    const sending = sendAll(server, mine);
    await wait(20 + cut * 8);
    await server.kill();
    await sending;
    acknowledgedBeforeCut += mine.filter(({ receipt }) => receipt).length;
  }
  // The cuts fell in the middle of the work: some were acknowledged, and some were not.
  expect(acknowledgedBeforeCut).toBeGreaterThan(0);
  expect(acknowledgedBeforeCut).toBeLessThan(attempts.length);
  const receipts = new Map(attempts.flatMap(({ id, receipt }) => (receipt ? [[id, receipt] as const] : [])));
  const after = await openFolder(folder);
  const collection = after.database.main.collection("responses");
  for (const id of receipts.keys()) expect(await collection.countDocuments({ _id: id as never })).toBe(1);
  await after.database.close();

  const server = await startProcess(["build/server/start.js"], {
    DATA_DIR: folder,
    DEMO: "no",
    LOG_LEVEL: "silent",
    MONGODB_URL: "",
  });
  await sendAll(server, attempts);
  await server.stop();
  for (const { id, receipt } of attempts) expect(receipt).toBe(receipts.get(id) ?? receipt);
  expect(attempts.every(({ receipt }) => receipt)).toBe(true);
  const last = await openFolder(folder);
  expect(await last.database.main.collection("responses").countDocuments()).toBe(attempts.length);
  expect(await last.database.main.collection("keys").countDocuments({ state: "spent" })).toBe(attempts.length);
  await last.database.close();
  await rm(folder, { recursive: true, force: true });
});
