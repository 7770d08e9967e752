/** One store process for the tests of a file, started anew after a test that ended it: that one fails alone. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "bson";
import { MongoClient } from "mongodb";
import type { Collection, Db } from "mongodb";
import { closeClient } from "./open-store";
import { RawConnection, commandBytes } from "./raw-connection";
import { startStore } from "./store-process";
import type { StoreProcess } from "./store-process";

export interface Keyed extends Document {
  _id: string | number;
}

export class LastingStore {
  private constructor(
    private readonly folder: string,
    public process: StoreProcess,
    public client: MongoClient,
  ) {}

  static async open(): Promise<LastingStore> {
    const folder = await mkdtemp(join(tmpdir(), "lyt-lasting-"));
    return new LastingStore(folder, ...(await LastingStore.start(folder)));
  }

  private static async start(folder: string): Promise<[StoreProcess, MongoClient]> {
    const store = await startStore({ folder });
    return [store, await MongoClient.connect(store.url, { serverSelectionTimeoutMS: 3000 })];
  }

  /** Alive, and with nothing in its database. */
  async renew(): Promise<void> {
    if (!this.process.isAlive()) [this.process, this.client] = await LastingStore.start(this.folder);
    await this.database.dropDatabase();
  }

  get database(): Db {
    return this.client.db("d");
  }

  collection(name: string): Collection<Keyed> {
    return this.database.collection<Keyed>(name);
  }

  /** The answer to one command over a connection of its own; undefined when that was closed. */
  async ask(
    body: Document | Uint8Array,
    documents: readonly (Document | Uint8Array)[] = [],
  ): Promise<Document | undefined> {
    const connection = await RawConnection.open(this.process.socketPath);
    const sequences = documents.length > 0 ? [{ name: "documents", documents }] : [];
    try {
      return (await connection.ask(commandBytes(body, 5, sequences), 20_000))?.document();
    } finally {
      connection.destroy();
    }
  }

  async remove(): Promise<void> {
    await closeClient(this.client);
    await this.process.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Of the whole answer, or of its first write error. */
export const codeOf = (answer: Document | undefined): unknown =>
  ((answer?.["writeErrors"] as Document[] | undefined)?.[0] ?? answer ?? {})["code"];
