/** What was thrown in Express becomes a response, and a log line when it is no Problem; pages have guard.server.ts. */
import type { ErrorRequestHandler, Response } from "express";
import type { Logger } from "../observability/logger";
import type { Problem } from "../lib/problem";
import { isProblem, problems } from "../lib/problem";

/** RFC 9457 problem details. */
function sendProblem(response: Response, problem: Problem): void {
  if (problem.retryAfterSeconds !== undefined) response.setHeader("Retry-After", String(problem.retryAfterSeconds));
  response
    .status(problem.status)
    .type("application/problem+json")
    .send(JSON.stringify({ type: "about:blank", title: problem.message, status: problem.status, code: problem.code }));
}

/** What Express's own parts say of a request: a range past a file's end, a precondition that does not hold. */
function fromExpress(error: object): Problem | undefined {
  const status = "status" in error ? Number(error.status) : 0;
  return status >= 400 && status < 500 ? { ...problems.request.malformed(), status } : undefined;
}

/** A header that belongs to such an answer: Content-Range says how long the file is. */
function contentRange(error: unknown): string | undefined {
  const headers = typeof error === "object" && error !== null && "headers" in error ? error.headers : undefined;
  if (typeof headers !== "object" || headers === null || !("Content-Range" in headers)) return undefined;
  return String(headers["Content-Range"]);
}

function fromRequest(error: unknown): Problem | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if (!("type" in error)) return fromExpress(error);
  if (error.type === "entity.too.large") return problems.request.tooLarge();
  if (error.type === "encoding.unsupported" || error.type === "charset.unsupported")
    return problems.request.wrongType();
  const isClients = typeof error.type === "string" && /^(entity|request|stream)\./.test(error.type);
  return isClients ? problems.request.malformed() : fromExpress(error);
}

export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const problem = isProblem(error) ? error : fromRequest(error);
    if (!problem) logger.error({ err: error }, "request failed");
    if (response.headersSent) return next(error);
    const range = contentRange(error);
    if (range !== undefined) response.setHeader("Content-Range", range);
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
