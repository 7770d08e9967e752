/** Cursors whose client has gone without a word: what they hold in memory, and whether they keep old pages in the file. */
import { statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Document } from "bson";
import type { MongoClient } from "mongodb";
import { dataFileOf } from "./damage";
import { RawConnection, commandBytes } from "./raw-connection";
import type { StoreProcess } from "./store-process";

const DOCUMENTS = 20;
const LETTERS = 500_000;

/** Of all documents of `settle`. */
export const ALL_BYTES = DOCUMENTS * LETTERS;

export const itemsOf = (client: MongoClient) => client.db("d").collection<{ _id: number; text: string }>("items");

const textOf = (round: number) => `${round} `.repeat(LETTERS).slice(0, LETTERS);

export const settle = (client: MongoClient) =>
  itemsOf(client).insertMany(Array.from({ length: DOCUMENTS }, (_, n) => ({ _id: n, text: textOf(0) })));

/** Opens cursors with `command`, each on a connection of its own that then breaks. */
export async function abandon(store: StoreProcess, command: Document, count: number): Promise<Document[]> {
  const answers: Document[] = [];
  for (let at = 0; at < count; at += 1) {
    const connection = await RawConnection.open(store.socketPath);
    const answer = await connection.ask(commandBytes({ ...command, $db: "d" }, 1));
    if (answer) answers.push(answer.document());
    connection.destroy();
  }
  await wait(100);
  return answers;
}

/** Writes everything anew, many times: a reader that was forgotten keeps every old page. */
export async function churn(client: MongoClient, rounds: number): Promise<void> {
  for (let round = 1; round <= rounds; round += 1)
    for (let id = 0; id < DOCUMENTS; id += 1)
      await itemsOf(client).updateOne({ _id: id }, { $set: { text: textOf(round) } });
}

export const fileBytes = (folder: string): number => statSync(dataFileOf(folder)).size;
