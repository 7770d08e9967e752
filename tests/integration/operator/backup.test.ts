/** `lyt backup` and `lyt restore`, there and back: the demo municipality, beside a server and alone, byte for byte. */
import { cp, mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { EJSON, deserialize } from "bson";
import { afterAll, beforeAll, expect, it } from "vitest";
import { backUp } from "../../../server/database/backup";
import { connectDatabase } from "../../../server/database/connect";
import { folderEnv, settleFolder, withFolder } from "../../support/data-folder";
import { filesOf, hashesOf, newFolder } from "../../support/backup-folder";
import { lyt, lytJson, lytWith } from "../../support/lyt-process";
import { startProcess } from "../../support/server-process";

interface Copied {
  readonly folder: string;
  readonly documents: number;
  readonly bytes: number;
  readonly collections: readonly { collection: string; documents: number; bytes: number }[];
}

let folder: string;
let work: string;
beforeAll(async () => {
  [folder, work] = [await newFolder(), await newFolder()];
  await lytJson(folder, "demo", "load");
}, 180_000);
afterAll(async () => {
  for (const one of [folder, work]) await rm(one, { recursive: true, force: true });
});

const into = (name: string) => join(work, name);

it("writes what mongodump writes, for its owner alone, and no secret of a round", async () => {
  const done = await lytJson<Copied>(folder, "backup", into("first"));
  const files = await filesOf(into("first"));
  expect((await stat(into("first"))).mode & 0o777).toBe(0o700);
  expect((await stat(into("first/lyt-hoejt"))).mode & 0o777).toBe(0o700);
  expect(new Set([...files.values()].map(({ mode }) => mode))).toEqual(new Set(["600"]));
  expect(await readdir(into("first"))).toEqual(["lyt-hoejt"]);
  expect(await readdir(work)).toEqual(["first"]);
  const keys = done.collections.find(({ collection }) => collection === "keys");
  expect(keys).toEqual({ collection: "keys", documents: 1991, bytes: files.get("lyt-hoejt/keys.bson")?.bytes.length });
  expect(EJSON.parse(files.get("lyt-hoejt/keys.metadata.json")?.bytes.toString() ?? "")).toEqual({
    options: {},
    indexes: [
      { v: 2, key: { _id: 1 }, name: "_id_" },
      { v: 2, key: { own: 1 }, name: "own_1" },
      { v: 2, key: { round: 1, state: 1 }, name: "round_1_state_1" },
      { v: 2, key: { group: 1 }, name: "group_1" },
    ],
    collectionName: "keys",
    type: "collection",
  });
  expect(files.get("lyt-hoejt/keys.metadata.json")?.bytes.toString()).toContain('"v":{"$numberInt":"2"}');
  const { secrets, responses } = await withFolder(folder, async ({ database }) => ({
    secrets: await database.secrets.collection("roundSecrets").find().toArray(),
    responses: await database.main.collection("responses").find({}, { raw: true }).toArray(),
  }));
  const stored = Buffer.concat(responses as unknown as Uint8Array[]);
  expect(files.get("lyt-hoejt/responses.bson")?.bytes.equals(stored)).toBe(true);
  expect(secrets.length).toBeGreaterThan(0);
  for (const { secret } of secrets as unknown as { secret: string }[])
    for (const [name, { bytes }] of files) expect(bytes.includes(secret), name).toBe(false);
});

it("comes back into a new folder byte for byte, with its indexes, and again only with --drop", async () => {
  const fresh = await newFolder();
  const restored = await lytJson<Copied>(fresh, "restore", into("first"));
  const again = await lytJson<Copied>(fresh, "backup", into("second"));
  expect(restored.collections).toEqual(again.collections);
  expect(await hashesOf(into("second"))).toEqual(await hashesOf(into("first")));
  const refused = await lyt(fresh, "restore", into("first"));
  expect(refused.error).toBe("actions holds documents already; --drop replaces them. (restore.notEmpty)\n");
  expect((await lyt(fresh, "restore", into("first"), "--drop")).code).toBe(0);
  await lytJson(fresh, "backup", into("third"));
  expect(await hashesOf(into("third"))).toEqual(await hashesOf(into("first")));
  // Nor is the pepper in it: whoever restores puts it there.
  await cp(join(folder, "pepper"), join(fresh, "pepper"));
  // The round secrets are neither in the backup nor made up.
  await withFolder(fresh, async ({ database }) => {
    expect(await database.secrets.collection("roundSecrets").countDocuments()).toBe(0);
  });
  await rm(fresh, { recursive: true });
});

it("backs up, checks and compacts beside a running server, and restores only without one", async () => {
  const server = await startProcess(["build/server/start.js"], folderEnv(folder));
  const sessions = await lytJson<Copied>(folder, "backup", into("beside"));
  expect(sessions.documents).toBeGreaterThan(2500);
  expect((await lyt(folder, "check")).code).toBe(0);
  expect(await lytJson(folder, "compact")).toEqual({ bytesFreed: expect.any(Number) as number });
  for (const args of [["restore", into("first"), "--drop"], ["store"]]) {
    const { code, error } = await lyt(folder, ...args);
    expect(code).toBe(1);
    expect(error).toContain(`are in use by process ${server.pid}; stop it, or use its socket: mongodb://`);
  }
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await server.stop();
});

it("is whole or not there", async () => {
  await writeFile(into("file"), "");
  expect((await lyt(folder, "backup", into("file"))).error).toContain("is not a folder. (backup.notEmpty)");
  expect((await lyt(folder, "backup", into("first"))).error).toContain(
    "is not empty; name a new folder. (backup.notEmpty)",
  );
  await mkdir(into("empty"));
  await mkdir(into("empty.partial"));
  expect((await lyt(folder, "backup", into("empty"))).error).toContain("cut short; delete it first. (backup.partial)");
  await rm(into("empty.partial"), { recursive: true });
  expect((await lyt(folder, "backup", into("empty"))).code).toBe(0);
  const nothing = await newFolder();
  expect((await lyt(nothing, "backup", into("nothing"))).error).toBe(
    `There are no data in ${nothing}. (store.empty)\n`,
  );
  const elsewhere = { ...folderEnv(folder), MONGODB_URL: "mongodb://127.0.0.1:9/" };
  expect((await lytWith(elsewhere, "backup", into("nothing"))).error).toMatch(/mongodump .*\(backup\.elsewhere\)\n$/);
  expect((await readdir(work)).filter((name) => name.startsWith("nothing"))).toEqual([]);
  await rm(nothing, { recursive: true });
});

it("is of one moment, while answers arrive", async () => {
  const settled = await settleFolder();
  await withFolder(settled, async ({ database: { main } }) => {
    const pairs = main.collection<{ _id: number; twin: number }>("pairs");
    const twins = main.collection<{ _id: number }>("twins");
    let isOver = false;
    // A twin is there before whoever names it.
    const writing = (async () => {
      for (let n = 0; !isOver; n += 1) {
        await twins.insertOne({ _id: n });
        await pairs.insertOne({ _id: n, twin: n });
      }
    })();
    for (let attempt = 0; attempt < 3; attempt += 1) await lytJson(settled, "backup", into(`moment-${attempt}`));
    isOver = true;
    await writing;
  });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const files = await filesOf(into(`moment-${attempt}`));
    const count = (name: string) => {
      const bytes = files.get(`lyt-hoejt/${name}.bson`)?.bytes ?? Buffer.alloc(0);
      let documents = 0;
      for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at)) {
        deserialize(bytes.subarray(at, at + bytes.readInt32LE(at)));
        documents += 1;
      }
      return documents;
    };
    const [pairs, twins] = [count("pairs"), count("twins")];
    expect(twins).toBeGreaterThan(0);
    expect(twins - pairs === 0 || twins - pairs === 1).toBe(true);
  }
  await rm(settled, { recursive: true });
});

it("begins again when the files are rewritten meanwhile", async () => {
  const dataDir = await newFolder();
  const database = await connectDatabase({ dataDir, onFault: () => {} });
  const large = database.main.collection("large");
  for (let n = 0; n < 60; n += 1) await large.insertOne({ text: `${n} `.repeat(300_000) });
  const rewritten = database.forgetDeleted();
  await wait(20);
  const [copied] = await backUp(database, into("rewritten"));
  await rewritten;
  expect(copied?.documents).toBe(60);
  expect((await filesOf(into("rewritten"))).get("lyt-hoejt/large.bson")?.bytes.length).toBe(copied?.bytes);
  await database.close();
  await rm(dataDir, { recursive: true });
});
