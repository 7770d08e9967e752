/**
 * The public door: serves a folder on a Unix socket in MongoDB's wire protocol. One process at a time owns the folder;
 * others reach it through its socket.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import type { Server, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { calculateObjectSize } from "bson";
import { Cursors } from "./cursors";
import { isOwnerPassing, readText, takeLock } from "./folder-lock";
import { serveRequest } from "./serve-request";
import { Databases } from "./storage/databases";
import { Framer } from "./wire/frame";
import { readRequest, writeReply } from "./wire/message";

export interface EmbeddedStore {
  /** A connection string for the official driver. */
  readonly url: string;
  readonly socketPath: string;
  close(): Promise<void>;
}

export interface EmbeddedStoreOptions {
  readonly folder: string;
  /** The most a database may grow to; beyond it writes are answered with OutOfDiskSpace. */
  readonly maxTotalBytes?: number;
  /** The folder will soon be free again: who needs it for long may wait. */
  readonly isPassing?: boolean;
  /** Told of what should never happen; the client gets an internal error. */
  readonly onFault?: (error: unknown) => void;
}

/** Node cuts a longer path silently (sun_path is 108 bytes with its end). */
const LONGEST_SOCKET_PATH = 107;

const urlOf = (socketPath: string) => `mongodb://${encodeURIComponent(socketPath)}/?directConnection=true`;

/** Where the socket of a folder lies is written down in the folder. */
const noteOf = (folder: string) => join(folder, "socket-path");

function chooseSocketPath(folder: string): string {
  const near = join(folder, "store.sock");
  if (Buffer.byteLength(near) <= LONGEST_SOCKET_PATH) return near;
  return join(mkdtempSync(join(tmpdir(), "lyt-")), "store.sock");
}

/** The connection string of a store that another process serves from this folder, if it answers. */
export async function findRunningStore(folder: string): Promise<string | undefined> {
  const socketPath = readText(noteOf(folder));
  return socketPath && (await answers(socketPath)) ? urlOf(socketPath) : undefined;
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

/** True while another process serves the folder that will soon be done with it. */
export const isPassingOwned = async (folder: string): Promise<boolean> =>
  isOwnerPassing(folder) && (await isServed(folder));

const isServed = async (folder: string) => (await findRunningStore(folder)) !== undefined;

function serveSocket(
  socket: Socket,
  connectionId: number,
  { databases, cursors, onFault }: { databases: Databases; cursors: Cursors; onFault: (error: unknown) => void },
): void {
  const framer = new Framer();
  // Requests of one connection are answered in their order.
  let turn: Promise<void> = Promise.resolve();
  const answer = async (message: Buffer) => {
    const request = readRequest(message);
    const reply = await serveRequest(request, { databases, cursors, connectionId, onFault });
    if (!request.isUnanswered && socket.writable) socket.write(writeReply(request, reply));
  };
  socket.on("data", (chunk: Buffer) => {
    try {
      for (const message of framer.push(chunk))
        turn = turn.then(() => answer(message)).catch(() => void socket.destroy());
    } catch {
      socket.destroy();
    }
  });
  socket.on("error", () => socket.destroy());
}

function listen(server: Server, socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(socketPath, () => {
      chmodSync(socketPath, 0o600);
      resolve();
    });
  });
}

/** Throws when another process owns the folder, or a newer version wrote it. */
export async function openEmbeddedStore({
  folder,
  maxTotalBytes,
  isPassing = false,
  onFault = () => {},
}: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const lock = await takeLock(folder, { isPassing, isServed: () => isServed(folder) });
  const databases = new Databases(folder, maxTotalBytes);
  const cursors = new Cursors((document) => calculateObjectSize(document));
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    connections += 1;
    serveSocket(socket, connections, { databases, cursors, onFault });
  });
  const socketPath = chooseSocketPath(folder);
  rmSync(socketPath, { force: true });
  await listen(server, socketPath);
  writeFileSync(noteOf(folder), socketPath, { mode: 0o600 });
  return {
    url: urlOf(socketPath),
    socketPath,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
      await databases.close();
      rmSync(noteOf(folder), { force: true });
      lock.release();
    },
  };
}
