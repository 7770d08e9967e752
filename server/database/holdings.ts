/** Whether anybody has put anything in: what decides that a database is somebody's. */
import type { mongo } from "mongoose";
import type { Database } from "./connect";
import { dbOf } from "./connect";

/** What a municipality, its people and its children leave behind; not what processes keep for themselves. */
export type Holdings = Readonly<Record<string, mongo.Filter<mongo.BSON.Document>>>;

const EVERYTHING: Holdings = {
  municipality: {},
  areas: {},
  institutions: {},
  groups: {},
  users: {},
  rounds: {},
  keys: {},
  responses: {},
  tables: {},
  releases: {},
};

/** True when a document of these collections matches. */
export async function holdsAny({ main }: Pick<Database, "main">, holdings: Holdings = EVERYTHING): Promise<boolean> {
  for (const [collection, filter] of Object.entries(holdings))
    if (
      await dbOf(main)
        .collection(collection)
        .findOne(filter, { projection: { _id: 1 } })
    )
      return true;
  return false;
}
