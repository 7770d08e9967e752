/** Folders of earlier formats are brought up when they are opened, whole or not at all; those of a later one are refused. */
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "bson";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openEmbeddedStore } from "../src/embedded-store";
import { withSum } from "../src/storage/checksum";
import { openEntries } from "./faults/open-entries";
import { withStore } from "./faults/open-store";
import { StoreRefused, startStore } from "./faults/store-process";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-format-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const COUNT = 1200;
const aDocument = (n: number) => ({ _id: n, word: `word ${n}`, tags: [`a${n % 3}`, "all"], text: "æ".repeat(n % 300) });

/** Keys as the first two formats made them matter little: they are made anew. */
function keyOf(id: number, n: number): Buffer {
  const key = Buffer.alloc(9);
  key[0] = 1;
  key.writeUInt32BE(id, 1);
  key.writeUInt32BE(n, 5);
  return key;
}

const CATALOG = Buffer.of(0);
const FIELDS = { word: 1, tags: -1 } as const;
const INDEX = { id: 2, name: "word_1_tags_-1", isUnique: true, isMultikey: true, isShortened: false };

/** A database as version 1 (fields of an index in an object) and 2 (in pairs) wrote it: no entry ends with a sum. */
async function settle(format: number, documents = COUNT): Promise<void> {
  await mkdir(join(folder, "db-d"), { recursive: true });
  const file = openEntries(folder, "d");
  await file.transaction(() => {
    const key = format === 1 ? FIELDS : Object.entries(FIELDS);
    const collections = [{ id: 1, name: "c", isShortened: false, indexes: [{ ...INDEX, key }] }];
    const catalog = Buffer.from(JSON.stringify({ nextId: 3, collections, format }));
    void file.put(CATALOG, format < 3 ? catalog : withSum(CATALOG, catalog));
    for (let n = 0; n < documents; n += 1) {
      void file.put(keyOf(1, n), Buffer.from(serialize(aDocument(n))));
      void file.put(keyOf(2, n), Buffer.from("an entry"));
    }
  });
  await file.close();
}

it.each([1, 2])("brings a folder of format %i up: documents, indexes, and that they are unique", async (format) => {
  await settle(format);
  for (const time of ["first", "second"]) {
    await withStore({ folder }, async ({ client }) => {
      const collection = client.db("d").collection<{ _id: number; word: string }>("c");
      expect(await collection.find().sort({ _id: 1 }).toArray(), time).toEqual(
        Array.from({ length: COUNT }, (_, n) => aDocument(n)),
      );
      expect(await collection.find({ word: "word 77" }).toArray()).toEqual([aDocument(77)]);
      expect(await client.db("d").command({ validate: "c" })).toMatchObject({
        valid: true,
        nrecords: COUNT,
        keysPerIndex: { [INDEX.name]: 2 * COUNT },
      });
      expect((await collection.indexes()).map(({ key, unique }) => ({ key, unique }))).toContainEqual({
        key: FIELDS,
        unique: true,
      });
      await expect(collection.insertOne({ ...aDocument(3), _id: -1 })).rejects.toMatchObject({ code: 11000 });
    });
    expect((await readdir(join(folder, "db-d"))).sort()).toEqual(["data.mdb", "lock.mdb"]);
  }
});

it("is brought up, or as before, whenever the power went meanwhile", async () => {
  await settle(2);
  const untouched = `${folder}-untouched`;
  await cp(folder, untouched, { recursive: true });
  for (let afterMs = 0; afterMs < 400; afterMs += 40) {
    await rm(folder, { recursive: true });
    await cp(untouched, folder, { recursive: true });
    const starting = startStore({ folder });
    const cut = new Promise((resolve) => setTimeout(resolve, 300 + afterMs));
    const store = await Promise.race([starting, cut.then(() => undefined)]);
    if (store) await store.kill();
    else await starting.then((one) => one.kill());
    await withStore({ folder }, async ({ client }) => {
      expect(await client.db("d").collection("c").countDocuments()).toBe(COUNT);
      expect(await client.db("d").command({ validate: "c" })).toMatchObject({ valid: true });
    });
  }
  await rm(untouched, { recursive: true });
});

it("is brought up although the version before was cut short while it erased an older file", async () => {
  await settle(2);
  await writeFile(join(folder, "db-d", "old.mdb"), "what was deleted");
  await withStore({ folder }, async ({ client }) => {
    expect(await client.db("d").collection("c").countDocuments()).toBe(COUNT);
    await client.db("d").command({ compact: "c" });
  });
  expect((await readdir(join(folder, "db-d"))).sort()).toEqual(["data.mdb", "lock.mdb"]);
});

it("refuses a folder of a later format, and says what to do", async () => {
  await settle(99);
  await expect(startStore({ folder })).rejects.toThrow(StoreRefused);
  await expect(openEmbeddedStore({ folder })).rejects.toThrow("written by a newer version; use that version");
});

it("leaves a folder as it is that cannot be brought up", async () => {
  await settle(2);
  const file = openEntries(folder, "d");
  await file.put(keyOf(1, 5), Buffer.from(serialize({ ...aDocument(6), _id: 5000 })));
  await file.close();
  for (let times = 0; times < 2; times += 1)
    await expect(openEmbeddedStore({ folder })).rejects.toThrow("of format 2, cannot be brought to format 3");
});
