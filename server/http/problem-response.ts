/** The one place where an error becomes a response and a log line. */
import type { ErrorRequestHandler, Response } from "express";
import type { Logger } from "../observability/logger";
import type { Problem } from "../lib/problem";
import { isProblem, problems } from "../lib/problem";

/** RFC 9457 problem details. */
export function sendProblem(response: Response, problem: Problem): void {
  if (problem.retryAfterSeconds !== undefined) response.setHeader("Retry-After", String(problem.retryAfterSeconds));
  response
    .status(problem.status)
    .type("application/problem+json")
    .send(JSON.stringify({ type: "about:blank", title: problem.message, status: problem.status, code: problem.code }));
}

function fromRequest(error: unknown): Problem | undefined {
  if (typeof error !== "object" || error === null || !("type" in error)) return undefined;
  if (error.type === "entity.too.large") return problems.request.tooLarge();
  if (error.type === "encoding.unsupported" || error.type === "charset.unsupported")
    return problems.request.wrongType();
  const isClients = typeof error.type === "string" && /^(entity|request|stream)\./.test(error.type);
  return isClients ? problems.request.malformed() : undefined;
}

export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const problem = isProblem(error) ? error : fromRequest(error);
    if (!problem) logger.error({ err: error }, "request failed");
    if (response.headersSent) return next(error);
    if (problem) return sendProblem(response, problem);
    response
      .status(500)
      .type("application/problem+json")
      .send(
        JSON.stringify({
          type: "about:blank",
          title: "Something went wrong here.",
          status: 500,
          code: "server.failed",
        }),
      );
  };
}
