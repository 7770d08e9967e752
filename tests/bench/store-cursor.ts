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
  /** The process of the store, best a fresh one: what earlier work has left there would hide a rise. */
  readonly pid: number;
  readonly many: Documents;
  readonly few: Documents;
}

export async function measureCursors({ pid, many, few }: CursorSides, count: number): Promise<Figure[]> {
  // What reading at all costs once (V8's room for young objects) is no cursor's.
  for (let left = WARMING_WALKS; left > 0; left -= 1) await walk(few.find(), Infinity);

  let seen = 0;
  const startedAt = performance.now();
  const toTheEnd = await rise(pid, async () => {
    seen = await walk(many.find(), Infinity);
  });
  const seconds = (performance.now() - startedAt) / 1000;
  if (seen < count) throw new Error(`A cursor over ${count} documents gave ${seen}.`);

  const left = many.find();
  const halfWay = await rise(pid, async () => {
    await walk(left, count / 2);
    await wait(LEFT_FOR_MS);
  });
  await left.close();
  return [
    figure("store", `a cursor over ${count}, to its end`, toTheEnd, "MB RssAnon above before", { atMost: MOST_MB }),
    figure("store", `a cursor over ${count}, left half-way`, halfWay, "MB RssAnon above before", { atMost: MOST_MB }),
    figure("store", "reference: documents read through a cursor", seen / seconds, "1/s"),
  ];
}
