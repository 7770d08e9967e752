/**
 * A write is acknowledged after its sync and not before, and a disk that fails is answered with an error: strace (Debian's
 * package of that name) makes the disk slow or broken. Where it is missing or may not attach, these tests are skipped.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { MongoServerError } from "mongodb";
import type { Collection } from "mongodb";
import { afterEach, beforeEach, expect, it as always } from "vitest";
import { indexesWrong } from "./faults/check-store";
import { outcome, withStore } from "./faults/open-store";
import { SYNC_CALLS, WRITE_CALLS, traced, whyNoStrace, withFault } from "./faults/strace";

const LATE_MS = 300;
const late = { calls: SYNC_CALLS, how: `delay_exit=${LATE_MS * 1000}` };

const why = await whyNoStrace();
if (why) process.stdout.write(`store-sync: skipped, ${why}\n`);
const it = always.skipIf(why !== undefined);

interface Item {
  _id: number;
  name: string;
  tags: string[];
}
const anItem = (n: number): Item => ({ _id: n, name: `name ${n}`, tags: ["all", `tag ${n % 5}`] });
const KEPT = Array.from({ length: 20 }, (_, n) => anItem(n));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-sync-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function settle(items: Collection<Item>): Promise<void> {
  await items.createIndex({ name: 1 }, { unique: true });
  await items.createIndex({ tags: 1 });
  await items.insertMany(KEPT);
}

const WRITES: [string, (items: Collection<Item>) => Promise<unknown>][] = [
  ["insert", (items) => items.insertOne(anItem(100))],
  ["update", (items) => items.updateOne({ _id: 1 }, { $set: { name: "changed" } })],
  ["upsert", (items) => items.updateOne({ _id: 101 }, { $set: { name: "new", tags: [] } }, { upsert: true })],
  ["findAndModify", (items) => items.findOneAndUpdate({ _id: 2 }, { $push: { tags: "more" } })],
  ["delete", (items) => items.deleteOne({ _id: 3 })],
  ["createIndexes", (items) => items.createIndex({ tags: 1, name: 1 })],
  ["dropIndexes", (items) => items.dropIndex("tags_1_name_1")],
];

it("acknowledges no write before its sync, and answers readers meanwhile", async () => {
  await withStore({ folder }, async ({ store, client }) => {
    const items = client.db("d").collection<Item>("items");
    await settle(items);
    await withFault(store, { ...late, folder }, async () => {
      for (const [name, write] of WRITES) {
        const startedAt = performance.now();
        const written = write(items).then(() => performance.now() - startedAt);
        await items.findOne({ _id: 5 });
        expect(performance.now() - startedAt, `a reader beside ${name}`).toBeLessThan(LATE_MS / 2);
        expect(await written, name).toBeGreaterThanOrEqual(LATE_MS - 1);
      }
    });
  });
});

it("lets writers share a sync", async () => {
  await withStore({ folder }, async ({ store, client }) => {
    const items = client.db("d").collection<Item>("items");
    await settle(items);
    await withFault(store, { ...late, folder }, async () => {
      const startedAt = performance.now();
      await Promise.all(Array.from({ length: 40 }, (_, n) => items.insertOne(anItem(200 + n))));
      expect(performance.now() - startedAt).toBeLessThan(LATE_MS * 10);
    });
  });
});

const everything = (items: Collection<Item>) => items.find().sort({ _id: 1 }).toArray();

it.each([
  ["a sync fails", { calls: SYNC_CALLS, how: "error=EIO" }],
  ["a sync finds no room", { calls: SYNC_CALLS, how: "error=ENOSPC" }],
  ["a page cannot be written", { calls: WRITE_CALLS, how: "error=EIO" }],
  ["there is no room for a page", { calls: WRITE_CALLS, how: "error=ENOSPC" }],
  ["a page is written by half", { calls: "writev", how: "retval=100" }],
  ["the page that makes a commit valid cannot be written", { calls: "pwrite64", how: "error=EIO" }],
])("when %s answers an error, lives, and keeps what was acknowledged", async (_what, fault) => {
  const hasNoRoom = fault.how.includes("ENOSPC");
  await withStore({ folder }, async ({ store, client }) => {
    const items = client.db("d").collection<Item>("items");
    await settle(items);
    await withFault(store, { ...fault, folder }, async () => {
      for (const [name, write] of WRITES.filter(([name]) => name !== "dropIndexes")) {
        const answer = await outcome(() => write(items));
        expect(answer, `${name} ${store.state()}`).toBeInstanceOf(MongoServerError);
        if (hasNoRoom) expect(answer, name).toMatchObject({ code: 14031 });
        expect(await outcome(() => everything(items)), `reading after ${name}`).toEqual(KEPT);
      }
    });
    expect(store.isAlive(), store.state()).toBe(true);
    if (hasNoRoom) await items.insertOne(anItem(102));
  });
  await withStore({ folder }, async ({ client }) => {
    const items = client.db("d").collection<Item>("items");
    expect(await everything(items)).toEqual(hasNoRoom ? [...KEPT, anItem(102)] : KEPT);
    expect(await indexesWrong(client.db("d"), "items", ["name", "tags"])).toEqual([]);
    await items.insertOne(anItem(103));
  });
});

it("answers an error when a new database cannot be written, and makes it when it can", async () => {
  await withStore({ folder }, async ({ store, client }) => {
    const items = client.db("new").collection<Item>("items");
    await withFault(store, { calls: `pwrite64,${SYNC_CALLS}`, how: "error=ENOSPC" }, async () => {
      expect(await outcome(() => items.insertOne(anItem(1))), store.state()).toMatchObject({ code: 14031 });
    });
    expect(store.isAlive(), store.state()).toBe(true);
    await items.insertOne(anItem(1));
  });
  await withStore({ folder }, async ({ client }) => {
    expect(await everything(client.db("new").collection<Item>("items"))).toEqual([anItem(1)]);
  });
});

const MAKES = /mkdir(?:at)?\(.*?"([^"]+)"|openat\([^"]*"([^"]+)", [A-Z_|]*O_CREAT|rename.*, "([^"]+)"/;

/** What `lines` of strace say was made in the folder to outlive a power cut, though no sync of the folder above followed. */
function unsynced(lines: readonly string[]): string[] {
  const madeAt = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    const name = MAKES.exec(line)?.slice(1).find(Boolean);
    // A file in a folder that was renamed to its place is opened there, not made.
    const isMoved = lines
      .slice(0, at)
      .some((before) => name !== undefined && before.includes(`"${dirname(name)}") = 0`));
    const isKept = name?.startsWith(folder) && !isMoved && !/lock\.mdb|\.sock$/.test(name) && !line.includes(" = -1 ");
    if (name && isKept && !madeAt.has(name)) madeAt.set(name, at);
  }
  const isSynced = ([name, at]: [string, number]) =>
    lines.slice(at).some((line) => /f(data)?sync\(/.test(line) && line.includes(`<${dirname(name)}>`));
  return [...madeAt].filter((made) => !isSynced(made)).map(([name]) => name);
}

it("syncs the folders of what it makes for a new database before it acknowledges its first write", async () => {
  await withStore({ folder }, async ({ store, client }) => {
    await client.db("old").collection("c").insertOne({});
    const lines = await traced(store, "mkdir,mkdirat,openat,rename,renameat,renameat2,fsync,fdatasync", () =>
      client.db("new").collection("c").insertOne({}),
    );
    expect(lines.filter((line) => line.includes("data.mdb")).length).toBeGreaterThan(0);
    expect(unsynced(lines)).toEqual([]);
  });
});
