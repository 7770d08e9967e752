/** What an ErrorBoundary needs to know of what was thrown: a status, a Problem's code, and where to try once more. */
import { isRouteErrorResponse } from "@remix-run/react";

export interface PageProblem {
  readonly status: number;
  readonly code: string;
  readonly isInvented: boolean;
  /** Where the same page may come if it is asked for once more: as a whole document, past whatever kept its data away. */
  readonly again?: string;
}

/** The page's data did not come, or something in between answered in the server's place. */
export const NOT_OURS = "network.stopped";

function codeOf(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null || !("code" in data)) return undefined;
  return typeof data.code === "string" ? data.code : undefined;
}

const isMarkedInvented = (data: unknown): boolean =>
  typeof data === "object" && data !== null && "isInvented" in data && data.isInvented === true;

interface Place {
  readonly pathname: string;
  readonly search: string;
  /** "default" for the page the browser itself has loaded. */
  readonly key: string;
}

/** What Remix says of a fault on our side; its text is hidden. */
const isServersFault = (error: unknown): boolean =>
  error instanceof Error && error.message === "Unexpected Server Error";

function read(error: unknown, { key }: Place): Omit<PageProblem, "again"> {
  if (isRouteErrorResponse(error)) {
    const code = codeOf(error.data) ?? (error.status === 404 ? "request.notFound" : "page.failed");
    return { status: error.status, code, isInvented: isMarkedInvented(error.data) };
  }
  const isNotOurs = key !== "default" && !isServersFault(error);
  return { status: isNotOurs ? 0 : 500, code: isNotOurs ? NOT_OURS : "page.failed", isInvented: false };
}

/** `place`: of `useLocation`. */
export function problemOf(error: unknown, place: Place): PageProblem {
  const problem = read(error, place);
  const mayPass = problem.status === 0 || problem.status === 429 || problem.status >= 500;
  return { ...problem, again: mayPass ? place.pathname + place.search : undefined };
}
