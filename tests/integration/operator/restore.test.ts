/** `lyt restore`: every type of BSON as it was, large batches, dumps of mongodump, and what it refuses before writing. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import {
  Binary,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  BSONRegExp,
  Timestamp,
  UUID,
  serialize,
} from "bson";
import { MongoClient } from "mongodb";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connectDatabase, dbOf } from "../../../server/database/connect";
import { OperationError } from "../../../server/database/operation-error";
import { restore } from "../../../server/database/restore";
import { filesOf, hashesOf, metadataOf, newFolder, writeDump } from "../../support/backup-folder";
import { folderEnv } from "../../support/data-folder";
import { lyt, lytJson, runBuilt, startStore } from "../../support/lyt-process";

let folder: string;
let work: string;
beforeEach(async () => {
  [folder, work] = [await newFolder(), await newFolder()];
});
afterEach(async () => {
  for (const one of [folder, work]) await rm(one, { recursive: true, force: true });
});

async function withDatabase<T>(work: (client: MongoClient) => Promise<T>): Promise<T> {
  const store = await startStore(folder);
  const client = await MongoClient.connect(store.url);
  try {
    return await work(client);
  } finally {
    await client.close();
    await store.stop();
  }
}

const countOf = (collection: string) =>
  withDatabase((client) => client.db("lyt-hoejt").collection(collection).countDocuments());

/** In their order: a JavaScript object would put names that are numbers first. */
const fields = (...pairs: readonly (readonly [string, unknown])[]) => new Map(pairs);
const everyType = fields(
  ["_id", new ObjectId("0123456789abcdef01234567")],
  ["2", fields(["b", 1], ["1", 2], ["0", { $ref: "looks like", $id: "a reference" }])],
  ["10", [1, [2, [fields(["3", 1], ["1", 2])]], null, new Date(0)]],
  ...Object.entries({
    double: new Double(1),
    minusZero: new Double(-0),
    notANumber: NaN,
    int: new Int32(1),
    long: Long.fromNumber(1),
    large: Long.MAX_VALUE,
    decimal: Decimal128.fromString("1.50"),
    text: "rød grød 🍓 \0 end",
    empty: "",
    nothing: null,
    yes: true,
    date: new Date(-1),
    binary: new Binary(Buffer.from([1, 2, 3]), 0x80),
    uuid: new UUID("00112233-4455-6677-8899-aabbccddeeff"),
    pattern: new BSONRegExp("^a.*b$", "im"),
    timestamp: new Timestamp({ t: 1, i: 2 }),
    bounds: [new MinKey(), new MaxKey()],
    "": { "": "no name" },
  }),
);

it("gives back every type and order of fields, names that need escaping, and more than fits a batch", async () => {
  const large = Array.from({ length: 3 }, (_, n) => ({ _id: n, text: "x".repeat(7_000_000) }));
  const many = Array.from({ length: 2500 }, (_, n) => ({ _id: n }));
  // What this version itself keeps in data that it has opened is there from the beginning.
  expect((await lyt(folder, "round", "list")).code).toBe(0);
  await withDatabase(async (client) => {
    const db = client.db("lyt-hoejt");
    await db.command({ insert: "types/å*", documents: [everyType] });
    await db.collection("large.files").insertMany(large as never);
    await db.collection("many").insertMany(many as never);
    await db.collection("many").createIndex({ a: 1, b: -1 }, { name: "both" });
    await db.createCollection("empty");
  });
  await lytJson(folder, "backup", join(work, "a"));
  await lytJson(folder, "restore", join(work, "a"), "--drop");
  await lytJson(folder, "backup", join(work, "b"));
  const files = await filesOf(join(work, "a"));
  expect(files.get("lyt-hoejt/types%2F%C3%A5%2A.bson")?.bytes).toEqual(Buffer.from(serialize(everyType)));
  expect(files.get("lyt-hoejt/large.files.bson")?.bytes.length).toBeGreaterThan(21_000_000);
  expect(files.get("lyt-hoejt/empty.bson")?.bytes.length).toBe(0);
  expect(await hashesOf(join(work, "b"))).toEqual(await hashesOf(join(work, "a")));
});

it("takes a dump of mongodump, leaves other databases in it alone, and makes its indexes", async () => {
  const indexes = [{ v: 2, unique: true, key: { name: 1 }, name: "name_1", background: true, ns: "lyt-hoejt.areas" }];
  const dump = await writeDump({
    documents: [
      { _id: 1, name: "a" },
      { _id: 2, name: "b" },
    ],
    metadata: metadataOf("areas", indexes),
    more: { "prelude.json": "{}", "oplog.bson": "", "lyt-hoejt/prelude.json": "{}" },
  });
  expect((await lyt(folder, "restore", dump)).out).toMatch(/areas +2 +52\n/);
  await withDatabase(async (client) => {
    const areas = client.db("lyt-hoejt").collection("areas");
    expect(await areas.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: "_id_" },
      { v: 2, key: { name: 1 }, name: "name_1", unique: true },
    ]);
    const found = await client.db("lyt-hoejt").listCollections().toArray();
    expect(found.map(({ name }) => name).sort()).toEqual(["areas", "claims", "shapes"]);
    await client.db("lyt-hoejt").collection("rounds").insertOne({});
  });
  const { leftAlone } = await lytJson<{ leftAlone: string[] }>(folder, "restore", dump, "--drop");
  expect(leftAlone).toEqual(["rounds"]);
  await rm(dump, { recursive: true });
});

/** What `restore` says of a dump; nothing has been written then. */
async function refusalOf(dump: string): Promise<{ code: string; message: string }> {
  const database = await connectDatabase({ dataDir: folder, onFault: () => {} });
  try {
    await restore(database, dump, { isDropping: false });
    throw new Error("It was not refused.");
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    expect(await dbOf(database.main).admin().listDatabases()).toMatchObject({ databases: [] });
    return error;
  } finally {
    await database.close();
    await rm(dump, { recursive: true });
  }
}

const whole = Buffer.from(serialize({ _id: 1, name: "a" }));
const lengthOf = (length: number) => Buffer.concat([Buffer.from(Int32Array.of(length).buffer), Buffer.alloc(8)]);

it.each([
  [
    "the file ends within a document",
    Buffer.concat([whole, whole.subarray(0, -1)]),
    `torn at byte ${whole.length}: the file ends`,
  ],
  ["within a length", Buffer.concat([whole, Buffer.of(1, 0)]), `torn at byte ${whole.length}: the file ends`],
  [
    "a length too small",
    Buffer.concat([whole, lengthOf(4)]),
    `torn at byte ${whole.length}: a document cannot be 4 bytes`,
  ],
  ["a length too large", lengthOf(17_000_000), "torn at byte 0: a document cannot be 17000000 bytes"],
  ["no end", Buffer.concat([whole.subarray(0, -1), Buffer.of(7)]), "torn at byte 0"],
  ["an unknown type", Buffer.from(whole).fill(99, 4, 5), "torn at byte 0"],
  ["text that is none", Buffer.from(whole).fill(255, whole.length - 3, whole.length - 2), "torn at byte 0"],
  [
    "a field twice",
    Buffer.from([19, 0, 0, 0, 16, 97, 0, 1, 0, 0, 0, 16, 97, 0, 2, 0, 0, 0, 0]),
    "cannot send as it is",
  ],
  ["an empty timestamp", Buffer.from(serialize({ _id: 1, at: new Timestamp(0n) })), "cannot send as it is"],
])("refuses a file before anything is written: %s", async (_, bytes, sentence) => {
  const dump = await writeDump({ bytes });
  const { message } = await refusalOf(dump);
  expect(message).toContain(join(dump, "lyt-hoejt", "areas.bson"));
  expect(message).toContain(sentence);
});

it.each([
  ["metadata that are torn", { metadata: '{"indexes":[' }, "areas.metadata.json is torn", "restore.torn"],
  ["indexes that are none", { metadata: '{"indexes":[1]}' }, "areas.metadata.json is torn", "restore.torn"],
  [
    "a capped collection",
    { metadata: metadataOf("areas", [], { capped: true }) },
    'asks for "capped"',
    "restore.unlike",
  ],
  ["a view", { metadata: '{"indexes":[],"type":"view"}' }, 'asks for "view"', "restore.unlike"],
  ["a system collection", { collection: "system.users" }, "is a system collection", "restore.unlike"],
  ["a compressed dump", { more: { "lyt-hoejt/keys.bson.gz": "" } }, "gunzip its files first", "restore.compressed"],
  ["metadata alone", { more: { "lyt-hoejt/keys.metadata.json": "{}" } }, "keys.bson is missing", "restore.torn"],
])("refuses %s", async (_, dumped, sentence, code) => {
  const { message, ...refusal } = await refusalOf(await writeDump(dumped));
  expect(message).toContain(sentence);
  expect(refusal).toMatchObject({ code });
});

it("refuses a folder without a backup, and one that is given a level too deep", async () => {
  const dump = await writeDump({});
  for (const wrong of [join(work, "nowhere"), join(dump, "lyt-hoejt")])
    expect((await lyt(folder, "restore", wrong)).error).toContain("name the folder above lyt-hoejt. (restore.missing)");
  await rm(dump, { recursive: true });
});

it("serves nothing from a restore that was cut short, and heals with --drop", async () => {
  const twice = await writeDump({ documents: [{ _id: 1 }, { _id: 1 }] });
  const { error } = await lyt(folder, "restore", twice);
  expect(error).toMatch(/The document at byte 14 of .*areas\.bson was refused: E11000 .*\(restore\.refused\)/);
  const started = await runBuilt("start", { ...folderEnv(folder), PORT: "0" });
  for (const said of [started, await lyt(folder, "round", "list"), await lyt(folder, "backup", join(work, "a"))])
    expect(said.error).toContain("A restore was cut short and the data are not whole");
  const good = await writeDump({ documents: [{ _id: 1 }, { _id: 2 }] });
  expect((await lyt(folder, "restore", good)).error).toContain("(restore.notEmpty)");
  await lytJson(folder, "restore", good, "--drop");
  expect(await countOf("areas")).toBe(2);
  expect((await lyt(folder, "round", "list")).code).toBe(0);
  for (const dump of [twice, good]) await rm(dump, { recursive: true });
});

it("leaves nothing of what it replaced in the files", async () => {
  const first = await writeDump({ documents: [{ _id: 1, text: "what was there before" }] });
  const second = await writeDump({ documents: [{ _id: 1 }] });
  await lytJson(folder, "restore", first);
  const holds = async () =>
    [...(await filesOf(folder)).values()].some(({ bytes }) => bytes.includes("was there before"));
  expect(await holds()).toBe(true);
  await lytJson(folder, "restore", second, "--drop");
  expect(await holds()).toBe(false);
  for (const dump of [first, second]) await rm(dump, { recursive: true });
});
