/** The limits of MongoDB's documents and messages, to the byte: what is within is taken, what is beyond refused. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Long, calculateObjectSize } from "bson";
import type { Document } from "bson";
import { MongoClient } from "mongodb";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openEmbeddedStore } from "../src/embedded-store";
import type { EmbeddedStore } from "../src/embedded-store";
import { RawConnection, commandBytes } from "./faults/raw-connection";

const MOST_DOCUMENT_BYTES = 16 * 1024 * 1024;
const MOST_MESSAGE_BYTES = 48_000_000;
/** MongoDB's room for an answer around a document of the greatest size. */
const ENVELOPE_BYTES = 16 * 1024;

let folder: string;
let store: EmbeddedStore;
let connection: RawConnection;
let client: MongoClient;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-limits-"));
  store = await openEmbeddedStore({ folder });
  connection = await RawConnection.open(store.socketPath);
  client = await MongoClient.connect(store.url);
});
afterEach(async () => {
  connection.destroy();
  await client.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** A document of exactly so many bytes. */
function documentOf(bytes: number, id: number): Document {
  const empty = { _id: id, text: "" };
  return { ...empty, text: "x".repeat(bytes - calculateObjectSize(empty)) };
}

let requestId = 0;
async function ask(command: Document, documents: readonly Document[] = [], name = "documents") {
  requestId += 1;
  const sequences = documents.length > 0 ? [{ name, documents }] : [];
  return (await connection.ask(commandBytes({ ...command, $db: "d" }, requestId, sequences), 30_000))?.document();
}

const items = () => client.db("d").collection<{ _id: number; text: string }>("items");

it("takes a document of sixteen megabytes, and not one byte more", async () => {
  expect(await ask({ insert: "items" }, [documentOf(MOST_DOCUMENT_BYTES, 1)])).toMatchObject({ n: 1, ok: 1 });
  const refused = await ask({ insert: "items" }, [documentOf(MOST_DOCUMENT_BYTES + 1, 2)]);
  const { code } = (refused?.["writeErrors"] as Document[] | undefined)?.[0] ?? refused ?? {};
  expect(code).toBe(10334);
  expect(await items().countDocuments()).toBe(1);
  expect(calculateObjectSize((await items().findOne({ _id: 1 })) ?? {})).toBe(MOST_DOCUMENT_BYTES);
});

it("refuses an update that would make a document greater than that", async () => {
  await ask({ insert: "items" }, [documentOf(MOST_DOCUMENT_BYTES, 1)]);
  await expect(items().updateOne({ _id: 1 }, { $set: { more: 1 } })).rejects.toThrow(/large/);
  await expect(items().findOneAndUpdate({ _id: 1 }, { $set: { more: 1 } })).rejects.toThrow(/large/);
  const text = "x".repeat(MOST_DOCUMENT_BYTES - 1000);
  await expect(
    items().updateOne({ _id: 2 }, { $set: { text, again: text.slice(0, 1000) } }, { upsert: true }),
  ).rejects.toThrow(/large/);
  expect(await items().countDocuments()).toBe(1);
  expect(await items().findOne({ _id: 1, more: 1 } as Document)).toBeNull();
});

it("gives great documents in answers that no driver refuses", async () => {
  const sizes = [MOST_DOCUMENT_BYTES, MOST_DOCUMENT_BYTES, 9_000_000, 9_000_000, 100];
  for (const [id, bytes] of sizes.entries()) await ask({ insert: "items" }, [documentOf(bytes, id)]);
  connection.replies.length = 0;
  const first = await ask({ find: "items", sort: { _id: 1 } });
  const found: Document[] = [...first?.["cursor"]["firstBatch"]];
  let id: unknown = first?.["cursor"]["id"];
  for (let batches = 0; batches < 10 && String(id) !== "0"; batches += 1) {
    const more = await ask({ getMore: Long.fromValue(id as number), collection: "items" });
    found.push(...more?.["cursor"]["nextBatch"]);
    id = more?.["cursor"]["id"];
  }
  expect(found.map((document) => calculateObjectSize(document))).toEqual(sizes);
  for (const { bytes } of connection.replies)
    expect(bytes).toBeLessThanOrEqual(MOST_DOCUMENT_BYTES + ENVELOPE_BYTES + 100);
  expect(await items().find().toArray()).toHaveLength(5);
});

/** An insert of three documents whose message has exactly so many bytes. */
function insertOf(bytes: number, firstId: number): Buffer {
  const great = [documentOf(MOST_DOCUMENT_BYTES, firstId), documentOf(MOST_DOCUMENT_BYTES, firstId + 1)];
  const message = (last: number) =>
    commandBytes({ insert: "items", $db: "d" }, firstId, [
      { name: "documents", documents: [...great, documentOf(last, firstId + 2)] },
    ]);
  return message(bytes - message(1000).length + 1000);
}

it("takes a message of forty-eight million bytes, and closes a connection that sends more", async () => {
  const whole = insertOf(MOST_MESSAGE_BYTES, 1);
  expect(whole.length).toBe(MOST_MESSAGE_BYTES);
  expect((await connection.ask(whole, 30_000))?.document()).toMatchObject({ n: 3, ok: 1 });
  expect(await connection.ask(insertOf(MOST_MESSAGE_BYTES + 1, 4), 30_000)).toBeUndefined();
  expect(connection.isClosed).toBe(true);
  expect(await items().countDocuments()).toBe(3);
});

it("answers many requests of one packet, each once and in their order", async () => {
  const requests = Array.from({ length: 200 }, (_, n) =>
    n % 2 === 0
      ? commandBytes({ insert: "items", $db: "d" }, 1000 + n, [{ name: "documents", documents: [{ _id: n }] }])
      : commandBytes({ count: "items", query: {}, $db: "d" }, 1000 + n),
  );
  connection.send(Buffer.concat(requests));
  expect(await connection.until(() => connection.replies.length >= 200, 10_000)).toBe(true);
  expect(connection.replies.map(({ responseTo }) => responseTo)).toEqual(requests.map((_, n) => 1000 + n));
  const counts = connection.replies.filter((_, n) => n % 2 === 1).map((reply) => reply.document()["n"] as number);
  expect(counts).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
});

it("takes a hundred thousand documents with one command, and no more", async () => {
  const documents = Array.from({ length: 100_001 }, (_, n) => ({ _id: n }));
  expect(await ask({ insert: "items" }, documents)).toMatchObject({ ok: 0, code: 16, codeName: "InvalidLength" });
  expect(await ask({ insert: "items" }, documents.slice(1))).toMatchObject({ ok: 1, n: 100_000 });
  expect(await items().countDocuments()).toBe(100_000);
});
