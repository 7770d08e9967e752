/**
 * A gate in front of a store that does what gateways do on a bad day: resets connections, swallows everything, or refuses
 * to sign anybody in. With `tls` it speaks TLS. It signs in whoever comes (PLAIN), which the store does not know.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import { deserialize } from "bson";
import type { Document } from "bson";
import { openEmbeddedStore } from "@lyt-hoejt/embedded-store";
import { commandBytes } from "@lyt-hoejt/embedded-store/faults/raw-connection";

const OP_MSG = 2013;
const BODY_AT = 21;
const CERTIFICATE = "tests/cases/tls/localhost.pem";

export interface UnsoundGate {
  readonly url: string;
  /** Ends every connection without a word; new ones are taken. */
  reset(): void;
  /** From now on nothing passes, in either direction, and nothing is closed. */
  stall(): void;
  /** Signing in is answered with this reply instead of success. */
  refuseSigningIn(reply: Document): void;
  /** Every command is answered with this reply instead of the store's. */
  refuseCommands(reply: Document): void;
  /** Sound again. */
  mend(): void;
  close(): Promise<void>;
}

interface Fault {
  isStalled: boolean;
  signingIn?: Document;
  commands?: Document;
}

/** A reply is a command's message with `responseTo`. */
function replyBytes(reply: Document, to: Buffer): Buffer {
  const bytes = commandBytes(reply, 0);
  bytes.writeInt32LE(to.readInt32LE(4), 8);
  return bytes;
}

function ownReply(message: Buffer, fault: Fault): Document | undefined {
  if (message.readInt32LE(12) !== OP_MSG) return undefined;
  const command = deserialize(message.subarray(BODY_AT, BODY_AT + message.readInt32LE(BODY_AT)));
  if ("saslStart" in command)
    return fault.signingIn ?? { ok: 1, conversationId: 1, done: true, payload: Buffer.alloc(0) };
  return "hello" in command || "ping" in command ? undefined : fault.commands;
}

function relay(near: Socket, far: Socket, fault: Fault): void {
  let held = Buffer.alloc(0);
  near.on("data", (chunk: Buffer) => {
    if (fault.isStalled) return;
    held = Buffer.concat([held, chunk]);
    while (held.length >= 16 && held.length >= held.readInt32LE(0)) {
      const message = Buffer.from(held.subarray(0, held.readInt32LE(0)));
      held = held.subarray(message.length);
      const reply = ownReply(message, fault);
      if (reply) near.write(replyBytes(reply, message));
      else far.write(message);
    }
  });
  far.on("data", (chunk: Buffer) => fault.isStalled || near.write(chunk));
}

async function listening(accept: (near: Socket) => void, isTls: boolean): Promise<Server> {
  const server = isTls
    ? createTlsServer({ cert: await readFile(CERTIFICATE), key: await readFile("tests/cases/tls/localhost.key.pem") })
    : createServer();
  server.on(isTls ? "secureConnection" : "connection", accept);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

export async function openUnsoundGate({ isTls = false } = {}): Promise<UnsoundGate> {
  const folder = await mkdtemp(join(tmpdir(), "lyt-unsound-"));
  const store = await openEmbeddedStore({ folder });
  const sockets = new Set<Socket>();
  const fault: Fault = { isStalled: false };
  const reset = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = await listening((near) => {
    const far = connect(store.socketPath);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.once("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    relay(near, far, fault);
  }, isTls);
  const { port } = server.address() as AddressInfo;
  const tls = isTls ? `&tls=true&tlsCAFile=${encodeURIComponent(CERTIFICATE)}` : "";
  return {
    url: `mongodb://lyt:word@localhost:${port}/?directConnection=true&authMechanism=PLAIN&authSource=%24external${tls}`,
    reset,
    stall: () => (fault.isStalled = true),
    refuseSigningIn: (reply) => (fault.signingIn = reply),
    refuseCommands: (reply) => (fault.commands = reply),
    mend() {
      // What was swallowed is lost: nobody gets a reply to it on these connections.
      if (fault.isStalled) reset();
      Object.assign(fault, { isStalled: false, signingIn: undefined, commands: undefined });
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      reset();
      await closed;
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
