/** A stopped store with something in it, and what it says when it is opened again with damaged data. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { MongoServerError } from "mongodb";
import type { MongoClient } from "mongodb";
import { indexesWrong } from "./check-store";
import { exchangeData, readData } from "./damage";
import { outcome, withStore } from "./open-store";
import { StoreRefused } from "./store-process";

interface Item {
  _id: number;
  name: string;
  tags: string[];
  text: string;
}

const anItem = (n: number): Item => ({
  _id: n,
  name: `name ${n}`,
  tags: [`tag ${n % 7}`, "all"],
  text: `${n} `.repeat(n % 10 === 0 ? 3000 : 60),
});

const itemsOf = (client: MongoClient) => client.db("d").collection<Item>("items");

const FEW = 150;
const MORE = 180;

export interface Settled {
  /** Where the stopped store lies. */
  readonly folder: string;
  /** Its data before the last commit … */
  readonly before: Buffer;
  /** … and after it. */
  readonly after: Buffer;
}

/** One database with `MORE` documents, the last of which came with one command and so with one commit. */
export async function settleStore(): Promise<Settled> {
  const folder = await mkdtemp(join(tmpdir(), "lyt-damage-"));
  await withStore({ folder }, async ({ client }) => {
    await itemsOf(client).createIndex({ name: 1 }, { unique: true });
    await itemsOf(client).createIndex({ tags: 1 });
    for (let n = 0; n < FEW; n += 10)
      await itemsOf(client).insertMany(Array.from({ length: 10 }, (_, at) => anItem(n + at)));
    await itemsOf(client).updateMany({}, { $set: { passing: true } });
    await itemsOf(client).updateMany({}, { $unset: { passing: "" } });
  });
  return withStore({ folder }, async ({ client }) => {
    await itemsOf(client).countDocuments();
    const before = readData(folder);
    await itemsOf(client).insertMany(Array.from({ length: MORE - FEW }, (_, at) => anItem(FEW + at)));
    return { folder, before, after: readData(folder) };
  });
}

/** "all", "before", a clear refusal … or what must not be: "ended", "wrong". */
type Finding = { readonly is: "all" | "before" | "refused" | "ended" | "wrong"; readonly detail: string };

async function look(client: MongoClient): Promise<Finding> {
  const found = await itemsOf(client).find().toArray();
  found.sort((one, other) => one._id - other._id);
  const is = [MORE, FEW].find((count) =>
    isDeepStrictEqual(
      found,
      Array.from({ length: count }, (_, n) => anItem(n)),
    ),
  );
  if (is === undefined) return { is: "wrong", detail: `${found.length} documents` };
  const wrong = await indexesWrong(client.db("d"), "items", ["name", "tags"]);
  if (wrong.length > 0) return { is: "wrong", detail: wrong.join("; ") };
  await itemsOf(client).insertOne(anItem(1000));
  await itemsOf(client).deleteOne({ _id: 1000 });
  await client.db("d").command({ compact: "items" });
  return { is: is === MORE ? "all" : "before", detail: "" };
}

async function lookWithin({ client, store }: Parameters<Parameters<typeof withStore>[1]>[0]): Promise<Finding> {
  const seen = await outcome(() => look(client), 10_000);
  if (!store.isAlive()) return { is: "ended", detail: store.state() };
  if (seen instanceof MongoServerError && typeof seen.code === "number")
    return { is: "refused", detail: `${seen.code} ${seen.message}` };
  if (seen instanceof Error) {
    // A process that ends tells of it a moment after its connections broke.
    await outcome(() => client.db("d").command({ ping: 1 }), 2000);
    return { is: "ended", detail: `${seen.message}; ${store.state()}` };
  }
  return seen as Finding;
}

/** Opens a copy of the folder with `data` in place of its data, and looks at everything in it. */
export async function openDamaged(settled: Settled, data: Buffer, prepare?: (folder: string) => Promise<void>) {
  const parent = await mkdtemp(join(tmpdir(), "lyt-damaged-"));
  const folder = join(parent, "data");
  await cp(settled.folder, folder, { recursive: true });
  exchangeData(folder, data);
  await prepare?.(folder);
  try {
    return await withStore({ folder }, lookWithin);
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error;
    return { is: error.isClear ? "refused" : "ended", detail: error.message } satisfies Finding;
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
