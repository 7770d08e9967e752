/** Asks the database to examine every collection: whether all can be read, and whether indexes and documents agree. */
import type mongoose from "mongoose";
import type { Database } from "./connect";
import { dbOf } from "./connect";

export interface CheckedCollection {
  readonly database: string;
  readonly collection: string;
  readonly documents: number;
  /** By the index's name. */
  readonly entries: Readonly<Record<string, number>>;
  /** None when all is well. */
  readonly errors: readonly string[];
}

interface Validated {
  readonly valid: boolean;
  readonly nrecords: number;
  readonly keysPerIndex: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
}

async function checkCollection(connection: mongoose.Connection, collection: string): Promise<CheckedCollection> {
  const reply = (await dbOf(connection).command({ validate: collection })) as unknown as Validated;
  const { valid, nrecords, keysPerIndex, errors } = reply;
  const found = valid || errors.length > 0 ? errors : ["not valid"];
  return { database: connection.name, collection, documents: nrecords, entries: keysPerIndex, errors: found };
}

/** Every collection of the main database and of the database of secrets. */
export async function check({ main, secrets }: Database): Promise<CheckedCollection[]> {
  const checked: CheckedCollection[] = [];
  for (const connection of [main, secrets]) {
    const found = await dbOf(connection).listCollections({ type: "collection" }, { nameOnly: true }).toArray();
    for (const name of found.map((one) => one.name).sort()) checked.push(await checkCollection(connection, name));
  }
  return checked;
}
