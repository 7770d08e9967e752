/** Opens the application, or its data alone, for one command: beside a running server (through its socket) or without. */
import { readSettings } from "../lib/env";
import type { Clock } from "../lib/clock";
import { createLogger } from "../observability/logger";
import { openApplication } from "../open-application";
import type { Application } from "../services";
import { connectDatabase, hasStore } from "../database/connect";
import type { Database, DatabaseOptions } from "../database/connect";
import { OperationError } from "../database/operation-error";
import { findShape } from "../database/shape";
import { makeFolder } from "../lib/data-folder";
import type { Settings } from "../lib/env";

export interface Session {
  readonly application: Application;
  readonly at: (clock: Clock) => Application;
  readonly database: Database;
}

export async function withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const session = await openApplication({ settings, logger: createLogger("error"), isUnhurried: true, onProgress });
  try {
    return await work(session);
  } finally {
    await session.database.close();
  }
}

/** Beside what a command prints for whoever reads it. */
const onProgress = (sentence: string) => void process.stderr.write(`${sentence}\n`);

export const onFault = (error: unknown) => createLogger("error").error({ err: error }, "embedded store");

/** Throws `<noun>.elsewhere` with what to do instead when the data lie in a MongoDB server. */
export function refuseElsewhere({ mongodbUrl }: Settings, noun: string, instead: string): void {
  if (mongodbUrl)
    throw new OperationError(`${noun}.elsewhere`, `The data lie in the server at MONGODB_URL: ${instead}`);
}

/**
 * The data as they are: nothing is brought up or prepared, as the last backup of a shape must be of that shape. There must be
 * some, and none that only a newer version knows whole. Throws `store.empty`, `shape.newer`.
 */
export async function withData<T>(settings: Settings, work: (database: Database) => Promise<T>): Promise<T> {
  const { dataDir, mongodbUrl } = settings;
  if (!mongodbUrl && !hasStore(dataDir)) throw new OperationError("store.empty", `There are no data in ${dataDir}.`);
  return withDatabase(settings, async (database) => {
    await findShape(database);
    return work(database);
  });
}

export async function withDatabase<T>(
  { dataDir, mongodbUrl }: Settings,
  work: (database: Database) => Promise<T>,
  options: Pick<DatabaseOptions, "mustOwn"> = {},
): Promise<T> {
  makeFolder(dataDir);
  const database = await connectDatabase({ dataDir, mongodbUrl, onFault, isUnhurried: true, ...options });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
