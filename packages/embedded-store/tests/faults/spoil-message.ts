/** Valid messages and ways to spoil them: other bytes, lying lengths, missing and doubled pieces. */
import { Binary, Code, Decimal128, Long, ObjectId, Timestamp } from "bson";
import fc from "fast-check";
import { commandBytes } from "./raw-connection";

const everyType = {
  _id: new ObjectId("0123456789abcdef01234567"),
  text: "abc",
  number: 1.5,
  whole: 7,
  long: Long.fromNumber(2 ** 40),
  decimal: Decimal128.fromString("1.10"),
  date: new Date(0),
  bytes: new Binary(Buffer.from([1, 2, 3])),
  stamp: new Timestamp({ t: 1, i: 2 }),
  pattern: /^a/i,
  code: new Code("return 1"),
  nothing: null,
  yes: true,
  list: [1, [2, { deep: "er" }]],
  inner: { a: { b: { c: "d" } } },
};

const $db = "fuzz";
const lsid = { id: new Binary(Buffer.alloc(16, 9), 4) };

const VALID: readonly Buffer[] = [
  commandBytes({ insert: "c", ordered: true, lsid, $db }, 1, [
    { name: "documents", documents: [everyType, { _id: 2 }] },
  ]),
  commandBytes({ insert: "c", documents: [everyType, { a: [] }], $db }, 1),
  commandBytes(
    { find: "c", filter: { text: "abc", whole: { $in: [1, 7] } }, sort: { whole: 1 }, limit: 5, lsid, $db },
    1,
  ),
  commandBytes(
    { find: "c", filter: { $or: [{ "inner.a": { $exists: true } }, { list: 2 }] }, projection: { text: 1 }, $db },
    1,
  ),
  commandBytes({ update: "c", $db }, 1, [
    {
      name: "updates",
      documents: [{ q: { whole: 7 }, u: { $set: { "inner.x": "y" }, $inc: { number: 2 } }, upsert: true }],
    },
  ]),
  commandBytes(
    { update: "c", updates: [{ q: {}, u: { $push: { list: { $each: [1], $slice: -3 } } }, multi: true }], $db },
    1,
  ),
  commandBytes(
    {
      aggregate: "c",
      pipeline: [{ $match: { whole: 7 } }, { $group: { _id: "$text", n: { $sum: 1 } } }],
      cursor: {},
      $db,
    },
    1,
  ),
  commandBytes({ findAndModify: "c", query: { whole: 7 }, update: { $unset: { long: "" } }, new: true, $db }, 1),
  commandBytes({ delete: "c", $db }, 1, [{ name: "deletes", documents: [{ q: { text: "gone" }, limit: 1 }] }]),
  commandBytes({ count: "c", query: { whole: { $gt: 3 } }, skip: 0, limit: 9, $db }, 1),
  commandBytes({ distinct: "c", key: "list", query: { yes: true }, $db }, 1),
  commandBytes({ createIndexes: "c", indexes: [{ key: { "inner.a": 1, text: -1 }, name: "inner" }], $db }, 1),
  commandBytes({ getMore: Long.fromNumber(1), collection: "c", batchSize: 3, $db }, 1),
];

/** Where the four bytes of a length may lie: wherever a plausible one does. */
function lengthPlaces(message: Buffer): number[] {
  const places: number[] = [];
  for (let at = 0; at + 4 <= message.length; at += 1) {
    const value = message.readInt32LE(at);
    if (value > 0 && value <= message.length - at) places.push(at);
  }
  return places;
}

const LIES = [0, 1, 3, 4, 5, 6, 15, 16, 255, 65_536, 48_000_000, 48_000_001, 0x7fffffff, -1, -5, -0x80000000];

type Edit = (message: Buffer) => Buffer;

const otherByte = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })).map(
  ([place, value]): Edit =>
    (message) => {
      message[place % message.length] = value;
      return message;
    },
);

const flippedBit = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 7 })).map(
  ([place, bit]): Edit =>
    (message) => {
      const at = place % message.length;
      message[at] = (message[at] ?? 0) ^ (1 << bit);
      return message;
    },
);

const lie = fc.tuple(fc.nat(), fc.constantFrom(...LIES), fc.integer({ min: -3, max: 3 }), fc.boolean()).map(
  ([place, value, shift, isNear]): Edit =>
    (message) => {
      const places = lengthPlaces(message);
      const at = places[place % Math.max(1, places.length)] ?? 0;
      message.writeInt32LE(isNear ? message.readInt32LE(at) + shift : value, at);
      return message;
    },
);

/** With the length of the whole message put right, so that the rest of it is looked at. */
const otherPiece = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 40 }), fc.boolean()).map(
  ([place, length, isDoubled]): Edit =>
    (message) => {
      const at = 16 + (place % (message.length - 16));
      const piece = isDoubled ? [message.subarray(at, at + length), message.subarray(at, at + length)] : [];
      const spoiled = Buffer.concat([message.subarray(0, at), ...piece, message.subarray(at + length)]);
      spoiled.writeInt32LE(spoiled.length, 0);
      return spoiled;
    },
);

const edits = fc.array(fc.oneof(otherByte, flippedBit, lie, otherPiece), { minLength: 1, maxLength: 4 });

/** A message that was valid before one to four changes; never shorter than a header. */
export const spoiledMessage: fc.Arbitrary<Buffer> = fc
  .tuple(fc.constantFrom(...VALID), edits)
  .map(([message, changes]) => changes.reduce<Buffer>((spoiled, change) => change(spoiled), Buffer.from(message)));
