/** What an ErrorBoundary needs to know of what was thrown: a status and a Problem's code. */
import { isRouteErrorResponse } from "@remix-run/react";

export interface PageProblem {
  readonly status: number;
  readonly code: string;
}

function codeOf(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null || !("code" in data)) return undefined;
  return typeof data.code === "string" ? data.code : undefined;
}

export function problemOf(error: unknown): PageProblem {
  if (!isRouteErrorResponse(error)) return { status: 500, code: "page.failed" };
  return {
    status: error.status,
    code: codeOf(error.data) ?? (error.status === 404 ? "request.notFound" : "page.failed"),
  };
}
