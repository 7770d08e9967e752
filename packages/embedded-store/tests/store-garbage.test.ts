/** Spoiled messages, BSON that is none, documents that are too deep: refused, each for itself, and nothing else changes. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "bson";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fuzz } from "./faults/fuzz";
import { LastingStore, codeOf } from "./faults/lasting-store";
import { nested, spoiledDocuments, withField } from "./faults/odd-documents";
import { outcome } from "./faults/open-store";
import { drawSeed } from "./faults/scaled";

let store: LastingStore;
beforeAll(async () => {
  store = await LastingStore.open();
});
beforeEach(async () => {
  await store.renew();
  await store.collection("c").insertOne({ _id: 0 });
});
afterAll(() => store.remove());

async function expectUnharmed(): Promise<void> {
  expect(await store.collection("c").find().toArray(), store.process.state()).toEqual([{ _id: 0 }]);
  expect(store.process.isAlive(), store.process.state()).toBe(true);
}

it("answers two hundred spoiled messages or ends their connections", async () => {
  const folder = await mkdtemp(join(tmpdir(), "lyt-fuzz-"));
  await expect(fuzz(folder, 200, drawSeed("spoiled messages"))).resolves.toBeUndefined();
  await rm(folder, { recursive: true, force: true });
});

describe("BSON that is none is refused, or ends its connection, and nothing of it is written:", () => {
  it.each(Object.entries(spoiledDocuments()))("%s", async (_what, bytes) => {
    const answers = [
      await store.ask({ insert: "c", $db: "d" }, [{ _id: "before" }, bytes]),
      await store.ask(withField({ insert: "c", $db: "d" }, "documents", "list", withField({}, "0", "document", bytes))),
      await store.ask(bytes),
    ];
    // A document that came before the spoiled one may have been taken.
    await store.collection("c").deleteOne({ _id: "before" });
    await expectUnharmed();
    // One means an internal error.
    for (const answer of answers) if (answer) expect(codeOf(answer), JSON.stringify(answer)).toBeGreaterThan(1);
  });
});

describe("a document that is too deep is refused with Overflow", () => {
  it.each<[string, (deep: Buffer) => ReturnType<LastingStore["ask"]>]>([
    ["in an insert", (deep) => store.ask({ insert: "c", $db: "d" }, [deep])],
    ["in a filter", (deep) => store.ask(withField({ find: "c", $db: "d" }, "filter", "document", deep))],
    [
      "in a pipeline",
      (deep) => store.ask(withField({ aggregate: "c", cursor: {}, $db: "d" }, "pipeline", "list", deep)),
    ],
  ])("%s", async (_where, send) => {
    for (const depth of [250, 5000, 200_000]) {
      for (const kind of ["documents", "lists"] as const) {
        const answer = await send(nested(depth, kind));
        expect(codeOf(answer), `${depth} ${kind}: ${JSON.stringify(answer)} ${store.process.state()}`).toBe(15);
      }
    }
    await expectUnharmed();
  });

  it("but one of a hundred and fifty levels is taken and given back", async () => {
    expect(await store.ask({ insert: "deep", $db: "d" }, [nested(150, "documents")])).toMatchObject({ n: 1, ok: 1 });
    const found = await store.collection("deep").findOne({}, { projection: { _id: 0 } });
    expect(Buffer.from(serialize(found ?? {}))).toEqual(nested(150, "documents"));
  });

  it("and so is an update that would make one", async () => {
    const path = Array.from({ length: 250 }, () => "a").join(".");
    expect(await outcome(() => store.collection("c").updateOne({ _id: 0 }, { $set: { [path]: 1 } }))).toMatchObject({
      code: 15,
    });
    await expectUnharmed();
  });
});
