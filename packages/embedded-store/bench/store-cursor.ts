/** What a cursor over everything holds in the store's memory: read to its end, and left half-way. */
import { setTimeout as wait } from "node:timers/promises";
import type { FindCursor, WithId } from "mongodb";
import type { Figure } from "./figure";
import { figure } from "./figure";
import { restingRssAnonMb, watchMemory } from "./rss-anon";
import type { BenchDocument, Documents } from "./store-documents";

type Walk = FindCursor<WithId<BenchDocument>>;

const LEFT_FOR_MS = 2000;
const WARMING_WALKS = 50;
const MOST_MB = 32;

/** Batches until at least `most` documents have come, or the end. */
async function walk(cursor: Walk, most: number): Promise<number> {
  let seen = 0;
  while (seen < most && (await cursor.hasNext())) seen += cursor.readBufferedDocuments().length;
  return seen;
}

/** How far memory rises while `work` is done, above where it rested before. */
async function rise(pid: number, work: () => Promise<void>): Promise<number> {
  const before = await restingRssAnonMb(pid);
  const memory = watchMemory(pid);
  await work();
  return memory.end() - before;
}

export interface CursorSides {
  /** A fresh process for each walk: what earlier work has left in one would hide a rise. */
  readonly pid: number;
  readonly many: Documents;
  readonly few: Documents;
  readonly documents: number;
}

/** What reading at all costs once (V8's room for young objects) is no cursor's. */
async function warmUp(few: Documents): Promise<void> {
  for (let left = WARMING_WALKS; left > 0; left -= 1) await walk(few.find(), Infinity);
}

const heldBy = (what: string, mb: number) =>
  figure("store", `a cursor over ${what}`, mb, "MB RssAnon above before", { atMost: MOST_MB });

export async function measureWalk({ pid, many, few, documents }: CursorSides): Promise<Figure[]> {
  await warmUp(few);
  let seen = 0;
  let seconds = 0;
  const rose = await rise(pid, async () => {
    const startedAt = performance.now();
    seen = await walk(many.find(), Infinity);
    seconds = (performance.now() - startedAt) / 1000;
  });
  if (seen < documents) throw new Error(`A cursor over ${documents} documents gave ${seen}.`);
  return [
    heldBy(`${documents}, to its end`, rose),
    figure("store", "reference: documents read through a cursor", seen / seconds, "1/s"),
  ];
}

export async function measureHalfWalk({ pid, many, few, documents }: CursorSides): Promise<Figure[]> {
  await warmUp(few);
  const left = many.find();
  const rose = await rise(pid, async () => {
    await walk(left, documents / 2);
    await wait(LEFT_FOR_MS);
  });
  await left.close();
  return [heldBy(`${documents}, left half-way`, rose)];
}
