/** A full disk: answers are asked for again (503), the server says that it is not ready, nothing is lost, and it heals. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { mountSmallDisk, whyNoSmallDisk } from "@lyt-hoejt/embedded-store/faults/small-disk";
import { folderEnv, settleFolder, withFolder } from "../support/data-folder";
import { freePort, startProcess } from "../support/server-process";
import type { ServerProcess } from "../support/server-process";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";

const KEYS = 80;

interface Attempt {
  readonly id: string;
  readonly body: unknown;
}

const attemptsIn = (folder: string) =>
  withFolder(folder, async ({ application }): Promise<Attempt[]> => {
    const keys = await issueKeys(application, "eg-1a", KEYS);
    return keys.map(({ secret }) => ({ id: freshId(), body: aSubmission(application, secret) }));
  });

/** Files may grow no larger than this from now on; a disk's end, for one process. */
function limitFiles(pid: number, size: number | "unlimited"): void {
  const { status, stderr } = spawnSync("prlimit", [`--pid=${pid}`, `--fsize=${size}:`]);
  expect(status, stderr?.toString()).toBe(0);
}

const data = (folder: string) => join(folder, "store");

/** The largest file of the store. */
function largestIn(folder: string): number {
  const { stdout } = spawnSync("find", [data(folder), "-name", "data.mdb", "-printf", "%s\\n"]);
  return Math.max(...stdout.toString().trim().split("\n").map(Number));
}

function expectAway(response: Response): void {
  expect(response.status).toBe(503);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
}

async function untilReady(server: ServerProcess): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if ((await fetch(`${server.url}/readyz`)).ok) return;
    await wait(100);
  }
  throw new Error("It did not become ready again.");
}

it.skipIf(spawnSync("prlimit", ["--version"]).status !== 0)(
  "answers 503 while nothing can be written, and takes everything, once, when there is room again",
  async () => {
    const folder = await settleFolder();
    const attempts = await attemptsIn(folder);
    const server = await startProcess(["build/server/start.js"], folderEnv(folder));
    limitFiles(server.pid, largestIn(folder));
    const acknowledged: string[] = [];
    let refused = 0;
    // Pages that were freed are used up first.
    for (const { id, body } of attempts) {
      const response = await put(server.url, id, body);
      if (response.status === 200) acknowledged.push(id);
      else {
        expectAway(response);
        refused += 1;
      }
      if (refused === 3) break;
    }
    expect(refused).toBe(3);
    expectAway(await fetch(`${server.url}/readyz`));
    // Whoever only reads is served.
    expect((await fetch(`${server.url}/`)).status).toBe(200);
    limitFiles(server.pid, "unlimited");
    await untilReady(server);
    for (const { id, body } of attempts) expect((await put(server.url, id, body)).status).toBe(200);
    await server.stop();
    await withFolder(folder, async ({ database: { main } }) => {
      const responses = main.collection("responses");
      expect(await responses.countDocuments()).toBe(KEYS);
      for (const id of acknowledged) expect(await responses.countDocuments({ _id: id as never })).toBe(1);
    });
    await rm(folder, { recursive: true, force: true });
  },
);

const impossible = await whyNoSmallDisk();

it.skipIf(impossible)("says that it is not ready before anybody's answer has been refused", async () => {
  const parent = await mkdtemp(join(tmpdir(), "lyt-full-"));
  const disk = await mountSmallDisk(parent, 24);
  const [program = "", ...args] = disk.by;
  const within = (...command: string[]) => spawnSync(program, [...args, ...command]);
  const port = await freePort();
  const child = spawn(program, [...args, process.execPath, "build/server/start.js"], {
    env: { ...process.env, ...folderEnv(disk.folder), PORT: String(port), HOST: "127.0.0.1" },
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const ready = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(ready, { timeout: 60_000 }).toBe(200);
  within("sh", "-c", `cat /dev/zero > "${disk.folder}/filler"`);
  expect(await ready()).toBe(503);
  within("rm", `${disk.folder}/filler`);
  expect(await ready()).toBe(200);
  child.kill("SIGTERM");
  await ended;
  await disk.remove();
  await rm(parent, { recursive: true, force: true });
});
