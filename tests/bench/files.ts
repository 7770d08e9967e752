/** Files over the wire: the largest script of a child's page, packed by the build, beside a server that packs at each request. */
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import compression from "compression";
import express from "express";
import { startProcess } from "../support/server-process";
import type { Figure } from "@lyt-hoejt/embedded-store/bench/figure";
import { figure } from "@lyt-hoejt/embedded-store/bench/figure";
import { medianRate, medianRatio, pace, takeTurns } from "@lyt-hoejt/embedded-store/bench/take-turns";

const CONNECTIONS = 16;
const REQUESTS = 400;
const ROUNDS = 3;

/** The reference: what the same file costs when each answer is packed anew. */
export async function runPackingServer(folder: string, port: number): Promise<void> {
  const app = express();
  app.get("/healthz", (_request, response) => void response.send("ok"));
  app.use(compression(), express.static(folder));
  app.listen(port, "127.0.0.1");
  process.on("SIGTERM", () => process.exit(0));
  await Promise.resolve();
}

function fetchPacked(agent: Agent, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, headers: { "accept-encoding": "gzip, deflate, br" } }, (response) => {
      if (response.headers["content-encoding"] !== "br") reject(new Error(`${url} came unpacked.`));
      response.resume();
      response.once("end", resolve);
    });
    outgoing.once("error", reject);
    outgoing.end();
  });
}

export async function measureFiles(): Promise<Figure[]> {
  const script = `/assets/${readdirSync("build/client/assets").find((name) => /^vendor-.+\.js$/.test(name))}`;
  const folder = await mkdtemp(join(tmpdir(), "lyt-bench-"));
  const ours = await startProcess(["build/server/start.js"], { DATA_DIR: folder, DEMO: "no", LOG_LEVEL: "error" });
  const other = await startProcess(["build/server/bench.js", "--packing-server", "build/client"], {});
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const side = (url: string) => () => pace(REQUESTS, CONNECTIONS, () => fetchPacked(agent, url + script));
  const { built, packing } = await takeTurns(ROUNDS, { built: side(ours.url), packing: side(other.url) });
  agent.destroy();
  await Promise.all([ours.stop(), other.stop()]);
  await rm(folder, { recursive: true, force: true });
  return [
    figure("files", "the largest script of a child's page, 16 connections", medianRate(built), "1/s", { atLeast: 300 }),
    figure("files", "reference: packed at each request", medianRate(packing), "1/s"),
    figure("files", "ratio to the reference", medianRatio(built, packing, medianRate), "×"),
  ];
}
