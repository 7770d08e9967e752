/** `npm run dev` as a developer has it: on this machine alone, and with the same cards after every restart. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { get } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { folderEnv, settleFolder, withFolder } from "../support/data-folder";
import { listeningAddresses } from "../support/listening";
import { freePort } from "../support/server-process";
import { issueKeys } from "../support/submissions";

let folder: string;
let port: number;
let server: ChildProcess;
let output = "";
let ended: Promise<unknown>;

const countKeys = () =>
  withFolder(folder, ({ database }) => database.main.collection("keys").countDocuments()) as Promise<number>;

const START_WITHIN_MS = 60_000;

/** What is printed at each start: the address of every way in, without pictures or names. */
const printed = () =>
  output
    .split("Lyt Højt is at ")
    .slice(1)
    .map((text) => text.match(/\/svar\/\S+/g));
const waitForStart = (count: number) =>
  expect.poll(() => output.match(/^ {2}Adults /gm)?.length ?? 0, { timeout: START_WITHIN_MS }).toBe(count);

async function startDev(): Promise<void> {
  output = "";
  server = spawn("npm", ["run", "dev"], {
    env: { ...process.env, ...folderEnv(folder), PORT: String(port), HOST: "", NO_COLOR: "1" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  ended = once(server, "close");
  await waitForStart(1);
}

async function stopDev(): Promise<void> {
  server.kill("SIGTERM");
  await ended;
}

beforeAll(async () => {
  folder = await settleFolder();
  await withFolder(folder, async ({ application }) => {
    const municipality = await application.stores.organisation.findMunicipality();
    await application.stores.organisation.saveMunicipality({ ...municipality!, isInvented: true });
    await issueKeys(application, "eg-1a", 1);
  });
  port = await freePort();
});
afterAll(async () => {
  server.kill("SIGTERM");
  await rm(folder, { recursive: true, force: true });
});

const BANDS_OF_THE_GROUPS = 2;

it(
  "listens on this machine alone, pages and the socket for what was edited on one port",
  async () => {
    await startDev();
    expect(listeningAddresses(server.pid!)).toEqual([`127.0.0.1:${port}`]);
    const client = await (await fetch(`http://127.0.0.1:${port}/@vite/client`)).text();
    expect(client).toContain("const hmrPort = null");
    const headers = {
      Connection: "Upgrade",
      Upgrade: "websocket",
      "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
      "Sec-WebSocket-Version": "13",
      "Sec-WebSocket-Protocol": "vite-hmr",
    };
    const request = get({ host: "127.0.0.1", port, headers });
    const [answer] = (await once(request, "upgrade")) as [IncomingMessage];
    expect(answer.statusCode).toBe(101);
    answer.socket.destroy();
  },
  START_WITHIN_MS,
);

it(
  "prints at a restart the cards it has printed before, and issues none",
  async () => {
    server.stdin?.write("\n");
    await waitForStart(2);
    const [first, second] = printed();
    expect(first).toHaveLength(BANDS_OF_THE_GROUPS);
    expect(second).toEqual(first);
    await stopDev();
    expect(await countKeys()).toBe(1 + BANDS_OF_THE_GROUPS);
    await startDev();
    expect(printed()).toEqual([first]);
    await stopDev();
    expect(await countKeys()).toBe(1 + BANDS_OF_THE_GROUPS);
  },
  START_WITHIN_MS,
);

it(
  "prints another card in place of one that has been used",
  async () => {
    const [before] = printed();
    await withFolder(folder, async ({ database }) => {
      await database.main.collection("keys").updateMany({ group: "eg-1a" }, { $set: { state: "spent" } });
    });
    await startDev();
    const [after] = printed();
    await stopDev();
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[1]).not.toBe(before?.[1]);
    expect(await countKeys()).toBe(2 + BANDS_OF_THE_GROUPS);
  },
  START_WITHIN_MS,
);
