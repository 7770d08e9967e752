/** A stopped store whose file was cut: by a power cut in the middle of a commit, or short of its last page. */
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seededChance } from "../../server/demo/random";
import { halfCommitted, pageSizeOf, pagesOf, shortened } from "../support/faults/damage";
import { openDamaged, settleStore } from "../support/faults/damaged-store";
import type { Settled } from "../support/faults/damaged-store";
import { drawSeed, scaled } from "../support/faults/scaled";

const PAGES = scaled(120);
const CUTS = scaled(100);

const chance = seededChance(drawSeed("damaged pages"));

let settled: Settled;
beforeAll(async () => {
  settled = await settleStore();
});
afterAll(() => rm(settled.folder, { recursive: true, force: true }));

/** All pages, or as many as there is time for. */
function pages(): number[] {
  const count = pagesOf(settled.after);
  const all = Array.from({ length: count }, (_, page) => page);
  return count <= PAGES ? all : all.filter((page) => page < 2 || chance.isTrue(PAGES / count));
}

it(`is as before a commit that was cut, ${CUTS} times`, async () => {
  const found: string[] = [];
  for (let cut = 0; cut < CUTS; cut += 1) {
    const { is, detail } = await openDamaged(settled, halfCommitted(settled.before, settled.after, chance));
    if (is !== "before") found.push(`${is}: ${detail}`);
  }
  expect(found).toEqual([]);
});

// LMDB keeps no sums of its pages: noise within one may end the process or be read as it is. A file that is too short
// for its last commit is what can be seen, and is.
it("refuses a file that ends before any of its pages", async () => {
  const found: string[] = [];
  for (const page of pages()) {
    const { is, detail } = await openDamaged(settled, shortened(settled.after, page * pageSizeOf(settled.after)));
    if (is !== "refused") found.push(`${is} without page ${page} and what follows: ${detail}`);
  }
  expect(found).toEqual([]);
});
