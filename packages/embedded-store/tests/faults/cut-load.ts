/** Sixteen connections that insert, update, upsert and delete until the store is gone, and keep account of it. */
import { setTimeout as wait } from "node:timers/promises";
import { MongoClient, MongoServerError } from "mongodb";
import type { Collection, Db } from "mongodb";
import type { Chance } from "./chance";
import type { Item, Ledger } from "./ledger";

const CONNECTIONS = 16;
const IDS_A_CONNECTION = 12;
const ROW = [1, 2, 3];
/** Unique names of one connection, used again and again: an entry that a deleted document left behind is in the way. */
const NAMES_A_CONNECTION = 40;
/** Names that all connections fight for. */
const SLOTS = 8;
const ANSWERS_WITHIN_MS = 15_000;

export interface CutLoad {
  readonly ledger: Ledger;
  readonly chance: Chance;
  /** Increments of one document that all connections share: acknowledged and sent. */
  readonly counter: { certain: number; sent: number };
}

export const openClient = (url: string): Promise<MongoClient> =>
  MongoClient.connect(url, {
    maxPoolSize: CONNECTIONS,
    retryWrites: false,
    retryReads: false,
    serverSelectionTimeoutMS: 1000,
  });

export async function makeIndexes(database: Db): Promise<void> {
  await database.collection("items").createIndex({ u: 1 }, { unique: true });
  await database.collection("items").createIndex({ tags: 1 });
}

class Connection {
  private readonly items: Collection<Item>;
  private readonly ids: readonly string[];
  private readonly rowIds: readonly string[];

  constructor(
    private readonly database: Db,
    private readonly name: string,
    private readonly load: CutLoad,
  ) {
    this.items = database.collection<Item>("items");
    this.ids = Array.from({ length: IDS_A_CONNECTION }, (_, at) => `${name}-${at}`);
    this.rowIds = ROW.map((part) => `${name}-row-${part}`);
  }

  /** Names that none of this connection's documents has; nobody else takes them. */
  private freeNames(): string[] {
    const used = new Set([...this.ids, ...this.rowIds].map((id) => this.load.ledger.get(id)?.u));
    const names = Array.from({ length: NAMES_A_CONNECTION }, (_, at) => `${this.name} name ${at}`);
    return names.filter((name) => !used.has(name));
  }

  private makeItem(id: string, names = this.freeNames()): Item {
    const { chance, ledger } = this.load;
    return {
      _id: id,
      u: names.splice(chance.whole(0, names.length - 1), 1)[0] ?? "",
      tags: Array.from({ length: chance.whole(0, 4) }, () => `tag ${chance.whole(0, 40)}`),
      n: (ledger.get(id)?.n ?? 0) + 1,
      text: "æ".repeat(chance.isTrue(0.05) ? 20_000 : chance.whole(0, 1500)),
    };
  }

  /** What is wrong with this connection's documents, after a change of them was refused. */
  async look(): Promise<string[]> {
    const ids = [...this.ids, ...this.rowIds];
    return this.load.ledger.settleSome(ids, await this.items.find({ _id: { $in: ids } }).toArray());
  }

  /** One change of one document: the account is opened before it is sent and closed by its acknowledgement. */
  async step(): Promise<void> {
    const { chance } = this.load;
    if (chance.isTrue(0.1)) return this.count();
    const id = this.ids[chance.whole(0, IDS_A_CONNECTION - 1)] ?? "";
    const doings = this.load.ledger.get(id)
      ? [this.update, this.upsert, this.replace, this.modify, this.delete, this.delete, this.read]
      : [this.insert, this.upsert, this.claim, this.insertRow];
    await doings[chance.whole(0, doings.length - 1)]?.call(this, this.makeItem(id));
  }

  private async insert(item: Item): Promise<void> {
    const settle = this.load.ledger.sending(item._id, item);
    await this.items.insertOne(item);
    settle(true);
  }

  /** Several with one command, and gone with one command. */
  private async insertRow(): Promise<void> {
    if (this.rowIds.some((id) => this.load.ledger.get(id))) await this.deleteRow();
    const names = this.freeNames();
    const row = this.rowIds.map((id) => this.makeItem(id, names));
    const settle = this.load.ledger.sendingRow(row);
    await this.items.insertMany(row);
    settle(true);
  }

  private async deleteRow(): Promise<void> {
    const { ledger } = this.load;
    const there = this.rowIds.filter((id) => ledger.get(id));
    const settle = this.rowIds.map((id) => ledger.sending(id, undefined));
    const { deletedCount } = await this.items.deleteMany({ _id: { $in: this.rowIds } });
    expectOne(deletedCount === there.length ? 1 : 0);
    for (const one of settle) one(true);
  }

  private async claim(item: Item): Promise<void> {
    const claimed = { ...item, u: `slot ${this.load.chance.whole(1, SLOTS)}` };
    const settle = this.load.ledger.sending(item._id, claimed);
    try {
      await this.items.insertOne(claimed);
      settle(true);
    } catch (error) {
      if (!(error instanceof MongoServerError) || error.code !== 11000) throw error;
      settle(false);
    }
  }

  private async update({ _id, u, tags, text, n }: Item): Promise<void> {
    const settle = this.load.ledger.sending(_id, { _id, u, tags, text, n });
    expectOne((await this.items.updateOne({ _id }, { $set: { u, tags, text }, $inc: { n: 1 } })).matchedCount);
    settle(true);
  }

  private async upsert({ _id, u, tags, text, n }: Item): Promise<void> {
    const settle = this.load.ledger.sending(_id, { _id, u, tags, text, n });
    await this.items.updateOne({ _id }, { $set: { u, tags, text }, $inc: { n: 1 } }, { upsert: true });
    settle(true);
  }

  private async replace(item: Item): Promise<void> {
    const settle = this.load.ledger.sending(item._id, item);
    expectOne((await this.items.replaceOne({ _id: item._id }, item)).matchedCount);
    settle(true);
  }

  private async modify({ _id, u, tags, text, n }: Item): Promise<void> {
    const settle = this.load.ledger.sending(_id, { _id, u, tags, text, n });
    const before = await this.items.findOneAndUpdate({ _id }, { $set: { u, tags, text }, $inc: { n: 1 } });
    expectOne(before?.n === n - 1 ? 1 : 0);
    settle(true);
  }

  private async delete({ _id }: Item): Promise<void> {
    const settle = this.load.ledger.sending(_id, undefined);
    expectOne((await this.items.deleteOne({ _id })).deletedCount);
    settle(true);
  }

  /** What was acknowledged can be read at once. */
  private async read({ _id }: Item): Promise<void> {
    expectOne((await this.items.findOne({ _id }))?.n === this.load.ledger.get(_id)?.n ? 1 : 0);
  }

  private async count(): Promise<void> {
    this.load.counter.sent += 1;
    await this.database.collection("counters").updateOne({ name: "all" }, { $inc: { n: 1 } }, { upsert: true });
    this.load.counter.certain += 1;
  }
}

class Unexpected extends Error {}

function expectOne(count: number): void {
  if (count !== 1) throw new Unexpected(`an acknowledged document was not as it should be (${count})`);
}

/** Rewrites the file, makes and drops an index, beside the others. */
async function keepHouse(database: Db, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await wait(5);
    await database.collection("items").createIndex({ n: 1 });
    await database.command({ compact: "items" });
    await database.collection("items").dropIndex("n_1");
  }
}

export interface LoadOptions {
  readonly url: string;
  readonly load: CutLoad;
  /** Also rewrites the file and makes and drops an index. */
  readonly isKept?: boolean;
  /** Told of what was refused, and of what was wrong when it was looked at; without it no refusal is expected. */
  readonly onRefusal?: (error: MongoServerError, wrong: readonly string[]) => void;
}

/** Runs until `end` resolves; an answer that should not have come is thrown, a connection that broke is not. */
export async function runLoad(options: LoadOptions, end: () => Promise<unknown>): Promise<void> {
  const { url, load, isKept = false, onRefusal } = options;
  const client = await openClient(url);
  const database = client.db("d");
  let isOver = false;
  const untilOver = async (step: () => Promise<void>, look: () => Promise<string[]>) => {
    while (!isOver) {
      try {
        await step();
      } catch (error) {
        if (!isAnswer(error)) return;
        if (!(onRefusal && error instanceof MongoServerError)) throw error;
        onRefusal(error, await untilAnswered(look));
      }
    }
  };
  const connections = Array.from({ length: CONNECTIONS }, (_, at) => new Connection(database, `c${at}`, load));
  const nothing = () => Promise.resolve([]);
  const running = Promise.allSettled([
    ...connections.map((connection) =>
      untilOver(
        () => connection.step(),
        () => connection.look(),
      ),
    ),
    ...(isKept ? [untilOver(() => keepHouse(database, () => isOver), nothing)] : []),
  ]);
  await end();
  isOver = true;
  const done = await Promise.race([running, wait(ANSWERS_WITHIN_MS)]);
  const failed = done?.find((one) => one.status === "rejected");
  // The driver waits for ever for an answer to its farewell when the server has gone while nothing was on its way.
  await Promise.race([client.close(true), wait(500)]);
  if (failed) throw failed.reason;
  if (!done) throw new Unexpected(`a request was not answered within ${ANSWERS_WITHIN_MS} ms`);
}

/** A store that mends itself may refuse to be read for a moment; a connection that broke has nothing to tell. */
async function untilAnswered(look: () => Promise<string[]>): Promise<string[]> {
  for (let time = 0; time < 20; time += 1) {
    try {
      return await look();
    } catch (error) {
      if (!isAnswer(error)) return [];
      await wait(50);
    }
  }
  return ["nothing could be read for a second after a refusal"];
}

/** An answer of the server has a code; everything else that the driver and its sockets throw is the cut. */
const isAnswer = (error: unknown) =>
  error instanceof Unexpected || (error instanceof MongoServerError && typeof error.code === "number");
