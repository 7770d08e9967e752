/** Starting: wrong settings are told in a sentence each, a second start takes over, a full folder is never shared. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbeddedStore } from "@lyt-hoejt/embedded-store";
import { folderEnv, settleFolder, withFolder } from "../support/data-folder";
import { freePort, startProcess } from "../support/server-process";
import { PASSWORD } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-start-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly error: string;
}

function runStart(env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["build/server/start.js"], {
      env: { ...process.env, DATA_DIR: folder, DEMO: "no", MONGODB_URL: "", ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let error = "";
    child.stderr.on("data", (chunk: Buffer) => (error += chunk.toString()));
    child.once("exit", (code) => resolve({ code, error }));
  });
}

function postSecurely(port: number, body: string): Promise<IncomingMessage> {
  const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: "localhost",
        port,
        path: "/log-ind",
        method: "POST",
        headers,
        ca: readFileSync("tests/cases/tls/localhost.pem"),
      },
      (response) => resolve(response.resume()),
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await ask().catch(() => undefined);
    if (answer) return answer;
    await wait(100);
  }
  throw new Error("The server did not answer.");
}

describe("a wrong setting stops the start with a clear sentence", () => {
  it.each([
    [{ PORT: "abc" }, "PORT must be a number from 0 to 65535"],
    [{ PORT: "70000" }, "PORT must be a number from 0 to 65535"],
    [{ PORT: " " }, "PORT must be a number from 0 to 65535"],
    [{ PORT: "0x10" }, "PORT must be a number from 0 to 65535"],
    [{ PUBLIC_URL: "https://lyt.dk/?a=b" }, "PUBLIC_URL must be an address such as https://lyt.example.dk"],
    [{ PUBLIC_URL: "lyt.example.dk" }, "PUBLIC_URL must be an address such as https://lyt.example.dk, without a path"],
    [{ TRUST_PROXY: "yes" }, "TRUST_PROXY must be the number of proxies in front of this server, such as 1"],
    [{ TLS_CERT: "/nowhere.pem", TLS_KEY: "/nowhere.pem" }, "TLS_CERT must be the path of a file that exists"],
    [{ TLS_CERT: "package.json" }, "TLS_CERT and TLS_KEY belong together: give both or neither"],
    [{ MONGODB_URL: "mysql://x" }, "MONGODB_URL must begin with mongodb:// or mongodb+srv://"],
    [{ DEMO: "maybe" }, "DEMO must be auto, yes or no"],
    [{ KEY_PEPPER: "short" }, "KEY_PEPPER must have at least 32 characters"],
  ])("%o", async (env, sentence) => {
    const { code, error } = await runStart(env as Record<string, string>);
    expect(code).toBe(1);
    expect(error).toContain(sentence);
  });

  it("a database that does not answer", async () => {
    const { code, error } = await runStart({ MONGODB_URL: "mongodb://127.0.0.1:9/?directConnection=true", PORT: "0" });
    expect(code).toBe(1);
    expect(error).toMatch(/^The database at MONGODB_URL does not answer/);
  });

  it("an address, a certificate, a folder that is none, and a port that is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const port = String((taken.address() as AddressInfo).port);
    for (const [env, sentence] of [
      [{ HOST: "999.1.1.1", PORT: "0" }, "HOST must be an address of this machine; 999.1.1.1 is none.\n"],
      [{ PORT: port }, `PORT ${port} is taken by another program: stop it, or give another PORT.\n`],
      [{ DATA_DIR: "package.json" }, "DATA_DIR must be a folder; "],
      [{ DATA_DIR: "/proc/nowhere" }, "DATA_DIR /proc/nowhere cannot be made here.\n"],
      [{ TLS_CERT: "tests", TLS_KEY: "tests", PORT: "0" }, "TLS_CERT and TLS_KEY must be files"],
      [
        { TLS_CERT: "package.json", TLS_KEY: "package.json", PORT: "0" },
        "TLS_CERT and TLS_KEY must be a certificate and its key in PEM form.\n",
      ],
    ] as const) {
      const { code, error } = await runStart(env);
      expect(code).toBe(1);
      expect(error).toContain(sentence);
    }
    taken.close();
  });
});

it("serves health and readiness, keeps its data to itself, and stops when told", async () => {
  const server = await startProcess(["build/server/start.js"], { DATA_DIR: folder, DEMO: "no", MONGODB_URL: "" });
  for (const path of ["/healthz", "/readyz", "/", "/svar", "/log-ind"])
    expect((await fetch(server.url + path)).status, path).toBe(200);
  expect((await stat(join(folder, "store"))).mode & 0o777).toBe(0o700);
  const second = await runStart({ PORT: new URL(server.url).port });
  expect(second.code).toBe(1);
  expect(second.error).toMatch(/in use by process \d+; stop it/);
  await server.stop();
  const again = await startProcess(["build/server/start.js"], { DATA_DIR: folder, DEMO: "no", MONGODB_URL: "" });
  await again.stop();
});

it("serves HTTPS with a certificate of its own, and then gives a cookie that only HTTPS carries", async () => {
  const settled = await settleFolder();
  const tls = { TLS_CERT: "tests/cases/tls/localhost.pem", TLS_KEY: "tests/cases/tls/localhost.key.pem" };
  const port = await freePort();
  const child = spawn(process.execPath, ["build/server/start.js"], {
    env: { ...process.env, ...folderEnv(settled), ...tls, PORT: String(port) },
    stdio: "ignore",
  });
  const body = new URLSearchParams({ name: "bo", password: PASSWORD }).toString();
  const response = await untilAnswered(() => postSecurely(port, body));
  child.kill("SIGTERM");
  expect(response.statusCode).toBe(302);
  expect(response.headers["set-cookie"]?.[0]).toMatch(
    /^__Host-lyt=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  );
  expect(response.headers["strict-transport-security"]).toContain("max-age=");
  await rm(settled, { recursive: true, force: true });
});

it("writes logs without keys, names, ids or answers", async () => {
  const settled = await settleFolder();
  const { secret, submission } = await withFolder(settled, async ({ application }) => {
    const [key] = await issueKeys(application, "eg-1a", 1);
    return { secret: key?.secret ?? "", submission: aSubmission(application, key?.secret ?? "") };
  });
  const server = await startProcess(["build/server/start.js"], { ...folderEnv(settled), LOG_LEVEL: "debug" });
  const id = freshId();
  await fetch(`${server.url}/svar/${secret}`);
  await put(server.url, id, submission);
  await put(server.url, id, '{"broken');
  await fetch(`${server.url}/log-ind`, {
    method: "POST",
    body: new URLSearchParams({ name: "bo", password: PASSWORD }),
  });
  await fetch(`${server.url}/svar/g/0123456789/fox.fox.fox`);
  const body = new URLSearchParams({ a: "b" });
  for (const path of [`/svar/${secret}/x`, "/svar/g/0123456789", "/svar/g/0123456789/fox.fox.fox/x"])
    await fetch(server.url + path, { method: "POST", body });
  for (const path of [`/svar/${secret}?_data=x`, `/svar/${secret}%E0%A4%A`, `/svar/${secret}.data`])
    await fetch(server.url + path);
  const loud = secret.toUpperCase();
  for (const path of [
    `/SVAR/${loud}).`,
    `//svar//${loud}`,
    `/%73var/${loud}`,
    "/SVAR/G/OI23456789/Fox.Fox.Fox",
    "/x/" + loud,
  ])
    await fetch(server.url + path, { redirect: "manual" });
  await server.stop();
  const log = server.output();
  expect(log).toContain('"route":"/api/responses/:id"');
  expect(log).toContain('"route":"/svar/:key"');
  const answers = Object.keys(submission.answers);
  // Everything the process says once it serves, on both outputs.
  const lines = log.slice(log.indexOf("{")).split("\n");
  const said = lines.join("\n").toLowerCase();
  expect(lines.length).toBeGreaterThan(4);
  for (const word of [secret, id, "0123456789", "oi23456789", "fox", '"bo"', PASSWORD, "127.0.0.1", ...answers])
    expect(said, word).not.toContain(word.toLowerCase());
  await rm(settled, { recursive: true, force: true });
});

it("waits for a command that has the data, and starts over what a power cut left", async () => {
  const settled = await settleFolder();
  const store = await openEmbeddedStore({ folder: join(settled, "store"), isPassing: true });
  // The folder is let go when the server has said that it waits.
  let letGo: Promise<void> | undefined;
  const server = await startProcess(["build/server/start.js"], folderEnv(settled), "/healthz", (output) => {
    if (output.includes("in use by another process; waiting")) letGo ??= store.close();
  });
  expect(letGo).toBeDefined();
  await letGo;
  await server.kill();
  // Its number now is somebody else's, who lives and serves nothing.
  await writeFile(join(settled, "store", "lock"), `${process.ppid} 0 staying`);
  const again = await startProcess(["build/server/start.js"], folderEnv(settled));
  await again.stop();
  await rm(settled, { recursive: true, force: true });
});
