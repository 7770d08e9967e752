/** A field that is sent twice, in the body or beside it: refused, and nothing of it is stored (OP_MSG specification). */
import type { Document } from "bson";
import { serialize } from "bson";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { LastingStore } from "./faults/lasting-store";
import { RawConnection, commandBytes } from "./faults/raw-connection";
import type { Sequence } from "./faults/raw-connection";

let store: LastingStore;
let connection: RawConnection;
beforeAll(async () => {
  store = await LastingStore.open();
});
beforeEach(async () => {
  await store.renew();
  connection = await RawConnection.open(store.process.socketPath);
});
afterAll(() => store.remove());

let requestId = 0;
async function ask(body: Document | Uint8Array, sequences: readonly Sequence[] = []): Promise<Document | undefined> {
  requestId += 1;
  return (await connection.ask(commandBytes(body, requestId, sequences)))?.document();
}

const INSERT = { insert: "c", $db: "d" };
const documents = (...ids: readonly number[]): Sequence => ({
  name: "documents",
  documents: ids.map((_id) => ({ _id })),
});

/** Documents put together field by field, so that a name may come twice. */
function joined(...parts: readonly Document[]): Buffer {
  const fields = Buffer.concat([...parts.map((part) => serialize(part).subarray(4, -1)), Buffer.of(0)]);
  const length = Buffer.alloc(4);
  length.writeInt32LE(fields.length + 4);
  return Buffer.concat([length, fields]);
}

it.each<[string, Document | Uint8Array, readonly Sequence[], number]>([
  ["two sequences", INSERT, [documents(1), documents(2)], 40431],
  ["the body and a sequence", { ...INSERT, documents: [{ _id: 1 }] }, [documents(2)], 40433],
  ["the body, twice", joined(INSERT, { documents: [{ _id: 1 }] }, { documents: [{ _id: 2 }] }), [], 40413],
  ["a sequence that would be a prototype", INSERT, [documents(1), { name: "__proto__", documents: [{}] }], 40415],
])("%s", async (_what, body, sequences, code) => {
  expect(await ask(body, sequences)).toMatchObject({ ok: 0, code });
  expect(await store.collection("c").countDocuments()).toBe(0);
  // The connection is as good as before.
  expect(await ask(INSERT, [documents(7)])).toMatchObject({ ok: 1, n: 1 });
  expect(await store.collection("c").find().toArray()).toEqual([{ _id: 7 }]);
});

it("a list whose places have the same name is stored whole", async () => {
  const [one, two] = [1, 2].map((_id) => ({ "0": { _id } }));
  const list = joined(one ?? {}, two ?? {});
  // As an array: its type is 4.
  const field = Buffer.concat([Buffer.from("\x04documents\0"), list]);
  const body = Buffer.concat([serialize(INSERT).subarray(0, -1), field, Buffer.of(0)]);
  body.writeInt32LE(body.length);
  expect(await ask(body)).toMatchObject({ ok: 1, n: 2 });
  expect(await store.collection("c").find().toArray()).toEqual([{ _id: 1 }, { _id: 2 }]);
});
