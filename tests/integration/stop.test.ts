/** Ending: whatever signal, at whatever moment, to whichever process, everything ends in time, and who was asked is answered. */
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { folderEnv, settleFolder, withFolder } from "../support/data-folder";
import { freePort, startProcess } from "../support/server-process";
import { aSubmission, freshId, issueKeys } from "../support/submissions";

/** Who stops a server does not want to wait for it. */
const ENDS_WITHIN_MS = 3000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-stop-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Every process whose environment names our folder: npm's, node's, and whatever they started. */
function living(): string[] {
  const { stdout } = spawnSync("sh", ["-c", `grep -lsz "^DATA_DIR=${folder}$" /proc/[0-9]*/environ || true`]);
  return stdout.toString().split("\n").filter(Boolean);
}

async function untilNoneLives(): Promise<number> {
  const since = performance.now();
  while (living().length > 0 && performance.now() - since < 3 * ENDS_WITHIN_MS) await wait(50);
  return performance.now() - since;
}

interface Started {
  readonly npm: ChildProcess;
  readonly port: number;
  output(): string;
}

async function npmStart(env: Record<string, string> = {}): Promise<Started> {
  const port = await freePort();
  const npm = spawn("npm", ["start"], {
    env: { ...process.env, DATA_DIR: folder, DEMO: "no", MONGODB_URL: "", PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [npm.stdout, npm.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return { npm, port, output: () => output };
}

async function untilReady(port: number): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (
      await fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await wait(50);
  }
  throw new Error("It did not become ready.");
}

async function untilSaid({ output }: Started, words: string): Promise<void> {
  for (let attempt = 0; attempt < 1200 && !output().includes(words); attempt += 1) await wait(50);
  expect(output()).toContain(words);
}

describe("npm start", () => {
  it.each([
    ["SIGTERM", 0],
    ["SIGINT", 0],
    ["SIGHUP", null],
    ["SIGKILL", null],
  ] as const)("%s to npm ends everything as soon as it is ready", async (signal, exitCode) => {
    const { npm, port } = await npmStart();
    await untilReady(port);
    const ended = once(npm, "exit") as Promise<[number | null]>;
    npm.kill(signal);
    expect((await ended)[0]).toBe(exitCode);
    expect(await untilNoneLives()).toBeLessThan(ENDS_WITHIN_MS);
    expect(living()).toEqual([]);
  });

  it("ends while it loads the demo, and says so by its exit code", async () => {
    const started = await npmStart({ DEMO: "yes" });
    await untilSaid(started, "Loading the demo municipality");
    const ended = once(started.npm, "exit") as Promise<[number | null]>;
    started.npm.kill("SIGTERM");
    expect((await ended)[0]).toBe(143);
    expect(await untilNoneLives()).toBeLessThan(ENDS_WITHIN_MS);
  });

  it.each([
    [50, "SIGTERM"],
    [500, "SIGHUP"],
    [900, "SIGTERM"],
    [1300, "SIGHUP"],
  ] as const)("leaves nothing behind %i ms after it was called, by %s", async (ms, signal) => {
    const { npm } = await npmStart();
    const ended = once(npm, "exit");
    await wait(ms);
    npm.kill(signal);
    await ended;
    // While Node loads the program it hears nothing, which takes longer where others work, too.
    expect(await untilNoneLives()).toBeLessThan(2 * ENDS_WITHIN_MS);
  });
});

it("ends a build, with the programs that the build has started", async () => {
  const script = `
    import { endWithChildren } from "./scripts/signals.mjs";
    import { run } from "./scripts/project.mjs";
    endWithChildren();
    process.stdout.write("running");
    await run("sh", ["-c", "sleep 60 & sleep 60"]);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, DATA_DIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  await wait(300);
  expect(living().length).toBe(4);
  const ended = once(child, "exit") as Promise<[number | null]>;
  child.kill("SIGHUP");
  expect((await ended)[0]).toBe(129);
  expect(await untilNoneLives()).toBeLessThan(ENDS_WITHIN_MS);
});

const request = (head: string) => `${head} HTTP/1.1\r\nHost: localhost\r\n`;

async function opened(port: number, text = ""): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.write(text);
  return socket;
}

describe("a server that is told to end", () => {
  it("does not wait for who has not asked, or not asked to the end", async () => {
    const server = await startProcess(["build/server/start.js"], folderEnv(folder));
    const port = Number(new URL(server.url).port);
    const sockets = [
      await opened(port),
      await opened(port, "GET /rea"),
      await opened(port, `${request("GET /healthz")}\r\n`),
      await opened(
        port,
        `${request("PUT /api/responses/x")}Content-Type: application/json\r\nContent-Length: 90\r\n\r\n{`,
      ),
      await opened(port, `${request("POST /log-ind")}Content-Length: 90\r\n\r\nname=`),
    ];
    await wait(200);
    const since = performance.now();
    await server.stop();
    expect(performance.now() - since).toBeLessThan(ENDS_WITHIN_MS + 500);
    for (const socket of sockets) socket.destroy();
  });

  it("answers what it was asked, and an answer it gave is kept", async () => {
    const settled = await settleFolder();
    const bodies = await withFolder(settled, async ({ application }) =>
      (await issueKeys(application, "eg-1a", 24)).map(({ secret }) => JSON.stringify(aSubmission(application, secret))),
    );
    const server = await startProcess(["build/server/start.js"], folderEnv(settled));
    const port = Number(new URL(server.url).port);
    const ids: string[] = [];
    const answers = bodies.map(async (body) => {
      const id = freshId();
      const head = `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
      const socket = await opened(port, request(`PUT /api/responses/${id}`) + head + body);
      let text = "";
      socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
      await new Promise((resolve) => socket.once("close", resolve));
      if (text.startsWith("HTTP/1.1 200")) ids.push(id);
      return text;
    });
    await wait(60);
    await server.stop();
    const all = await Promise.all(answers);
    // Some were asked before the end and some after; the former have the whole of their answer.
    for (const text of all) expect(text === "" || /^HTTP\/1\.1 200[^]*"receipt"[^]*\}$/.test(text), text).toBe(true);
    await withFolder(settled, async ({ database }) => {
      for (const id of ids)
        expect(await database.main.collection("responses").countDocuments({ _id: id as never })).toBe(1);
    });
    await rm(settled, { recursive: true, force: true });
  });
});
