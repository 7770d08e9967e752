/** No room left: by a bound of the system on files, on a full disk. Nothing acknowledged goes. */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoServerError } from "mongodb";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fill, fillByMany, makeRoom, stillHolds } from "./faults/fill";
import { withStore } from "./faults/open-store";
import { mountSmallDisk, whyNoSmallDisk } from "./faults/small-disk";

const MEGABYTE = 1024 * 1024;
const BOUND = 5 * MEGABYTE;
const REFUSED = 1000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-room-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it.skipIf(spawnSync("prlimit", ["--version"]).status !== 0)(
  "answers OutOfDiskSpace where the system bounds the size of files",
  async () => {
    const by = ["prlimit", `--fsize=${BOUND}`, "--"];
    const filled = await withStore({ folder, by }, async ({ store, client }) => {
      const filled = await fillByMany(client, { mostBytes: 2 * BOUND });
      expect(filled.refusal, store.state()).toMatchObject({ code: 14031 });
      expect(await stillHolds(client, filled)).toEqual([]);
      return filled;
    });
    await withStore({ folder }, async ({ client }) => {
      expect(await stillHolds(client, filled)).toEqual([]);
      await makeRoom(client, filled);
    });
  },
);

const whyNoDisk = await whyNoSmallDisk();
if (whyNoDisk) process.stdout.write(`store-room: the full disk is skipped, ${whyNoDisk}\n`);

it.skipIf(whyNoDisk !== undefined)("lives on a full disk, and writes again when there is more", async () => {
  const disk = await mountSmallDisk(folder, 5);
  try {
    const filled = await withStore(disk, async ({ store, client }) => {
      const filled = await fill(client, { mostBytes: 2 * BOUND });
      expect(filled.refusal, store.state()).toMatchObject({ code: 14031 });
      expect(await stillHolds(client, filled)).toEqual([]);
      // A database that is not there yet cannot be made either; to ask for it must not be the end of the process.
      const other = await client
        .db("other")
        .collection("c")
        .insertOne({ text: "x".repeat(5000) })
        .catch(String);
      expect(store.isAlive(), `${store.state()} ${JSON.stringify(other)}`).toBe(true);
      await disk.resize(20);
      expect((await fill(client, { mostBytes: MEGABYTE, collection: "more" })).refusal).toBeUndefined();
      return makeRoom(client, filled);
    });
    await withStore(disk, async ({ client }) => {
      expect(await stillHolds(client, filled)).toEqual([]);
    });
  } finally {
    await disk.remove();
  }
});

it.skipIf(whyNoDisk !== undefined)("gives a rewrite up that finds no room, and keeps what there is", async () => {
  const disk = await mountSmallDisk(folder, 9);
  try {
    await withStore(disk, async ({ store, client }) => {
      const filled = await fill(client, { mostBytes: BOUND });
      expect(filled.refusal, store.state()).toBeUndefined();
      for (let times = 0; times < 2; times += 1)
        await expect(client.db("d").command({ compact: "items" }), store.state()).rejects.toMatchObject({
          code: 14031,
        });
      expect(store.isAlive(), store.state()).toBe(true);
      expect(await stillHolds(client, filled)).toEqual([]);
      expect((await fill(client, { mostBytes: MEGABYTE, collection: "more" })).refusal).toBeUndefined();
    });
  } finally {
    await disk.remove();
  }
});

it.skipIf(whyNoDisk !== undefined)("says little while a thousand writes are refused", async () => {
  const disk = await mountSmallDisk(folder, 5);
  try {
    await withStore(disk, async ({ store, client }) => {
      const items = client.db("d").collection<{ _id: number; text?: string }>("items");
      await fill(client, { mostBytes: 2 * BOUND });
      const text = "x".repeat(20_000);
      const codes = new Set<unknown>();
      for (let n = 0; n < REFUSED; n += 1)
        await items.insertOne({ _id: 100_000 + n, text }).then(
          () => codes.add("taken"),
          (error: unknown) => codes.add(error instanceof MongoServerError ? error.code : error),
        );
      expect([...codes]).toEqual([14031]);
      expect(await items.countDocuments({ text })).toBe(0);
      expect(store.linesSaid(), store.state()).toBeGreaterThan(0);
      expect(store.linesSaid(), store.state()).toBeLessThan(10);
      // The very next write is taken when there is room.
      await disk.resize(20);
      await items.insertOne({ _id: 100_000, text });
    });
  } finally {
    await disk.remove();
  }
});
