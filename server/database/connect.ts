/**
 * Opens the database: the server behind MONGODB_URL, or the embedded store in the data folder (or, when another
 * process already serves that folder, that process's socket). Round secrets live in a database of their own.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import mongoose from "mongoose";
import { findRunningStore, isPassingOwned, openEmbeddedStore } from "@lyt-hoejt/embedded-store";
import type { EmbeddedStore } from "@lyt-hoejt/embedded-store";
import { LateError, withDeadline } from "./database-problem";
import type { WatchedDatabase } from "./database-problem";
import { wakeLostSockets, wakeLostWaiters } from "./lost-sockets";
import { OperationError } from "./operation-error";
import { watchRoom } from "./room";

export const DATABASE_NAME = "lyt-hoejt";

export interface Database extends WatchedDatabase {
  readonly main: mongoose.Connection;
  /** Never part of a backup (docs/privacy.md). */
  readonly secrets: mongoose.Connection;
  /** Rejects when the database does not answer within five seconds, or has no room for an answer. */
  ping(): Promise<void>;
  /**
   * Rewrites the embedded store's files, so that nothing deleted is left in them. A MongoDB server keeps its own log and
   * files for as long as its operator says (docs/privacy.md); there this does nothing. Resolves with the bytes freed.
   */
  forgetDeleted(): Promise<number>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly dataDir: string;
  readonly mongodbUrl?: string;
  /** The name of the main database; its secrets lie in `<name>-secrets`. */
  readonly name?: string;
  readonly onFault: (error: unknown) => void;
  /** One operation may take as long as it takes: for a command that works through the whole database. */
  readonly isUnhurried?: boolean;
  /** Told why `database.away` was answered, and to which method of a service. */
  readonly onAway?: (reason: unknown, method: string) => void;
  /**
   * Own the data folder, as a server must that outlives whoever has it now; a command is waited for, and this told of it.
   * Else another's socket will do.
   */
  readonly mustOwn?: { readonly onWaiting: () => void };
}

const storeFolder = (dataDir: string) => join(dataDir, "store");

/** Whether there is a store in the data folder. */
export const hasStore = (dataDir: string): boolean => existsSync(storeFolder(dataDir));

/** A command that loads the demo takes half a minute. */
const OWNER_IS_GONE_WITHIN_MS = 60_000;

/** An error that also says how a tool reaches data that another process serves. */
async function withAddress(folder: string, error: unknown): Promise<unknown> {
  const url = await findRunningStore(folder);
  if (!url || !(error instanceof Error)) return error;
  return new OperationError("store.inUse", `${error.message.replace(/\.$/, "")}: ${url}`);
}

type StoreOptions = Pick<DatabaseOptions, "onFault" | "mustOwn"> & { readonly tcpPort?: number };

async function openStore(folder: string, { onFault, mustOwn, tcpPort }: StoreOptions): Promise<EmbeddedStore> {
  const end = performance.now() + OWNER_IS_GONE_WITHIN_MS;
  if (mustOwn && (await isPassingOwned(folder))) {
    mustOwn.onWaiting();
    while ((await isPassingOwned(folder)) && performance.now() < end) await wait(250);
  }
  try {
    return await openEmbeddedStore({ folder, tcpPort, onFault, isPassing: mustOwn === undefined });
  } catch (error) {
    throw await withAddress(folder, error);
  }
}

/** The data folder's store alone, for tools: on its socket and, when a port is given, on the loopback address. */
export const serveStore = ({ dataDir, ...options }: StoreOptions & Pick<DatabaseOptions, "dataDir">) =>
  openStore(storeFolder(dataDir), options);

async function locate(options: DatabaseOptions): Promise<{ url: string; stop: () => Promise<void> }> {
  if (options.mongodbUrl) return { url: options.mongodbUrl, stop: async () => {} };
  const folder = storeFolder(options.dataDir);
  const running = options.mustOwn ? undefined : await findRunningStore(folder);
  if (running) return { url: running, stop: async () => {} };
  const store = await openStore(folder, options);
  return { url: store.url, stop: () => store.close() };
}

/** The driver's database behind a connection. */
export function dbOf({ db }: mongoose.Connection): mongoose.mongo.Db {
  if (!db) throw new Error("The database is not connected.");
  return db;
}

async function compact(connection: mongoose.Connection): Promise<number> {
  const [first] = await dbOf(connection).listCollections({}, { nameOnly: true }).toArray();
  const reply = first && (await dbOf(connection).command({ compact: first.name }));
  return Number(reply?.["bytesFreed"] ?? 0);
}

const PING_WITHIN_MS = 5000;

/**
 * How long the driver waits: for a server, for one of its connections to be free, for a connection to be made (and for the
 * server's pulse), and for the reply to one operation, as copying half a million answers at sealing. The last closes a
 * connection on which nothing comes any more. A person is told much sooner (database-problem.ts).
 */
const WAITS = {
  serverSelectionTimeoutMS: 5000,
  waitQueueTimeoutMS: 15_000,
  connectTimeoutMS: 10_000,
  socketTimeoutMS: 120_000,
} as const;

/** Throws when the database cannot be reached within five seconds. */
export async function connectDatabase(options: DatabaseOptions): Promise<Database> {
  wakeLostSockets();
  const { url, stop } = await locate(options);
  const name = options.name ?? DATABASE_NAME;
  const main = mongoose.createConnection(url, {
    dbName: name,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    ...WAITS,
    ...(options.isUnhurried ? { socketTimeoutMS: 0 } : {}),
    maxPoolSize: 32,
    writeConcern: { w: "majority" },
    readConcern: { level: "majority" },
    readPreference: "primary",
  });
  try {
    await main.asPromise();
  } catch (error) {
    await stop();
    throw error;
  }
  const secrets = main.useDb(`${name}-secrets`, { useCache: true });
  const room = watchRoom(() => dbOf(main), options.mongodbUrl ? undefined : options.dataDir);
  return {
    main,
    secrets,
    isConnected: () => main.readyState === mongoose.ConnectionStates.connected,
    onAway: (reason, method) => {
      room.note(reason);
      if (reason instanceof LateError) wakeLostWaiters(main.getClient());
      options.onAway?.(reason, method);
    },
    forgetDeleted: async () => {
      if (options.mongodbUrl) return 0;
      return (await compact(main)) + (await compact(secrets));
    },
    ping: () => withDeadline(room.ping(), PING_WITHIN_MS),
    close: async () => {
      await main.close();
      await stop();
    },
  };
}
