/** Cursors whose client has gone hold no results in memory, and nothing at all once they are killed or their session ends. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UUID } from "mongodb";
import type { MongoClient } from "mongodb";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ALL_BYTES, abandon, churn, fileBytes, itemsOf, settle } from "./faults/abandoned";
import { withStore } from "./faults/open-store";

const ABANDONED = 60;
const ROUNDS = 5;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-abandoned-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("hold no results in memory", async () => {
  await withStore({ folder }, async ({ store, client }) => {
    await settle(client);
    const find = { find: "items", filter: {}, batchSize: 1 };
    const sorted = { find: "items", filter: { _id: { $gte: 0 } }, sort: { _id: -1 }, batchSize: 1 };
    // What a store needs for itself is seen after the first of them.
    await abandon(store, find, 5);
    await abandon(store, sorted, 5);
    const before = store.ownBytes();
    const answers = [...(await abandon(store, find, ABANDONED / 2)), ...(await abandon(store, sorted, ABANDONED / 2))];
    expect(answers.filter(({ cursor }) => String(cursor?.id) !== "0")).toHaveLength(ABANDONED);
    if (before !== undefined) expect((store.ownBytes() ?? 0) - before).toBeLessThan((ABANDONED * ALL_BYTES) / 4);
    expect(await itemsOf(client).countDocuments()).toBe(20);
  });
});

it.each([
  ["of a find", { find: "items", batchSize: 1 }],
  ["of an aggregation", { aggregate: "items", pipeline: [{ $match: {} }], cursor: { batchSize: 1 } }],
])("%s keep no old pages once they are killed", async (_what, command) => {
  await withStore({ folder }, async ({ store, client }) => {
    await settle(client);
    const answers = await abandon(store, command, 5);
    expect(answers).toHaveLength(5);
    const cursors = answers.map(({ cursor }) => cursor.id as unknown);
    const { cursorsKilled } = await client.db("d").command({ killCursors: "items", cursors });
    expect(cursorsKilled).toHaveLength(5);
    await expectPagesAreUsedAgain(client);
  });
});

it("of an export keep no old pages once its session has ended", async () => {
  await withStore({ folder }, async ({ store, client }) => {
    await settle(client);
    const lsid = { id: new UUID() };
    const [answer] = await abandon(store, { exportDatabase: 1, lsid }, 1);
    expect(answer).toMatchObject({ ok: 1 });
    await client.db("admin").command({ endSessions: [lsid] });
    await expectPagesAreUsedAgain(client);
  });
});

async function expectPagesAreUsedAgain(client: MongoClient): Promise<void> {
  await churn(client, 2);
  const before = fileBytes(folder);
  await churn(client, ROUNDS);
  expect(fileBytes(folder) - before).toBeLessThan((ROUNDS * ALL_BYTES) / 4);
}
