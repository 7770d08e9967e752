/** The real thing in a temporary folder: embedded store over its socket (or MONGODB_URL), services, Express on loopback. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RequestHandler } from "express";
import { createApp } from "../../server/http/app";
import { listen, makeServer } from "../../server/http/listen";
import { connectDatabase } from "../../server/database/connect";
import { createLogger } from "../../server/observability/logger";
import { createApplication } from "../../server/services";
import type { Application } from "../../server/services";
import { otherServer } from "@lyt-hoejt/embedded-store/interop/other-server";
import { movableClock } from "./movable-clock";
import type { MovableClock } from "./movable-clock";

export interface TestServer {
  readonly application: Application;
  readonly clock: MovableClock;
  readonly url: string;
  readonly database: Awaited<ReturnType<typeof connectDatabase>>;
  close(): Promise<void>;
}

const noPages: RequestHandler = (_request, response) => {
  response.status(404).send("no page here");
};
const noAssets: RequestHandler = (_request, _response, next) => next();

let opened = 0;

export interface TestServerOptions {
  readonly at?: string;
  readonly pages?: RequestHandler;
  /** Another store than MONGODB_URL or, without one, the server's own folder. */
  readonly mongodbUrl?: string;
  /** How long a service waits for the database. */
  readonly answersWithinMs?: number;
  /** How long a request may take to come. */
  readonly requestWithinMs?: number;
}

export async function startTestServer({
  at = "2026-03-10T09:00:00Z",
  pages = noPages,
  mongodbUrl = otherServer.url,
  answersWithinMs,
  requestWithinMs,
}: TestServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "lyt-test-"));
  const faults: unknown[] = [];
  opened += 1;
  const database = await connectDatabase({
    dataDir: folder,
    mongodbUrl,
    name: `lyt-test-${process.pid}-${opened}`,
    onFault: (error) => faults.push(error),
  });
  const clock = movableClock(at);
  const application = createApplication({ database, clock, pepper: "p".repeat(32), answersWithinMs });
  await application.prepare();
  const app = createApp({
    services: application.services,
    logger: createLogger("silent"),
    ping: database.ping,
    pages: async (...args) => void pages(...args),
    assets: noAssets,
    trustProxy: 1,
    isSecure: false,
    isDevelopment: false,
  });
  const listening = await listen(makeServer({ requestWithinMs }), app, { port: 0, host: "127.0.0.1" });
  return {
    application,
    clock,
    database,
    url: `http://127.0.0.1:${listening.port}`,
    async close() {
      await listening.close();
      await database.main.dropDatabase();
      await database.secrets.dropDatabase();
      await database.close();
      await rm(folder, { recursive: true, force: true });
      if (faults.length > 0) throw faults[0];
    },
  };
}
