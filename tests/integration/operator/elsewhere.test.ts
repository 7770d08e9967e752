/** A backup of the embedded store in another server (MONGODB_URL): what a municipality does when it outgrows the store. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type mongoose from "mongoose";
import { expect, it } from "vitest";
import { backUp } from "../../../server/database/backup";
import type { Database } from "../../../server/database/connect";
import { connectDatabase } from "../../../server/database/connect";
import { restore } from "../../../server/database/restore";
import { newFolder } from "../../support/backup-folder";
import { otherServer } from "@lyt-hoejt/embedded-store/interop/other-server";

const onFault = (error: unknown) => {
  throw error;
};

const documents = Array.from({ length: 1500 }, (_, n) => ({
  _id: `answer-${String(n).padStart(4, "0")}`,
  round: "forar",
  answers: { q1: n % 5, list: ["a", n, null], when: new Date(n), share: n / 7 },
}));

async function contentsOf({ main }: Database): Promise<unknown> {
  const responses = main.collection("responses");
  const found = responses.find({}, { sort: { _id: 1 }, raw: true });
  const bytes = Buffer.concat((await found.toArray()) as unknown as Uint8Array[]);
  const indexes = (await responses.indexes()) as { name?: string; key: unknown; unique?: boolean }[];
  return { bytes, indexes: indexes.map(({ name, key, unique = false }) => ({ name, key, unique })) };
}

const insertAll = async (main: mongoose.Connection) => {
  await main.collection("responses").insertMany(documents as never);
  await main.collection("responses").createIndex({ round: 1, "answers.q1": -1 });
  await main.collection("responses").createIndex({ "answers.when": 1 }, { unique: true });
};

it.skipIf(!otherServer.url)("takes documents and indexes as they were", async () => {
  const [dataDir, work] = [await newFolder(), await newFolder()];
  const here = await connectDatabase({ dataDir, onFault });
  const name = `lyt-elsewhere-${process.pid}`;
  const there = await connectDatabase({ dataDir, mongodbUrl: otherServer.url ?? "", name, onFault });
  await insertAll(here.main);
  await backUp(here, join(work, "a"));
  for (const isDropping of [false, true])
    expect((await restore(there, join(work, "a"), { isDropping })).collections).toMatchObject([{ documents: 1500 }]);
  await expect(restore(there, join(work, "a"), { isDropping: false })).rejects.toMatchObject({
    code: "restore.notEmpty",
  });
  expect(await contentsOf(there)).toEqual(await contentsOf(here));
  await there.main.dropDatabase();
  for (const database of [here, there]) await database.close();
  for (const folder of [dataDir, work]) await rm(folder, { recursive: true });
});
