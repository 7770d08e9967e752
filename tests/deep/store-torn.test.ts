/** Every page of a stopped store is damaged in turn: the process lives, and gives what is right or an error. */
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seededChance } from "../../server/demo/random";
import type { Chance } from "../../server/demo/random";
import {
  emptyPage,
  flippedByte,
  halfCommitted,
  noisyPage,
  pageSizeOf,
  pagesOf,
  shortened,
} from "../support/faults/damage";
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

/** What was found for each page, by kind of damage. */
const findings = new Map<string, { page: number; is: string; detail: string }[]>();

const wrongOf = (what: string, kind: string) =>
  (findings.get(what) ?? []).flatMap(({ page, is, detail }) => (is === kind ? [`page ${page}: ${detail}`] : []));

const DAMAGES: [string, (bytes: Buffer, page: number, chance: Chance) => Buffer][] = [
  ["noise", noisyPage],
  ["zeros", emptyPage],
  ["another byte", flippedByte],
  ["missing with all behind it", (bytes, page) => shortened(bytes, page * pageSizeOf(bytes))],
];

it.each(DAMAGES)("ends no process with each page in turn being %s", async (what, damage) => {
  const found = [];
  for (const page of pages())
    found.push({ page, ...(await openDamaged(settled, damage(settled.after, page, chance))) });
  findings.set(what, found);
  expect(wrongOf(what, "ended")).toEqual([]);
  expect(wrongOf(what, "before")).toEqual([]);
});

// LMDB keeps no sums of its pages: what has changed within a value is seen only by who keeps sums of values.
it.each(DAMAGES)("gave nothing wrong with each page in turn being %s", (what) => {
  expect(findings.get(what)).toBeDefined();
  expect(wrongOf(what, "wrong")).toEqual([]);
});
