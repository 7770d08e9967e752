/**
 * Opens the database: the server behind MONGODB_URL, or the embedded store in the data folder (or, when another
 * process already serves that folder, that process's socket). Round secrets live in a database of their own.
 */
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import mongoose from "mongoose";
import { findRunningStore, isPassingOwned, openEmbeddedStore } from "./embedded/embedded-store";
import type { EmbeddedStore } from "./embedded/embedded-store";

export interface Database {
  readonly main: mongoose.Connection;
  /** Never part of a backup (docs/privacy.md). */
  readonly secrets: mongoose.Connection;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  /**
   * Rewrites the embedded store's files, so that nothing deleted is left in them. A MongoDB server keeps its own log and
   * files for as long as its operator says (docs/privacy.md); there this does nothing.
   */
  forgetDeleted(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly dataDir: string;
  readonly mongodbUrl?: string;
  /** The name of the main database; its secrets lie in `<name>-secrets`. */
  readonly name?: string;
  readonly onFault: (error: unknown) => void;
  /**
   * Own the data folder, as a server must that outlives whoever has it now; a command is waited for, and this told of it.
   * Else another's socket will do.
   */
  readonly mustOwn?: { readonly onWaiting: () => void };
}

/** A command that loads the demo takes half a minute. */
const OWNER_IS_GONE_WITHIN_MS = 60_000;

async function openStore(folder: string, { onFault, mustOwn }: DatabaseOptions): Promise<EmbeddedStore> {
  const end = performance.now() + OWNER_IS_GONE_WITHIN_MS;
  if (mustOwn && (await isPassingOwned(folder))) {
    mustOwn.onWaiting();
    while ((await isPassingOwned(folder)) && performance.now() < end) await wait(250);
  }
  return openEmbeddedStore({ folder, onFault, isPassing: mustOwn === undefined });
}

async function locate(options: DatabaseOptions): Promise<{ url: string; stop: () => Promise<void> }> {
  if (options.mongodbUrl) return { url: options.mongodbUrl, stop: async () => {} };
  const folder = join(options.dataDir, "store");
  const running = options.mustOwn ? undefined : await findRunningStore(folder);
  if (running) return { url: running, stop: async () => {} };
  const store = await openStore(folder, options);
  return { url: store.url, stop: () => store.close() };
}

/** Throws when the database cannot be reached within five seconds. */
export async function connectDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, stop } = await locate(options);
  const name = options.name ?? "lyt-hoejt";
  const main = mongoose.createConnection(url, {
    dbName: name,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    serverSelectionTimeoutMS: 5000,
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
  const compactAll = async (connection: mongoose.Connection) => {
    const [first] = (await connection.db?.listCollections({}, { nameOnly: true }).toArray()) ?? [];
    if (first) await connection.db?.command({ compact: first.name });
  };
  return {
    main,
    secrets,
    forgetDeleted: async () => {
      if (options.mongodbUrl) return;
      await compactAll(main);
      await compactAll(secrets);
    },
    ping: async () => {
      await main.db?.command({ ping: 1 });
    },
    close: async () => {
      await main.close();
      await stop();
    },
  };
}
