/** The server is killed again and again during intake: every acknowledged response is there exactly once. */
import { rm } from "node:fs/promises";
import { expect } from "vitest";
import { folderEnv, settleFolder, withFolder } from "./data-folder";
import { startProcess } from "./server-process";
import type { ServerProcess } from "./server-process";
import { aSubmission, freshId, issueKeys, put } from "./submissions";

const KEYS_A_CUT = 40;
const CONNECTIONS = 8;

interface Attempt {
  readonly id: string;
  readonly body: unknown;
  receipt?: string;
}

const issue = (folder: string, cuts: number) =>
  withFolder(folder, async ({ application }): Promise<Attempt[]> => {
    const keys = await issueKeys(application, "eg-1a", cuts * KEYS_A_CUT);
    return keys.map(({ secret }) => ({ id: freshId(), body: aSubmission(application, secret) }));
  });

const start = (folder: string) => startProcess(["build/server/start.js"], folderEnv(folder));

/** Sends everything, eight at a time; `onReceipt` hears how many were acknowledged so far. */
async function sendAll(
  server: ServerProcess,
  attempts: readonly Attempt[],
  onReceipt: (acknowledged: number) => void = () => undefined,
): Promise<void> {
  let next = 0;
  let acknowledged = 0;
  const connection = async () => {
    for (let attempt = attempts[next++]; attempt; attempt = attempts[next++]) {
      const response = await put(server.url, attempt.id, attempt.body).catch(() => undefined);
      if (response?.status === 200) {
        attempt.receipt = ((await response.json()) as { receipt: string }).receipt;
        onReceipt((acknowledged += 1));
      } else if (response) throw new Error(`unexpected ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, () => connection().catch(() => undefined)));
}

export async function cutIntake(cuts: number): Promise<void> {
  const folder = await settleFolder();
  const attempts = await issue(folder, cuts);
  let acknowledgedBeforeCut = 0;
  for (let cut = 0; cut < cuts; cut += 1) {
    const server = await start(folder);
    const mine = attempts.slice(cut * KEYS_A_CUT, (cut + 1) * KEYS_A_CUT);
    let cutting: Promise<void> | undefined;
    await sendAll(server, mine, (acknowledged) => {
      if (acknowledged > cut) cutting ??= server.kill();
    });
    await (cutting ?? server.kill());
    acknowledgedBeforeCut += mine.filter(({ receipt }) => receipt).length;
  }
  // The cuts fell in the middle of the work: some were acknowledged, and some were not.
  expect(acknowledgedBeforeCut).toBeGreaterThan(0);
  expect(acknowledgedBeforeCut).toBeLessThan(attempts.length);
  const receipts = new Map(attempts.flatMap(({ id, receipt }) => (receipt ? [[id, receipt] as const] : [])));
  await withFolder(folder, async ({ database }) => {
    const responses = database.main.collection("responses");
    for (const id of receipts.keys()) expect(await responses.countDocuments({ _id: id as never })).toBe(1);
  });

  const server = await start(folder);
  await sendAll(server, attempts);
  await server.stop();
  for (const { id, receipt } of attempts) expect(receipt).toBe(receipts.get(id) ?? receipt);
  expect(attempts.every(({ receipt }) => receipt)).toBe(true);
  await withFolder(folder, async ({ database: { main } }) => {
    expect(await main.collection("responses").countDocuments()).toBe(attempts.length);
    expect(await main.collection("keys").countDocuments({ state: "spent" })).toBe(attempts.length);
  });
  await rm(folder, { recursive: true, force: true });
}
