/** `lyt store`: the data folder for tools, on its socket and on TCP, until it is told to stop. */
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { findRunningStore } from "@lyt-hoejt/embedded-store";
import { folderEnv } from "../../support/data-folder";
import { lyt, lytWith, startStore } from "../../support/lyt-process";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-store-command-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function countVia(url: string): Promise<number> {
  const client = await MongoClient.connect(url);
  try {
    return await client.db("d").collection("c").countDocuments();
  } finally {
    await client.close();
  }
}

it("serves socket and port, keeps what was written, and ends cleanly", async () => {
  const store = await startStore(folder, "--tcp", "0");
  expect(store.folder).toBe(folder);
  expect(store.tcpUrl).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/\?directConnection=true$/);
  const client = await MongoClient.connect(store.tcpUrl ?? "");
  await client.db("d").collection("c").insertMany([{}, {}]);
  await client.close();
  expect(await countVia(store.url)).toBe(2);
  expect(await store.stop()).toBe(0);
  expect(await readdir(join(folder, "store"))).toEqual(["db-d"]);
  const again = await startStore(folder);
  expect(again.tcpUrl).toBeUndefined();
  expect(await countVia(again.url)).toBe(2);
  expect(await again.stop("SIGTERM")).toBe(0);
});

it("says that there are no passwords, and how to end it", async () => {
  const said = lyt(folder, "store", "--tcp", "0");
  const lock = join(folder, "store", "lock");
  await vi.waitFor(async () => expect(await findRunningStore(join(folder, "store"))).toBeDefined(), 20_000);
  process.kill(Number((await readFile(lock, "utf8")).split(" ")[0]), "SIGTERM");
  const { code, out } = await said;
  expect(code).toBe(0);
  expect(out).toMatch(
    /^mongodb:.*store\.sock.*\nmongodb:\/\/127\.0\.0\.1:.*no users, no passwords\.\nCtrl-C ends it\.\n$/s,
  );
});

it("says who has the data, and where tools reach them", async () => {
  const store = await startStore(folder, "--tcp", "0");
  const { code, error } = await lyt(folder, "store");
  expect(code).toBe(1);
  expect(error).toBe(
    `The data in ${join(folder, "store")} are in use by process ${store.pid}; stop it, or use its socket: ${store.url} (store.inUse)\n`,
  );
  const port = new URL(store.tcpUrl ?? "").port;
  const other = await mkdtemp(join(tmpdir(), "lyt-store-command-"));
  expect((await lyt(other, "store", "--tcp", port)).error).toBe(
    `Port ${port} is taken by another program: give another --tcp. (store.portTaken)\n`,
  );
  expect(await readdir(join(other, "store"))).toEqual([]);
  await rm(other, { recursive: true });
  await store.stop();
});

it("refuses a port that is none, and a server of its own", async () => {
  expect((await lyt(folder, "store", "--tcp", "70000")).error).toContain("a number from 0 to 65535");
  const elsewhere = { ...folderEnv(folder), MONGODB_URL: "mongodb://name:secret@127.0.0.1:9/" };
  const { code, error } = await lytWith(elsewhere, "store");
  expect(code).toBe(1);
  expect(error).toMatch(/^The data lie in the server at MONGODB_URL: .* \(store\.elsewhere\)\n$/);
  expect(error).not.toContain("secret");
});
