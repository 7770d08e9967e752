/**
 * The public door: serves a folder on a Unix socket in MongoDB's wire protocol. One process at a time owns the folder;
 * others reach it through its socket.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cursors } from "./cursors";
import { isOwnerPassing, readText, takeLock } from "./folder-lock";
import { FullDisk } from "./full-disk";
import { quietFailedCommits } from "./quiet-commits";
import { serveSocket } from "./serve-socket";
import { Databases } from "./storage/databases";

quietFailedCommits();

export interface EmbeddedStore {
  /** A connection string for the official driver. */
  readonly url: string;
  /** One for tools that know no sockets, when a port was asked for. */
  readonly tcpUrl: string | undefined;
  readonly socketPath: string;
  close(): Promise<void>;
}

export interface EmbeddedStoreOptions {
  readonly folder: string;
  /** Listens on this port of the loopback address, too; 0 takes a free one. There are no users and passwords. */
  readonly tcpPort?: number;
  /** The folder will soon be free again: who needs it for long may wait. */
  readonly isPassing?: boolean;
  /** Told of what should never happen; the client gets an internal error. */
  readonly onFault?: (error: unknown) => void;
}

/** Node cuts a longer path silently (sun_path is 108 bytes with its end). */
const LONGEST_SOCKET_PATH = 107;
const LOOPBACK = "127.0.0.1";

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

const IDLE_CURSORS_EVERY_MS = 60_000;

function listen(server: Server, where: string | { readonly port: number; readonly host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(where, resolve);
  });
}

/** Unanswered writes have ended, and nobody is listened to. */
async function closeServer(server: Server): Promise<void> {
  if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
}

/** Throws when another process owns the folder, or a newer version wrote it. */
export async function openEmbeddedStore({
  folder,
  tcpPort,
  isPassing = false,
  onFault = () => {},
}: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const lock = await takeLock(folder, { isPassing, isServed: () => isServed(folder) });
  const cursors = new Cursors();
  const databases = new Databases(folder, (database, isEnding) => cursors.settle(database, isEnding));
  const disk = new FullDisk(folder);
  const sockets = new Set<Socket>();
  let connectionId = 0;
  const accept = (socket: Socket) => {
    sockets.add(socket);
    connectionId += 1;
    socket.once("close", () => sockets.delete(socket));
    serveSocket(socket, { databases, cursors, disk, connectionId, onFault });
  };
  const [near, far] = [createServer(accept), createServer(accept)];
  const timer = setInterval(() => cursors.forgetIdle(), IDLE_CURSORS_EVERY_MS).unref();
  const close = async () => {
    clearInterval(timer);
    const closed = Promise.all([closeServer(near), closeServer(far)]);
    for (const socket of sockets) socket.destroy();
    await closed;
    try {
      await databases.close();
    } finally {
      rmSync(noteOf(folder), { force: true });
      lock.release();
    }
  };
  try {
    const socketPath = chooseSocketPath(folder);
    rmSync(socketPath, { force: true });
    await databases.openAll();
    await listen(near, socketPath);
    chmodSync(socketPath, 0o600);
    if (tcpPort !== undefined) await listen(far, { port: tcpPort, host: LOOPBACK });
    writeFileSync(noteOf(folder), socketPath, { mode: 0o600 });
    const address = far.address() as AddressInfo | null;
    const tcpUrl = address ? `mongodb://${LOOPBACK}:${address.port}/?directConnection=true` : undefined;
    return { url: urlOf(socketPath), tcpUrl, socketPath, close };
  } catch (error) {
    await close();
    throw error;
  }
}
