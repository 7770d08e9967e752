/** Deletes what people have put in, and keeps what processes know each other, their pepper and the data's shape by. */
import { CLAIMS } from "./claims";
import type { Database } from "./connect";
import { dbOf } from "./connect";
import { PEPPER_MARKS } from "./pepper-mark";
import { SHAPES } from "./shape";

const KEPT = new Set([CLAIMS, PEPPER_MARKS, SHAPES]);

export async function emptyDatabase({ main, secrets, forgetDeleted }: Database): Promise<void> {
  for (const db of [dbOf(main), dbOf(secrets)]) {
    const found = await db.listCollections({ type: "collection" }, { nameOnly: true }).toArray();
    for (const { name } of found) if (!KEPT.has(name) && !name.startsWith("system.")) await db.dropCollection(name);
  }
  await forgetDeleted();
}
