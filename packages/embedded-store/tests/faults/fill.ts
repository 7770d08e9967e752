/** Fills a store until it says that there is no room, keeping account of what it acknowledged. */
import { MongoServerError } from "mongodb";
import type { Collection, MongoClient } from "mongodb";
import { indexesWrong } from "./check-store";

const LETTERS = 20_000;
const WRITERS = 16;

interface Item {
  _id: number;
  name: string;
  text: string;
}

export interface Filled {
  readonly collection: string;
  /** Acknowledged and not deleted. */
  readonly ids: readonly number[];
  /** Refused or never answered: there wholly or not at all. */
  readonly refused: readonly number[];
  readonly bytes: number;
  /** What was answered instead of an acknowledgement. */
  readonly refusal: unknown;
}

const anItem = (n: number): Item => ({ _id: n, name: `name ${n}`, text: `${n} `.repeat(LETTERS).slice(0, LETTERS) });

const itemsOf = (client: MongoClient, name: string): Collection<Item> => client.db("d").collection<Item>(name);

interface Bounds {
  /** Gives up, without a refusal, when so much was taken. */
  readonly mostBytes: number;
  readonly collection?: string;
}

async function fillWith(client: MongoClient, writers: number, { mostBytes, collection = "items" }: Bounds) {
  const items = itemsOf(client, collection);
  await items.createIndex({ name: 1 }, { unique: true });
  const ids: number[] = [];
  const refused: number[] = [];
  const refusals: unknown[] = [];
  let next = 0;
  const write = async () => {
    while (refusals.length < writers && next * LETTERS < mostBytes) {
      next += 1;
      const id = next;
      try {
        await items.insertOne(anItem(id));
        ids.push(id);
      } catch (error) {
        refused.push(id);
        refusals.push(error);
        if (!(error instanceof MongoServerError)) return;
      }
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  // The worst of several answers: one that is not the server's.
  const refusal = refusals.find((error) => !(error instanceof MongoServerError)) ?? refusals[0];
  return { collection, ids, refused, bytes: ids.length * LETTERS, refusal };
}

export const fill = (client: MongoClient, bounds: Bounds): Promise<Filled> => fillWith(client, 1, bounds);

export const fillByMany = (client: MongoClient, bounds: Bounds): Promise<Filled> => fillWith(client, WRITERS, bounds);

/** What is wrong with what is there. */
export async function stillHolds(client: MongoClient, { collection, ids, refused }: Filled): Promise<string[]> {
  const found = await itemsOf(client, collection).find().toArray();
  const known = new Map(found.map((item) => [item._id, item]));
  const lost = ids.filter((id) => !known.has(id)).map((id) => `${id} was acknowledged and is lost`);
  const torn = found
    .filter((item) => JSON.stringify(item) !== JSON.stringify(anItem(item._id)))
    .map((item) => `${item._id} is not as it was sent`);
  const asked = new Set([...ids, ...refused]);
  const strange = found.filter((item) => !asked.has(item._id)).map((item) => `${item._id} should not be there`);
  return [...lost, ...torn, ...strange, ...(await indexesWrong(client.db("d"), collection, ["name"]))];
}

/** Deletes half, one by one and then at once, and writes a quarter anew; what throws is the test's failure. */
export async function makeRoom(client: MongoClient, filled: Filled): Promise<Filled> {
  const items = itemsOf(client, filled.collection);
  const half = filled.ids.slice(0, Math.floor(filled.ids.length / 2));
  for (const id of half.slice(0, 10)) await items.deleteOne({ _id: id });
  await items.deleteMany({ _id: { $in: half } });
  const again = half.slice(0, Math.floor(half.length / 2));
  for (const id of again) await items.insertOne(anItem(id));
  return { ...filled, ids: [...filled.ids.slice(half.length), ...again] };
}
