/** The reference for the store: the driver's own ceiling. Reads a command's name and answers with the same bytes. */
import { createServer } from "node:net";
import type { Socket } from "node:net";
import { Long, serialize } from "bson";
import type { Document } from "bson";
import { aDocument } from "./store-documents";
import { reportReady } from "./store-process";

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

const HELLO = {
  helloOk: true,
  isWritablePrimary: true,
  ismaster: true,
  maxBsonObjectSize: 16 * 1024 * 1024,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
  ok: 1,
};

const REPLIES: Record<string, Document> = {
  hello: HELLO,
  ismaster: HELLO,
  isMaster: HELLO,
  insert: { n: 1, ok: 1 },
  find: { cursor: { firstBatch: [aDocument(0)], id: Long.ZERO, ns: "bench.responses" }, ok: 1 },
};

const bytes = new Map(Object.entries(REPLIES).map(([name, reply]) => [name, serialize(reply)]));
const OTHERWISE = serialize({ ok: 1 });

function reply(message: Buffer): Buffer {
  const isQuery = message.readInt32LE(12) === OP_QUERY;
  // A document's first element: its length (4), a type (1), then its name; before it flags and kind, or flags, name and two numbers.
  const document = isQuery ? message.indexOf(0, 20) + 9 : 21;
  const name = message.toString("latin1", document + 5, message.indexOf(0, document + 5));
  const body = bytes.get(name) ?? OTHERWISE;
  const head = Buffer.alloc(isQuery ? 36 : 21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(message.readInt32LE(4), 8);
  head.writeInt32LE(isQuery ? OP_REPLY : OP_MSG, 12);
  if (isQuery) head.writeInt32LE(1, 32);
  return Buffer.concat([head, body]);
}

function serve(socket: Socket): void {
  let held: Buffer = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    held = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    while (held.length >= 4 && held.length >= held.readInt32LE(0)) {
      socket.write(reply(held));
      held = held.subarray(held.readInt32LE(0));
    }
  });
  socket.on("error", () => socket.destroy());
}

export function runBareStore(socketPath: string): void {
  const server = createServer(serve);
  server.listen(socketPath, () =>
    reportReady(`mongodb://${encodeURIComponent(socketPath)}/?directConnection=true`, () => process.exit(0)),
  );
}
