/** What an ErrorBoundary needs to know of what was thrown: a status and a Problem's code. */
import { isRouteErrorResponse } from "@remix-run/react";

export interface PageProblem {
  readonly status: number;
  readonly code: string;
  readonly isInvented: boolean;
}

function codeOf(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null || !("code" in data)) return undefined;
  return typeof data.code === "string" ? data.code : undefined;
}

const isMarkedInvented = (data: unknown): boolean =>
  typeof data === "object" && data !== null && "isInvented" in data && data.isInvented === true;

export function problemOf(error: unknown): PageProblem {
  if (!isRouteErrorResponse(error)) return { status: 500, code: "page.failed", isInvented: false };
  return {
    status: error.status,
    code: codeOf(error.data) ?? (error.status === 404 ? "request.notFound" : "page.failed"),
    isInvented: isMarkedInvented(error.data),
  };
}
