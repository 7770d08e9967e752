/**
 * `export const loader = guard(async (args) => …)`: a Problem thrown by a service becomes a Response with its status,
 * its code as JSON and Retry-After; everything else is thrown on. The page's ErrorBoundary has the words.
 */
import type { Problem } from "#server/lib/problem";
import { isProblem } from "#server/lib/problem";

export function problemResponse({ status, code, retryAfterSeconds }: Problem): Response {
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (retryAfterSeconds !== undefined) headers.set("Retry-After", String(retryAfterSeconds));
  return Response.json({ code }, { status, headers });
}

/** The Problem that was thrown; anything else is thrown on. */
export function asProblem(error: unknown): Problem {
  if (isProblem(error)) return error;
  throw error;
}

export function guard<Args, Result>(handle: (args: Args) => Promise<Result>): (args: Args) => Promise<Result> {
  return async (args) => {
    try {
      return await handle(args);
    } catch (error) {
      throw problemResponse(asProblem(error));
    }
  };
}
