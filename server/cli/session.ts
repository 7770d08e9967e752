/** Opens the application for one command, beside a running server (through its store's socket) or without one. */
import { readSettings } from "../lib/env";
import type { Clock } from "../lib/clock";
import { createLogger } from "../observability/logger";
import { openApplication } from "../run-server";
import type { Application } from "../services";
import type { Database } from "../database/connect";

export interface Session {
  readonly application: Application;
  readonly at: (clock: Clock) => Application;
  readonly database: Database;
}

export async function withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const session = await openApplication({ settings, logger: createLogger("error") });
  try {
    return await work(session);
  } finally {
    await session.database.close();
  }
}
