/** `validate` says yes to what agrees, and sees an index entry or a record that was changed behind the store's back. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MongoClient } from "mongodb";
import { afterEach, beforeEach, expect, it } from "vitest";
import { exchangeData, readData } from "./faults/damage";
import { withStore } from "./faults/open-store";
import { StoreRefused } from "./faults/store-process";

const WORD = "zebra";
const COUNT = 300;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-validate-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const itemsOf = (client: MongoClient) => client.db("d").collection<{ _id: number; word: string; tags: string[] }>("c");

async function settle(client: MongoClient): Promise<void> {
  await itemsOf(client).createIndex({ word: 1 }, { unique: true });
  await itemsOf(client).createIndex({ tags: 1, word: -1 });
  await itemsOf(client).insertMany(
    Array.from({ length: COUNT }, (_, n) => ({
      _id: n,
      word: n === 77 ? WORD : `word ${n}`,
      tags: [`a${n % 3}`, `b${n % 5}`],
    })),
  );
}

const validate = (client: MongoClient) => client.db("d").command({ validate: "c" });

it("counts the records and the entries of every index", async () => {
  await withStore({ folder }, async ({ client }) => {
    await settle(client);
    await itemsOf(client).deleteMany({ _id: { $gte: 200 } });
    await itemsOf(client).updateMany({ _id: { $lt: 100 } }, { $push: { tags: "more" } });
    expect(await validate(client)).toMatchObject({
      ns: "d.c",
      valid: true,
      nrecords: 200,
      nIndexes: 3,
      keysPerIndex: { _id_: 200, word_1: 200, "tags_1_word_-1": 500 },
      errors: [],
      warnings: [],
      ok: 1,
    });
    await expect(client.db("d").command({ validate: "nowhere" })).rejects.toMatchObject({ code: 26 });
  });
});

/** Changes the word where it stands as text of a BSON document, or where it does not, which is in an index. */
function forge(place: "a record" | "an index"): void {
  const bytes = readData(folder);
  const length = Buffer.alloc(4);
  length.writeInt32LE(WORD.length + 1);
  let forged = 0;
  for (let at = bytes.indexOf(WORD); at >= 0; at = bytes.indexOf(WORD, at + 1)) {
    const isText = bytes.subarray(at - 4, at).equals(length);
    if (isText !== (place === "a record")) continue;
    bytes.write("x", at + WORD.length - 1, "latin1");
    forged += 1;
  }
  expect(forged, `the word was found in ${place}`).toBeGreaterThan(0);
  exchangeData(folder, bytes);
}

it.each(["a record", "an index"] as const)(
  "sees that %s was forged, if the store opens such data at all",
  async (place) => {
    await withStore({ folder }, ({ client }) => settle(client));
    forge(place);
    try {
      await withStore({ folder }, async ({ client }) => {
        const { valid, errors } = await validate(client);
        expect(valid).toBe(false);
        expect(errors).not.toEqual([]);
      });
    } catch (error) {
      if (!(error instanceof StoreRefused && error.isClear)) throw error;
    }
  },
);
