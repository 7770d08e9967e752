/** Remix's pages behind Express: from the build, or through Vite while developing. */
import { createRequestHandler } from "@remix-run/express";
import type { RequestHandler as PageHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import type express from "express";
import type { Server } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Logger } from "../observability/logger";
import type { Services } from "../services";
import { builtFiles } from "./built-files";
import { clientAddress } from "./client-address";
import type { ProxyNotice } from "./contract";

export interface Pages {
  readonly pages: PageHandler;
  readonly assets: express.RequestHandler;
  close(): Promise<void>;
}

export interface PagesOptions {
  readonly services: Services;
  readonly isSecure: boolean;
  readonly logger: Logger;
  readonly proxyNotices: () => readonly ProxyNotice[];
  /** Where people reach the site, for what is printed; as far as this request tells, where nobody has said it. */
  readonly originFor: (request: express.Request) => string;
}

type ContextFor = (request: express.Request, response: express.Response) => AppLoadContext;

function contextFor({ services, isSecure, logger, proxyNotices, originFor }: PagesOptions): ContextFor {
  return (request, response) => ({
    services,
    // Both were put there by the middlewares before this one.
    actor: response.locals["actor"] as AppLoadContext["actor"],
    nonce: response.locals["nonce"] as string,
    address: clientAddress(request),
    isFormPost: request.method === "POST",
    isSecure,
    origin: originFor(request),
    proxyNotices,
    report: (error: unknown) => logger.error({ err: error }, "page failed"),
  });
}

/** Reads the build in `build/`; throws when there is none. */
export async function builtPages(options: PagesOptions, buildFolder = resolve("build")): Promise<Pages> {
  const file = pathToFileURL(`${buildFolder}/server/index.js`).href;
  // The build is made by Remix and exports exactly this.
  const build = (await import(/* @vite-ignore */ file)) as ServerBuild;
  return {
    pages: createRequestHandler({ build, mode: "production", getLoadContext: contextFor(options) }),
    assets: builtFiles(`${buildFolder}/client`),
    close: async () => {},
  };
}

/**
 * Vite in middleware mode: pages change while one writes them. Its WebSocket comes by way of our own server; it would
 * listen on a port of its own, and for the whole network.
 */
export async function developmentPages(options: PagesOptions, server: Server): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server } }, appType: "custom" });
  const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  return {
    pages: createRequestHandler({ build, mode: "development", getLoadContext: contextFor(options) }),
    assets: vite.middlewares,
    close: () => vite.close(),
  };
}
