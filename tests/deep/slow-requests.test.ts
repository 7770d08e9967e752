/** The server as it is shipped: a byte at a time is taken for thirty seconds, in pages and in the API alike. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderEnv } from "../support/data-folder";
import { startProcess } from "../support/server-process";
import { SLOW, sendSlowly } from "../support/slow-requests";

it("cuts off every slow request within thirty seconds", async () => {
  const folder = await mkdtemp(join(tmpdir(), "lyt-slow-"));
  const server = await startProcess(["build/server/start.js"], folderEnv(folder));
  const port = Number(new URL(server.url).port);
  const lived = await Promise.all(Object.values(SLOW).map((head) => sendSlowly(port, head)));
  process.stdout.write(`slow requests lived ${lived.map((ms) => (ms / 1000).toFixed(1)).join(", ")} s\n`);
  for (const ms of lived) expect(ms).toBeLessThan(31_000);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
