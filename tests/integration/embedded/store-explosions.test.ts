/** Small requests that ask for much work: patterns that explode, lists without end. Answered soon, or refused. */
import { MongoServerError } from "mongodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LastingStore, codeOf } from "../../support/faults/lasting-store";
import { outcome } from "../../support/faults/open-store";

const AT_ONCE_MS = 1000;

let store: LastingStore;
beforeAll(async () => {
  store = await LastingStore.open();
});
beforeEach(() => store.renew());
afterAll(() => store.remove());

describe("a pattern that explodes elsewhere is answered within a second:", () => {
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
