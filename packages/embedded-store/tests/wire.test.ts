/** The bytes of the wire protocol, one by one (manual: "MongoDB Wire Protocol"): what comes in, and exactly what goes out. */
import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openEmbeddedStore } from "../src/embedded-store";
import type { EmbeddedStore } from "../src/embedded-store";

let folder: string;
let store: EmbeddedStore;
let socket: Socket;
let received = Buffer.alloc(0);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-wire-"));
  store = await openEmbeddedStore({ folder });
  socket = connect(store.socketPath).on("data", (chunk: Buffer) => (received = Buffer.concat([received, chunk])));
});
afterAll(async () => {
  socket.destroy();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const bytes = (hex: string) => Buffer.from(hex.replace(/[^0-9a-f]/g, ""), "hex");

/** The one message that answers bytes, without the number that the server gave it (bytes 4 to 8). */
async function answerTo(hex: string): Promise<string> {
  received = Buffer.alloc(0);
  socket.write(bytes(hex));
  while (received.length < 16 || received.length < received.readInt32LE(0))
    await new Promise((resolve) => socket.once("data", resolve));
  return Buffer.concat([received.subarray(0, 4), received.subarray(8)]).toString("hex");
}

/** { ping: 1, $db: "d" }, 26 bytes. */
const PING = "1a000000 10 70696e6700 01000000 02 24646200 02000000 6400 00".replaceAll(" ", "");
/** { ok: 1.0 }, 17 bytes. */
const OK = "11000000 01 6f6b00 000000000000f03f 00".replaceAll(" ", "");

/** A message of 38 bytes: its length, no number yet, what it answers, OP_MSG, no flags, one body. */
const okTo = (id: string) => `26000000${id}dd070000` + `00000000` + `00${OK}`;

it("answers OP_MSG with OP_MSG", async () => {
  const length = Buffer.from(PING, "hex").length;
  expect(length).toBe(0x1a);
  expect(await answerTo(`2f000000 07000000 00000000 dd070000 00000000 00 ${PING}`)).toBe(okTo("07000000"));
});

it("passes over a checksum that is announced", async () => {
  expect(await answerTo(`33000000 08000000 00000000 dd070000 01000000 00 ${PING} deadbeef`)).toBe(okTo("08000000"));
});

it("does not answer what wants no answer, and answers what follows", async () => {
  const silent = `2f000000 09000000 00000000 dd070000 02000000 00 ${PING}`;
  expect(await answerTo(`${silent} 2f000000 0a000000 00000000 dd070000 00000000 00 ${PING}`)).toBe(okTo("0a000000"));
});

it("takes documents beside the body, before it or behind it", async () => {
  // { insert: "c", $db: "d" }, 30 bytes; a sequence "documents" with { _id: 1 }, 14 bytes.
  const insert = "1e000000 02 696e7365727400 02000000 6300 02 24646200 02000000 6400 00".replaceAll(" ", "");
  const sequence = (id: string) => `01 1c000000 646f63756d656e747300 0e000000 10 5f696400 ${id} 00`.replaceAll(" ", "");
  const inserted = "18000000 10 6e00 01000000 01 6f6b00 000000000000f03f 00".replaceAll(" ", "");
  const lengthOf = (hex: string) => Buffer.from(hex, "hex").length;
  expect(lengthOf(insert)).toBe(0x1e);
  expect(lengthOf(sequence("01000000"))).toBe(1 + 0x1c);
  const total = 20 + 1 + 0x1e + 1 + 0x1c;
  const head = (id: string) => `${total.toString(16)}000000 ${id} 00000000 dd070000 00000000`;
  const answer = (id: string) => `2d000000${id}dd070000` + `00000000` + `00${inserted}`;
  expect(await answerTo(`${head("0b000000")} 00 ${insert} ${sequence("01000000")}`)).toBe(answer("0b000000"));
  expect(await answerTo(`${head("0c000000")} ${sequence("02000000")} 00 ${insert}`)).toBe(answer("0c000000"));
});

it("answers the old OP_QUERY with OP_REPLY", async () => {
  // admin.$cmd, nothing to skip, one to return, { ping: 1 }.
  const ping = "0f000000 10 70696e6700 01000000 00".replaceAll(" ", "");
  const query = `36000000 0d000000 00000000 d4070000 00000000 61646d696e2e24636d6400 00000000 ffffffff ${ping}`;
  const flagsAndCursor = "08000000" + "0000000000000000" + "00000000" + "01000000";
  expect(await answerTo(query)).toBe(`35000000` + `0d000000` + `01000000` + flagsAndCursor + OK);
});

it("listens on loopback as well when asked, on a port that was asked for or a free one", async () => {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  for (const tcpPort of [0, port]) {
    const place = await mkdtemp(join(tmpdir(), "lyt-tcp-"));
    const opened = await openEmbeddedStore({ folder: place, tcpPort });
    expect(opened.tcpUrl).toMatch(tcpPort === 0 ? /^mongodb:\/\/127\.0\.0\.1:\d+\// : `127.0.0.1:${port}/`);
    const client = await MongoClient.connect(opened.tcpUrl ?? "");
    await client.db("d").collection("c").insertOne({ a: 1 });
    expect(await client.db("d").collection("c").countDocuments()).toBe(1);
    await client.close();
    await opened.close();
    await rm(place, { recursive: true, force: true });
  }
});
