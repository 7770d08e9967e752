/**
 * The Express application, without listen(): one request, one way (docs/architecture.md). Pages are Remix's, handed in
 * by the caller, so that a development server, a build and a test can each bring their own.
 */
import type { RequestHandler as PageHandler } from "@remix-run/express";
import compression from "compression";
import express from "express";
import type { RequestListener } from "node:http";
import type { Logger } from "../observability/logger";
import { problems } from "../lib/problem";
import type { Services } from "../services";
import { healthApi } from "./api/health";
import { responsesApi } from "./api/responses";
import { attachActor } from "./middleware/actor";
import { bodySize } from "./middleware/body-size";
import { readTarget, readableRequest } from "./middleware/readable-request";
import { requestLog } from "./middleware/request-log";
import { sameOrigin } from "./middleware/same-origin";
import { securityHeaders } from "./middleware/security-headers";
import { tidyAddress } from "./middleware/tidy-address";
import { problemHandler } from "./problem-response";

export interface AppOptions {
  readonly services: Services;
  readonly logger: Logger;
  readonly ping: () => Promise<void>;
  readonly pages: PageHandler;
  /** Serves built files, or Vite's in development. */
  readonly assets: express.RequestHandler;
  readonly trustProxy: number;
  readonly publicUrl?: string;
  /** Notices what the proxies in front say. */
  readonly watch?: express.RequestHandler;
  readonly isSecure: boolean;
  readonly isDevelopment: boolean;
}

/** The headers of pages also for what is refused before a request comes to them. */
function headersOnProblems(headers: express.RequestHandler): express.ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.locals["nonce"] !== undefined || response.headersSent) return next(error);
    headers(request, response, () => next(error));
  };
}

export function createApp(options: AppOptions): RequestListener {
  const { services, logger } = options;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", options.trustProxy);
  const headers = express.Router().use(securityHeaders(options));
  app.use(requestLog(logger));
  app.use(readableRequest);
  // Before the headers of pages, which a file has no use for and a child's page would carry a dozen times; and before
  // compression, for files were packed when they were built.
  app.use(options.assets);
  app.use(compression());
  app.use(headers);
  app.use(healthApi(options.ping));
  if (options.watch) app.use(options.watch);
  app.use(tidyAddress);
  app.use(bodySize);
  app.use(sameOrigin(options));
  app.use("/api/responses", responsesApi(services));
  app.use("/api", (_request, _response, next) => next(problems.request.notFound()));
  app.use(attachActor(options));
  app.all("*", options.pages);
  app.use(headersOnProblems(headers));
  app.use(problemHandler(logger));
  return (request, response) => {
    readTarget(request);
    app(request, response);
  };
}
