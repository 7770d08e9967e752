/**
 * `export const loader = guard(async (args) => …)`: a Problem thrown by a service becomes a Response with its status,
 * its code as JSON and Retry-After; everything else is thrown on. The page's ErrorBoundary has the words.
 */
import type { Problem } from "#server/lib/problem";
import { isProblem } from "#server/lib/problem";
import { ANSWER_HEADER } from "~/components/player/our-answer";
import type { LoadContext } from "./load-context";
import { municipalityOf } from "./municipality.server";

export function problemResponse({ status, code, retryAfterSeconds }: Problem, more: object = {}): Response {
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (retryAfterSeconds !== undefined) headers.set("Retry-After", String(retryAfterSeconds));
  headers.set(ANSWER_HEADER, JSON.stringify({ code }));
  return Response.json({ code, ...more }, { status, headers });
}

/** Whether an error's page, too, is marked as invented. A database that is away is not waited for once more. */
export async function isInvented({ status }: Problem, context: Pick<LoadContext, "services">): Promise<boolean> {
  if (status === 503) return false;
  return municipalityOf(context).then(
    (municipality) => municipality.isInvented,
    () => false,
  );
}

/** The Problem that was thrown; anything else is thrown on. */
export function asProblem(error: unknown): Problem {
  if (isProblem(error)) return error;
  throw error;
}

export function guard<Args extends { context: LoadContext }, Result>(
  handle: (args: Args) => Promise<Result>,
): (args: Args) => Promise<Result> {
  return async (args) => {
    try {
      return await handle(args);
    } catch (error) {
      const problem = asProblem(error);
      throw problemResponse(problem, { isInvented: await isInvented(problem, args.context) });
    }
  };
}
