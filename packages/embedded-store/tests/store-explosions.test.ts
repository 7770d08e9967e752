/** Small requests that ask for much work: patterns that explode, lists without end. Answered soon, or refused. */
import { createHash } from "node:crypto";
import type { Document } from "bson";
import { MongoClient, MongoServerError } from "mongodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LastingStore, codeOf } from "./faults/lasting-store";
import type { Keyed } from "./faults/lasting-store";
import { outcome } from "./faults/open-store";

const AT_ONCE_MS = 5000;

let store: LastingStore;
beforeAll(async () => {
  store = await LastingStore.open();
});
beforeEach(() => store.renew());
afterAll(() => store.remove());

describe("a pattern that explodes elsewhere is answered at once:", () => {
  beforeEach(() =>
    store.collection("texts").insertMany([
      { _id: "other", text: `${"a".repeat(5000)}b` },
      { _id: "same", text: "a".repeat(5000) },
    ]),
  );

  it.each(["^(a+)+$", "^(a|aa)+$", "^(a*)*$", "^([a-z]+)*a$"])("%s", async (pattern) => {
    for (const filter of [
      { text: { $regex: pattern } },
      { text: new RegExp(pattern) },
      { text: { $in: [new RegExp(pattern)] } },
      { text: { $not: { $not: { $regex: pattern } } } },
    ]) {
      const startedAt = performance.now();
      const found = await store.collection("texts").find(filter).toArray();
      expect(performance.now() - startedAt, JSON.stringify(filter)).toBeLessThan(AT_ONCE_MS);
      expect(found.map(({ _id: id }) => id)).toEqual(["same"]);
    }
  });

  it("^((a{0,100}){0,100}){0,100}$, which is long when written out, is answered or refused", async () => {
    const find = store.collection("texts").find({ text: { $regex: "^((a{0,100}){0,100}){0,100}$" } });
    const startedAt = performance.now();
    const answer = await outcome(() => find.toArray());
    expect(performance.now() - startedAt).toBeLessThan(AT_ONCE_MS);
    expect(Array.isArray(answer) || answer instanceof MongoServerError, String(answer)).toBe(true);
    expect(await store.collection("texts").countDocuments(), store.process.state()).toBe(2);
  });
});

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

describe("a list without end is answered or refused:", () => {
  beforeEach(() => store.collection("c").insertOne({ _id: 0 }));

  it.each<[string, (count: number) => object]>([
    ["$in", (count) => ({ _id: { $in: numbers(count) } })],
    ["$nin", (count) => ({ other: { $nin: numbers(count) } })],
    ["$all", (count) => ({ _id: { $all: numbers(count).map(() => 0) } })],
    ["$or", (count) => ({ $or: numbers(count / 4).map((n) => ({ _id: n })) })],
  ])("%s", async (_operator, filterOf) => {
    const answer = await store.ask({ find: "c", filter: filterOf(1_000_000), $db: "d" });
    const isRefused = Number(codeOf(answer)) > 1;
    expect(answer?.["ok"] === 1 || isRefused, JSON.stringify(answer)?.slice(0, 200)).toBe(true);
    const modest = await store.ask({ find: "c", filter: filterOf(40_000), $db: "d" });
    expect(modest?.["cursor"]?.["firstBatch"], store.process.state()).toEqual([{ _id: 0 }]);
  });
});

describe("a pattern that would take minutes on a long text is refused, and another client is served meanwhile:", () => {
  const text = Array.from({ length: 8_000_000 }, (_, at) => ((at * 7919) % 13 < 7 ? "a" : "b")).join("");
  const size = 2_000_000;

  it.each([
    ["one with many repetitions", "(a|b)*a[ab]{900}[yz]"],
    ["one with many alternatives", `(?:${"(a|b)".repeat(3000)})[yz]`],
    ["one without repetitions", `a${"(a|b)".repeat(100)}[yz]`],
    ["many conditions at once", Array.from({ length: 60 }, (_, n) => `seen${n}.*z`).join("|")],
    ["one of more bytes than MongoDB takes", `${"x".repeat(30_000)}|y`],
  ])("%s", async (_what, pattern) => {
    await store.collection("texts").insertMany([
      { _id: "long", text: text.slice(0, size) },
      { _id: "short", text: "ab" },
    ]);
    const other = new MongoClient(store.process.url);
    const slow = codeThrown(() => store.collection("texts").findOne({ _id: "long", text: { $regex: pattern } }));
    expect(await other.db("d").collection("texts").countDocuments()).toBe(2);
    expect([51091, 51156]).toContain(await slow);
    await other.close();
  });

  it.each([/needle$/, /NEEDLE/i, /needles|a needle|needle/, /a.*needle/, /\w+dle/, /^ab*/])(
    "an ordinary search in such a text is answered: %s",
    async (pattern) => {
      await store.collection("texts").insertOne({ _id: "long", text: `${text}needle` });
      const found = store.collection("texts").findOne({ text: pattern }, { projection: { _id: 1 } });
      expect(await found).toEqual({ _id: "long" });
    },
  );
});

describe("many matches in one document, or many patterns in one filter, are refused together:", () => {
  const slow = "(a|b)*a[ab]{900}[yz]";
  /** Without a period, so that nothing learnt about its beginning helps further on. */
  const piece = createHash("shake256", { outputLength: 20_000 })
    .update("piece")
    .digest()
    .map((byte) => (byte & 1) + 97)
    .toString();
  beforeEach(() => store.collection("texts").insertOne({ _id: 1, list: numbers(200).map(() => piece) }));

  it.each<[string, () => object, number]>([
    ["one pattern, many texts", () => ({ list: { $regex: slow } }), 51156],
    ["many patterns", () => ({ $or: numbers(1000).map((n) => ({ list: { $regex: `${n}${slow}` } })) }), 51156],
    [
      "long patterns",
      () => ({ list: { $in: numbers(500).map((n) => new RegExp(`${n}${"\\p{L}".repeat(3000)}`)) } }),
      51091,
    ],
  ])("%s", { timeout: 20_000 }, async (_what, filterOf, code) => {
    expect(await codeThrown(() => store.collection("texts").findOne(filterOf()))).toBe(code);
    const pull = { $pull: { list: { $regex: slow } } };
    expect(await codeThrown(() => store.database.collection<{ list: string[] }>("texts").updateOne({}, pull))).toBe(
      51156,
    );
    expect(await store.collection("texts").countDocuments({ list: { $size: 200 } })).toBe(1);
  });

  it("and when each document takes its time, the command ends in time and others have their turns", async () => {
    await store.collection("many").insertMany(numbers(60).map((_id) => ({ _id, text: `${piece}${_id}` })));
    const other = await MongoClient.connect(store.process.url);
    const find = store.collection("many").find({ text: { $regex: slow } }, { maxTimeMS: 500 });
    const startedAt = performance.now();
    const ended = codeThrown(() => find.toArray());
    expect(await other.db("d").collection("many").countDocuments()).toBe(60);
    expect(await ended).toBe(50);
    expect(performance.now() - startedAt).toBeLessThan(AT_ONCE_MS);
    await other.close();
  });
});

const strings = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `value ${at + from}`);

describe("one statement over a great many values is done at once:", { timeout: 10_000 }, () => {
  const count = 60_000;

  it("$pullAll", async () => {
    await store.collection("c").insertOne({ _id: 1, list: strings(count) });
    await store.database.command({
      update: "c",
      updates: [{ q: { _id: 1 }, u: { $pullAll: { list: strings(count, 1) } } }],
    });
    expect(await store.collection("c").findOne({ _id: 1 })).toEqual({ _id: 1, list: ["value 0"] });
  });

  it("$addToSet", async () => {
    await store.collection("c").insertOne({ _id: 1, list: ["value 1"] });
    await store.database.command({
      update: "c",
      updates: [{ q: { _id: 1 }, u: { $addToSet: { list: { $each: [...strings(count), ...strings(count)] } } } }],
    });
    expect((await store.collection("c").findOne({ _id: 1 }))?.["list"]).toHaveLength(count);
  });

  it("$all", async () => {
    await store.collection("c").insertOne({ _id: 1, list: strings(count) });
    const found = (from: number) => store.collection("c").countDocuments({ list: { $all: strings(count, from) } });
    expect(await found(0)).toBe(1);
    expect(await found(1)).toBe(0);
  });

  it("an upsert that takes its fields from its filter", async () => {
    const q = Object.fromEntries(strings(20_000).map((name, at) => [name, at]));
    await store.database.command({ update: "c", updates: [{ q, u: { $set: { done: true } }, upsert: true }] });
    expect(Object.keys((await store.collection("c").findOne({ done: true })) ?? {})).toHaveLength(20_002);
  });
});

describe("a path of more parts than documents are deep is refused before anything is done:", { timeout: 5000 }, () => {
  const path = Array.from({ length: 30_000 }, () => "a").join(".");

  it.each([
    ["an update", { update: "c", updates: [{ q: {}, u: { $set: { [path]: 1 } } }] }],
    ["a filter", { find: "c", filter: { [path]: 1 } }],
    ["a projection", { find: "c", projection: { [path]: 1 } }],
    ["a sort", { find: "c", sort: { [path]: 1 } }],
    ["what is distinct", { distinct: "c", key: path }],
    ["a group", { aggregate: "c", pipeline: [{ $group: { _id: `$${path}` } }], cursor: {} }],
    [
      "the place of what is unwound",
      { aggregate: "c", pipeline: [{ $unwind: { path: "$a", includeArrayIndex: path } }], cursor: {} },
    ],
    ["what is unwound", { aggregate: "c", pipeline: [{ $unwind: `$${path}` }], cursor: {} }],
    ["a new name", { update: "c", updates: [{ q: {}, u: { $rename: { b: path } } }] }],
    ["an index", { createIndexes: "c", indexes: [{ key: { [path]: 1 }, name: "deep" }] }],
  ])("%s", async (_what, command) => {
    await store.collection("c").insertOne({ _id: 1 });
    expect(codeOf(await store.ask({ ...command, $db: "d" }))).toBe(15);
  });
});

it("a long value full of zeros is indexed and found", async () => {
  await store.collection("c").createIndex({ z: 1 });
  await store.collection("c").insertOne({ _id: 1, z: "\0".repeat(15_000_000) });
  expect(await store.collection("c").findOne({ z: /^\0/ }, { projection: { _id: 1 } })).toEqual({ _id: 1 });
});

it("a thousand cursors and more, with writes between them, leave others served", async () => {
  await store.collection("c").insertMany(numbers(300).map((n) => ({ _id: n, n: 0 })));
  const other = await MongoClient.connect(store.process.url);
  const patient = other
    .db("d")
    .collection<Keyed>("c")
    .find({}, { sort: { _id: 1 }, batchSize: 3 });
  for (const n of numbers(2)) expect(await patient.next()).toMatchObject({ _id: n });
  const ids: unknown[] = [];
  for (const n of numbers(1200)) {
    const { cursor } = (await store.database.command({ find: "c", batchSize: 2 }, { promoteLongs: false })) as Document;
    ids.push((cursor as Document)["id"]);
    if (n % 3 === 0) await store.collection("c").updateOne({ _id: 1 }, { $inc: { n: 1 } });
  }
  expect(await store.collection("c").countDocuments({ n: 400 })).toBe(1);
  const more = (id: unknown) => store.database.command({ getMore: id, collection: "c", batchSize: 1 });
  expect(await codeThrown(() => more(ids[0]))).toBe(43);
  expect(await more(ids.at(-1))).toMatchObject({ ok: 1 });
  expect(await patient.next()).toMatchObject({ _id: 2 });
  expect(await patient.next()).toMatchObject({ _id: 3 });
  await other.close();
});

/** The code of what a call fails with. */
const codeThrown = (call: () => Promise<unknown>): Promise<unknown> =>
  call().then(
    () => undefined,
    (error: unknown) => (error instanceof MongoServerError ? error.code : error),
  );
