/** The store is killed at two hundred moments under load: nothing acknowledged is lost, doubled or half there. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { cutManyTimes } from "../faults/cut";
import { drawSeed, scaled } from "../faults/scaled";

const CUTS = scaled(200);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-cuts-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it(`keeps everything acknowledged, once, with indexes that agree, through ${CUTS} cuts`, async () => {
  const report = await cutManyTimes(folder, CUTS, drawSeed(`${CUTS} cuts`));
  expect(report.wrong).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(CUTS * 10);
  expect(report.cutsWithinWork).toBeGreaterThan(CUTS / 2);
});
