/**
 * The embedded store at a million documents (LYT_BENCH_DOCUMENTS says otherwise), in a process of its own, beside a
 * bare one that answers without doing anything. A part that fails is a figure that does not hold; the others go on.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MongoClient } from "mongodb";
import type { Figure } from "./figure";
import { figure } from "./figure";
import { restingRssAnonMb, watchMemory } from "./rss-anon";
import type { CursorSides } from "./store-cursor";
import { measureHalfWalk, measureWalk } from "./store-cursor";
import { BenchDisk } from "./store-disk";
import type { Documents } from "./store-documents";
import { connect, documentsOf, keyOf, loadDocuments } from "./store-documents";
import type { StoreProcess } from "./store-process";
import { startStoreProcess } from "./store-process";
import { FEW, measureFinds, measureGrouping, measureGrowth, measureInserts } from "./store-speed";
import { median } from "./take-turns";

const DOCUMENTS = Number(process.env["LYT_BENCH_DOCUMENTS"] ?? 1_000_000);
const OPENINGS = 3;
const MOST_MB = 300;

/** A database for each size: an environment of its own in the store. */
const MANY = "many";

interface Side {
  readonly server: StoreProcess;
  readonly client: MongoClient;
  readonly many: Documents;
  readonly few: Documents;
}

async function withServer<T>(mode: "--store-server" | "--bare-store", place: string, use: (side: Side) => Promise<T>) {
  const server = await startStoreProcess(mode, place);
  try {
    const client = await connect(server.url);
    const side = { server, client, many: documentsOf(client, MANY), few: documentsOf(client, "few") };
    return await use(side).finally(() => client.close());
  } finally {
    await server.stop();
  }
}

const failed = (part: string) => figure("store", `${part}: failed`, 1, "failures", { atMost: 0 });

async function attempt(part: string, measure: () => Promise<Figure[]>): Promise<Figure[]> {
  try {
    return await measure();
  } catch (error) {
    process.stderr.write(`${part}: ${error instanceof Error ? error.stack : String(error)}\n`);
    return [failed(part)];
  }
}

/** The parts one by one, each with the height the memory of their server reached. */
async function attemptAll(pid: number, parts: Readonly<Record<string, () => Promise<Figure[]>>>): Promise<Figure[]> {
  const idle = await restingRssAnonMb(pid);
  const figures = [figure("store", `reference: memory when idle, before ${Object.keys(parts)[0]}`, idle, "MB RssAnon")];
  for (const [part, measure] of Object.entries(parts)) {
    const memory = watchMemory(pid);
    figures.push(...(await attempt(part, measure)));
    const rose = memory.end() - idle;
    figures.push(figure("store", `memory, highest above idle: ${part}`, rose, "MB RssAnon", { atMost: MOST_MB }));
  }
  return figures;
}

async function load({ many, few }: Side): Promise<Figure[]> {
  await loadDocuments(few, FEW);
  const seconds = await loadDocuments(many, DOCUMENTS);
  return [
    figure("store", `reference: loading ${DOCUMENTS} documents`, seconds, "s"),
    figure("store", "reference: documents loaded", DOCUMENTS / seconds, "1/s"),
  ];
}

/** Seconds from a process's start until its store has answered a ping and found a document. */
async function openingSeconds(folder: string, isFull: boolean): Promise<number> {
  const startedAt = performance.now();
  return withServer("--store-server", folder, async ({ client, many }) => {
    await client.db(MANY).command({ ping: 1 });
    const found = await many.findOne({ key: keyOf(DOCUMENTS - 1) });
    if (isFull !== (found !== null)) throw new Error("What was loaded is not there after opening again.");
    return (performance.now() - startedAt) / 1000;
  });
}

async function measureOpening(folder: string, store: string): Promise<Figure[]> {
  const full: number[] = [];
  const empty: number[] = [];
  for (let left = OPENINGS; left > 0; left -= 1) {
    full.push(await openingSeconds(store, true));
    empty.push(await openingSeconds(join(folder, "empty"), false));
  }
  return [
    figure("store", `opening ${DOCUMENTS} documents, with its process`, median(full), "s", { atMost: 1 }),
    figure("store", "reference: opening an empty folder", median(empty), "s"),
    figure("store", "ratio to opening an empty folder", median(full) / median(empty), "×"),
  ];
}

const measureSpeed = (folder: string, store: string) =>
  withServer("--bare-store", join(folder, "bare.sock"), ({ many: bare }) =>
    withServer("--store-server", store, (side) => {
      const disk = new BenchDisk(folder);
      const sides = { disk, documents: DOCUMENTS, many: side.many, few: side.few, bare };
      return attemptAll(side.server.pid, {
        loading: () => load(side),
        finds: () => measureFinds(sides),
        grouping: () => measureGrouping(sides),
        inserts: () => measureInserts(sides),
        growth: () => measureGrowth(sides),
      }).finally(() => disk.close());
    }),
  );

const measureCursor = (part: string, store: string, measure: (sides: CursorSides) => Promise<Figure[]>) =>
  attempt(part, () =>
    withServer("--store-server", store, ({ server: { pid }, many, few }) =>
      attemptAll(pid, { [part]: () => measure({ pid, many, few, documents: DOCUMENTS }) }),
    ),
  );

export async function measureStore(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "lyt-bench-"));
  const store = join(folder, "store");
  try {
    return [
      ...(await measureSpeed(folder, store)),
      ...(await attempt("opening", () => measureOpening(folder, store))),
      ...(await measureCursor("a walk", store, measureWalk)),
      ...(await measureCursor("half a walk", store, measureHalfWalk)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
