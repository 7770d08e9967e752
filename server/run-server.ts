/** Puts a whole server together: application → demo → http → listening; and takes it apart again. */
import { networkInterfaces } from "node:os";
import type { IncomingMessage } from "node:http";
import type { Database } from "./database/connect";
import type { DemoAccess } from "./demo/load-demo";
import { createApp } from "./http/app";
import { listen, makeServer } from "./http/listen";
import { builtPages, developmentPages } from "./http/pages";
import { createProxyWatch } from "./http/proxy-watch";
import { seenOrigin } from "./http/web-address";
import { OperationError } from "./database/operation-error";
import { systemClock } from "./lib/clock";
import { isDemoDue, loadDemoOnce } from "./load-demo-once";
import type { Logger } from "./observability/logger";
import type { OpenOptions } from "./open-application";
import { openApplication } from "./open-application";
import type { Application } from "./services";

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

/** How often this process looks for what is due; how often each job is due it says itself (due-jobs.ts). */
const LOOK_EVERY_MS = 10_000;

function startTicking({ services }: Application, logger: Logger, everyMs: number): () => void {
  let isTicking = false;
  const tick = async () => {
    if (isTicking) return;
    isTicking = true;
    await services.jobs.runDue().catch((error: unknown) => logger.error({ err: error }, "jobs failed"));
    isTicking = false;
  };
  void tick();
  const timer = setInterval(() => void tick(), everyMs);
  return () => clearInterval(timer);
}

/** What to type into a browser: on every address means, from elsewhere, this machine's first one. */
function hostToShow(host: string): string {
  if (host === "127.0.0.1") return "localhost";
  if (host !== "0.0.0.0" && host !== "::") return host.includes(":") ? `[${host}]` : host;
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "localhost";
}

export interface RunOptions extends Omit<OpenOptions, "mustOwn" | "isUnhurried"> {
  /** How often it looks for what is due. */
  readonly lookEveryMs?: number;
}

type Opened = Awaited<ReturnType<typeof openApplication>>;

/** Nobody's data are in the way of a start: where the demo cannot be loaded, it goes on without. */
async function loadDemoIfDue(opened: Opened, options: RunOptions): Promise<DemoAccess | undefined> {
  const { application, database, at } = opened;
  const { settings, onProgress, signal, clock = systemClock } = options;
  if (!settings.isDemoWanted || !(await isDemoDue(application, database))) return undefined;
  try {
    return await loadDemoOnce(application, { database, at, now: clock.now(), onProgress, signal });
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    // That another process has loaded it meanwhile is all that was wanted.
    if (error.code === "demo.others") onProgress?.(error.message);
    return undefined;
  }
}

async function serve(opened: Opened, options: RunOptions) {
  const { settings, logger } = options;
  const { services } = opened.application;
  // What people's browsers see: the proxy's scheme where there is one.
  const isSecure = settings.publicUrl?.startsWith("https:") ?? settings.tls !== undefined;
  const watch = createProxyWatch(settings, logger, options.clock ?? systemClock);
  for (const sentence of watch.sentences) options.onProgress?.(sentence);
  const server = makeServer(settings);
  const { publicUrl, trustProxy } = settings;
  const originFor = (request: IncomingMessage) => publicUrl ?? seenOrigin(request, trustProxy) ?? "";
  const given = { services, isSecure, logger, proxyNotices: watch.notices, originFor };
  const { pages, assets, close } = await (settings.isDevelopment ? developmentPages(given, server) : builtPages(given));
  const app = createApp({
    services,
    logger,
    ping: opened.database.ping,
    pages,
    assets,
    trustProxy,
    publicUrl,
    watch: watch.handler,
    isSecure,
    isDevelopment: settings.isDevelopment,
  });
  options.signal?.throwIfAborted();
  return { listening: await listen(server, app, settings), closePages: close };
}

export async function runServer(options: RunOptions): Promise<RunningServer> {
  const { settings, logger, signal } = options;
  const onWaiting = () => options.onProgress?.("The data are in use by another process; waiting for it …");
  const opened = await openApplication({ ...options, mustOwn: { onWaiting } });
  const { database, application } = opened;
  try {
    signal?.throwIfAborted();
    const demo = await loadDemoIfDue(opened, options);
    const { listening, closePages } = await serve(opened, options);
    const stopTicking = startTicking(application, logger, options.lookEveryMs ?? LOOK_EVERY_MS);
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
  } catch (error) {
    await database.close();
    throw error;
  }
}
