/** A stopped store whose file was cut by a power cut in the middle of a commit. */
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seededChance } from "../faults/chance";
import { halfCommitted } from "../faults/damage";
import { openDamaged, settleStore } from "../faults/damaged-store";
import type { Settled } from "../faults/damaged-store";
import { drawSeed, scaled } from "../faults/scaled";

const CUTS = scaled(100);

const chance = seededChance(drawSeed("damaged pages"));

let settled: Settled;
beforeAll(async () => {
  settled = await settleStore();
});
afterAll(() => rm(settled.folder, { recursive: true, force: true }));

it(`is as before a commit that was cut, ${CUTS} times`, async () => {
  const found: string[] = [];
  for (let cut = 0; cut < CUTS; cut += 1) {
    const { is, detail } = await openDamaged(settled, halfCommitted(settled.before, settled.after, chance));
    if (is !== "before") found.push(`${is}: ${detail}`);
  }
  expect(found).toEqual([]);
});
