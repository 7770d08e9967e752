/** How fast the store inserts, finds and groups beside the bare one, beside the disk, and beside a small collection. */
import { serialize } from "bson";
import type { Figure } from "./figure";
import { figure, quantile } from "./figure";
import type { BenchDisk } from "./store-disk";
import type { Documents } from "./store-documents";
import { CONNECTIONS, aDocument, keyOf, roundOf } from "./store-documents";
import type { Pace } from "./take-turns";
import { median, medianLatency, medianRate, medianRatio, pace, takeTurns } from "./take-turns";

export interface Sides {
  readonly disk: BenchDisk;
  readonly documents: number;
  readonly many: Documents;
  readonly few: Documents;
  readonly bare: Documents;
}

/** What is inserted while measuring belongs to no round that is asked for. */
const LATER = "r-later";
export const FEW = 1000;
const TURNS = 7;
const INSERTS = 2000;
const FINDS = 4000;
const ALONE = 150;
const FINDS_ALONE = 500;
const GROUPINGS = 3;

let inserted = 0;

async function insertOne(documents: Documents, first: number): Promise<void> {
  inserted += 1;
  await documents.insertOne(aDocument(first + inserted, LATER));
}

async function findOne(documents: Documents, count: number): Promise<void> {
  const n = Math.floor(Math.random() * count);
  const found = await documents.findOne({ key: keyOf(n) });
  if (found === null) throw new Error(`Document ${n} was not found.`);
}

export async function measureInserts({ disk, documents, many, bare }: Sides): Promise<Figure[]> {
  const bytes = serialize(aDocument(0));
  await disk.rest();
  const paces = await takeTurns(TURNS, {
    store: () => pace(INSERTS, CONNECTIONS, () => insertOne(many, documents)),
    bare: () => pace(INSERTS, CONNECTIONS, () => insertOne(bare, documents)),
    appends: () => disk.append(bytes, INSERTS),
    pages: () => disk.scatter(),
  });
  const latencies = paces.store.flatMap(({ latenciesMs }) => latenciesMs);
  const what = `durable single inserts, ${CONNECTIONS} connections`;
  return [
    figure("store", what, medianRate(paces.store), "1/s", { atLeast: 2500 }),
    figure("store", `${what}: median`, median(latencies), "ms"),
    figure("store", `${what}: slowest hundredth`, quantile(latencies, 0.99), "ms"),
    figure("store", "reference: inserts into the bare store", medianRate(paces.bare), "1/s"),
    figure("store", "ratio to the bare store's inserts", medianRatio(paces.store, paces.bare, medianRate), "×"),
    figure("store", "reference: fdatasync after each append, one after the other", medianRate(paces.appends), "1/s"),
    figure("store", "ratio to the disk's appends", medianRatio(paces.store, paces.appends, medianRate), "×"),
    figure("store", "reference: scattered pages, fdatasync after each hundred", medianRate(paces.pages), "pages/s"),
    figure("store", "ratio to the disk's scattered pages", medianRatio(paces.store, paces.pages, medianRate), "×"),
  ];
}

export async function measureFinds({ documents, many, bare }: Sides): Promise<Figure[]> {
  const paces = await takeTurns(TURNS, {
    store: () => pace(FINDS, CONNECTIONS, () => findOne(many, documents)),
    bare: () => pace(FINDS, CONNECTIONS, () => findOne(bare, documents)),
  });
  const ratio = medianRatio(paces.store, paces.bare, medianRate);
  return [
    figure("store", `finds by an indexed key among ${documents}`, medianRate(paces.store), "1/s"),
    figure("store", "reference: finds in the bare store", medianRate(paces.bare), "1/s"),
    figure("store", "ratio to the bare store's finds", ratio, "×", { atLeast: 0.5 }),
  ];
}

/** One connection: among many and among few, each with the bare store beside it. */
export async function measureGrowth({ disk, documents, many, few, bare }: Sides): Promise<Figure[]> {
  const finds = await takeTurns(TURNS, {
    many: () => pace(FINDS_ALONE, 1, () => findOne(many, documents)),
    few: () => pace(FINDS_ALONE, 1, () => findOne(few, FEW)),
    bare: () => pace(FINDS_ALONE, 1, () => findOne(bare, FEW)),
  });
  await disk.rest();
  const inserts = await takeTurns(TURNS, {
    many: () => pace(ALONE, 1, () => insertOne(many, documents)),
    few: () => pace(ALONE, 1, () => insertOne(few, documents)),
    bare: () => pace(ALONE, 1, () => insertOne(bare, documents)),
  });
  return [
    ...grown("find by an indexed key", documents, finds, 1.3),
    ...grown("durable insert", documents, inserts, 1.5),
  ];
}

function grown(what: string, documents: number, paces: Record<"many" | "few" | "bare", Pace[]>, atMost: number) {
  return [
    figure("store", `${what} among ${documents}, 1 connection: median`, medianLatency(paces.many), "ms"),
    figure("store", `reference: ${what} among ${FEW}`, medianLatency(paces.few), "ms"),
    figure("store", `reference: ${what} in the bare store`, medianLatency(paces.bare), "ms"),
    figure(
      "store",
      `${what}: ratio of ${documents} to ${FEW}`,
      medianRatio(paces.many, paces.few, medianLatency),
      "×",
      {
        atMost,
      },
    ),
  ];
}

/** A tenth of the documents, chosen by the first field of an index. */
export async function measureGrouping({ documents, many }: Sides): Promise<Figure[]> {
  const seconds: number[] = [];
  const matched = Math.ceil(documents / 10);
  for (let left = GROUPINGS; left > 0; left -= 1) {
    const startedAt = performance.now();
    const groups = await many
      .aggregate<{ count: number }>([
        { $match: { round: roundOf(0) } },
        { $group: { _id: "$institution", count: { $sum: 1 }, sum: { $sum: "$n" }, highest: { $max: "$n" } } },
      ])
      .toArray();
    seconds.push((performance.now() - startedAt) / 1000);
    const counted = groups.reduce((sum, { count }) => sum + count, 0);
    if (counted !== matched) throw new Error(`${counted} documents were grouped, not ${matched}.`);
  }
  const what = `$match and $group over ${matched} of ${documents} by an index`;
  return [figure("store", what, median(seconds), "s", { atMost: 1.5 })];
}
