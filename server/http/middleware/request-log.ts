/** A request id, and one log line when the response is done: method, route pattern, status, milliseconds. */
import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "../../observability/logger";
import { routeName } from "../route-name";

export function requestLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID();
    const startedAt = performance.now();
    response.setHeader("X-Request-Id", id);
    const { method, path } = request;
    response.on("finish", () => {
      const route = routeName(path);
      if (route === "/assets" || route === "/health") return;
      const durationMs = Math.round(performance.now() - startedAt);
      // Without the id on a child's answer: nothing may connect a line here with a response.
      logger.info({ method, route, status: response.statusCode, durationMs }, "request");
    });
    next();
  };
}
