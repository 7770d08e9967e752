/** Puts a whole server together: settings → database → services → demo → http → listening; and takes it apart again. */
import { networkInterfaces } from "node:os";
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import type { Database, DatabaseOptions } from "./database/connect";
import { connectDatabase } from "./database/connect";
import { refuseUnfinishedRestore } from "./database/restore";
import type { DemoAccess } from "./demo/load-demo";
import { loadDemo } from "./demo/load-demo";
import { createApp } from "./http/app";
import { listen } from "./http/listen";
import { builtPages, developmentPages } from "./http/pages";
import { createProxyWatch } from "./http/proxy-watch";
import { makeFolder } from "./lib/data-folder";
import { readPepper } from "./keys/pepper";
import type { Clock } from "./lib/clock";
import { systemClock } from "./lib/clock";
import type { Settings } from "./lib/env";
import type { Logger } from "./observability/logger";
import type { Application } from "./services";
import { createApplication } from "./services";

export interface RunningServer {
  readonly application: Application;
  readonly database: Database;
  readonly url: string;
  /** Where it listens on this machine. */
  readonly port: number;
  /** What the demo wants printed, when this start loaded it. */
  readonly demo?: DemoAccess;
  close(): Promise<void>;
}

export interface RunOptions {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** Of the main database, when it is not the usual one. */
  readonly databaseName?: string;
  /** Other surveys than those of this installation. */
  readonly library?: SurveyLibrary;
  /** Told while the demo is being loaded, and when settings do not fit together. */
  readonly onProgress?: (sentence: string) => void;
}

const TICK_MS = 60_000;

type OpenOptions = RunOptions & Pick<DatabaseOptions, "mustOwn">;

export async function openApplication({
  settings,
  logger,
  mustOwn,
  databaseName: name,
  library,
  clock = systemClock,
}: OpenOptions) {
  const onFault = (error: unknown) => logger.error({ err: error }, "embedded store");
  const { dataDir, mongodbUrl } = settings;
  makeFolder(dataDir);
  const database = await connectDatabase({ dataDir, mongodbUrl, name, onFault, mustOwn });
  try {
    await refuseUnfinishedRestore(database);
    const pepper = await readPepper(settings.dataDir, settings.keyPepper);
    const at = (moment: Clock) =>
      createApplication({ database, clock: moment, pepper, library, isGalleryOpen: settings.isDevelopment });
    const application = at(clock);
    await application.prepare();
    return { database, application, at };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function startTicking({ services }: Application, logger: Logger): () => void {
  const tick = () => services.rounds.tick().catch((error: unknown) => logger.error({ err: error }, "tick failed"));
  void tick();
  const timer = setInterval(tick, TICK_MS);
  return () => clearInterval(timer);
}

/** What to type into a browser: on every address means, from elsewhere, this machine's first one. */
function hostToShow(host: string): string {
  if (host === "127.0.0.1") return "localhost";
  if (host !== "0.0.0.0" && host !== "::") return host.includes(":") ? `[${host}]` : host;
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "localhost";
}

export async function runServer(options: RunOptions): Promise<RunningServer> {
  const { settings, logger } = options;
  const onWaiting = () => options.onProgress?.("The data are in use by another process; waiting for it …");
  const { database, application, at } = await openApplication({ ...options, mustOwn: { onWaiting } });
  const isEmpty = (await application.stores.organisation.findMunicipality()) === null;
  const now = (options.clock ?? systemClock).now();
  const isDemoLoaded = isEmpty && settings.isDemoWanted;
  if (isDemoLoaded) options.onProgress?.("Loading the demo municipality (invented; half a minute) …");
  const demo = isDemoLoaded ? await loadDemo(application, { onProgress: options.onProgress, at, now }) : undefined;
  // What people's browsers see: the proxy's scheme where there is one.
  const isSecure = settings.publicUrl?.startsWith("https:") ?? settings.tls !== undefined;
  const watch = createProxyWatch(settings, logger, options.clock ?? systemClock);
  for (const sentence of watch.sentences) options.onProgress?.(sentence);
  const {
    pages,
    assets,
    close: closePages,
  } = await (settings.isDevelopment ? developmentPages : builtPages)({
    services: application.services,
    isSecure,
    logger,
    proxyNotices: watch.notices,
  });
  const app = createApp({
    services: application.services,
    logger,
    ping: database.ping,
    pages,
    assets,
    trustProxy: settings.trustProxy,
    publicUrl: settings.publicUrl,
    watch: watch.handler,
    isSecure,
    isDevelopment: settings.isDevelopment,
  });
  const listening = await listen(app, settings);
  const stopTicking = startTicking(application, logger);
  return {
    application,
    database,
    demo,
    port: listening.port,
    url: settings.publicUrl ?? `${settings.tls ? "https" : "http"}://${hostToShow(settings.host)}:${listening.port}`,
    async close() {
      stopTicking();
      await listening.close();
      await closePages();
      await database.close();
    },
  };
}
