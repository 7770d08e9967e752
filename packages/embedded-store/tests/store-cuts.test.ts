/** The store is killed under load, six times here and two hundred times in `deep/`: nothing acknowledged is lost. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { cutManyTimes } from "./faults/cut";
import { drawSeed } from "./faults/scaled";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-cuts-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("keeps everything acknowledged, once, with indexes that agree, through six cuts", async () => {
  const report = await cutManyTimes(folder, 6, drawSeed("six cuts"));
  expect(report.wrong).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report.cutsWithinWork).toBeGreaterThan(0);
});
