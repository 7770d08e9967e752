/**
 * Data as a power cut leaves them are what was committed; data that a failing disk has changed are refused clearly. What
 * LMDB promises of this, and what it does not, stands in `faults/damage.ts`.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededChance } from "./faults/chance";
import {
  dataFileOf,
  emptyPage,
  halfCommitted,
  noisyPage,
  pageSizeOf,
  pagesOf,
  shortened,
  withNoiseBehind,
} from "./faults/damage";
import { withStore } from "./faults/open-store";
import { openDamaged, settleStore } from "./faults/damaged-store";
import type { Settled } from "./faults/damaged-store";
import { drawSeed } from "./faults/scaled";

const chance = seededChance(drawSeed("torn pages"));

let settled: Settled;
beforeAll(async () => {
  settled = await settleStore();
});
afterAll(() => rm(settled.folder, { recursive: true, force: true }));

describe("a cut, which LMDB is made for", () => {
  it.each<[string, "all" | "before", (settled: Settled) => Buffer]>([
    ["nothing wrong", "all", ({ after }) => after],
    ["pages behind the end that no commit knows", "all", ({ after }) => withNoiseBehind(after, 20_000, chance)],
    [
      "a commit of which some pages were written",
      "before",
      ({ before, after }) => halfCommitted(before, after, chance),
    ],
  ])("with %s", async (_what, expected, damage) => {
    expect(await openDamaged(settled, damage(settled))).toEqual({ is: expected, detail: "" });
  });

  it("with a file of locks that is noise", async () => {
    const spoil = (folder: string) =>
      writeFile(join(dirname(dataFileOf(folder)), "lock.mdb"), Buffer.alloc(9000, 0xa5));
    expect(await openDamaged(settled, settled.after, spoil)).toEqual({ is: "all", detail: "" });
  });
});

const page = ({ after }: Settled) => pageSizeOf(after);

describe("a broken disk, about which LMDB promises nothing, ends no process and gives nothing wrong:", () => {
  it.each<[string, (settled: Settled) => Buffer]>([
    ["the last page is missing", (all) => shortened(all.after, all.after.length - page(all))],
    ["the file is empty", ({ after }) => shortened(after, 0)],
    ["the first meta page is noise", ({ after }) => noisyPage(after, 0, chance)],
    ["the second meta page is noise", ({ after }) => noisyPage(after, 1, chance)],
    ["both meta pages are zeros", ({ after }) => emptyPage(emptyPage(after, 0), 1)],
    ["the last page is noise", ({ after }) => noisyPage(after, pagesOf(after) - 1, chance)],
  ])("%s", async (_what, damage) => {
    const { is, detail } = await openDamaged(settled, damage(settled));
    expect(["all", "refused"], detail).toContain(is);
  });
});

it("opens a file that ends before its last page, as it does after pages were made and let go within one commit", async () => {
  for (let time = 0; time < 2; time += 1) {
    const folder = await mkdtemp(join(tmpdir(), "lyt-shorter-"));
    await withStore({ folder }, async ({ client }) => {
      await client.db("d").collection("others").insertOne({});
      const items = client.db("d").collection<{ _id: number; text: string }>("items");
      await items.insertMany(Array.from({ length: 1000 }, (_, n) => ({ _id: n, text: "x".repeat(500) })));
      await Promise.all([items.createIndex({ text: 1, _id: 1 }), items.createIndex({ _id: 1, text: 1 }), items.drop()]);
    });
    await withStore({ folder }, async ({ client }) => {
      expect(await client.db("d").collection("others").countDocuments()).toBe(1);
    });
    await rm(folder, { recursive: true, force: true });
  }
});
