/** Somebody guesses passwords, one name or a new one each time, from one address: the process's own memory stays small. */
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { watchMemory } from "@lyt-hoejt/embedded-store/bench/rss-anon";
import { folderEnv } from "../support/data-folder";
import { scaled } from "@lyt-hoejt/embedded-store/faults/scaled";
import { startProcess } from "../support/server-process";

const ATTEMPTS = scaled(90_000);
const CONNECTIONS = 32;
const MOST_MB = 350;

function signIn(agent: Agent, url: string, name: string): Promise<number> {
  const body = `name=${name}&password=a-wrong-one`;
  const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}/log-ind`, { agent, method: "POST", headers }, (response) => {
      response.resume().once("end", () => resolve(response.statusCode ?? 0));
    });
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}

it.each([
  ["one name", () => "admin"],
  ["a new name each time", (at: number) => `u${at}`],
])("%s", async (name, nameAt) => {
  const folder = await mkdtemp(join(tmpdir(), "lyt-guess-"));
  const server = await startProcess(["build/server/start.js"], folderEnv(folder));
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const watch = watchMemory(server.pid);
  let [next, refused] = [0, 0];
  const connection = async () => {
    while (next < ATTEMPTS) if ((await signIn(agent, server.url, nameAt(next++))) === 429) refused += 1;
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const highest = watch.end();
  agent.destroy();
  process.stdout.write(`${name}: ${refused} of ${ATTEMPTS} refused, at most ${highest.toFixed(0)} MB RssAnon\n`);
  expect(refused).toBeGreaterThan(0.99 * ATTEMPTS - 200);
  expect(highest).toBeLessThan(MOST_MB);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
