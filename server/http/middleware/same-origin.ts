/**
 * Refuses state-changing requests from other sites (cross-site request forgery): browsers say where a request comes
 * from in `Sec-Fetch-Site` and `Origin`; beside this, the session cookie is SameSite=Lax.
 */
import type { Request, RequestHandler } from "express";
import { problems } from "../../lib/problem";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

function comesFromElsewhere(request: Request, publicUrl?: string): boolean {
  const site = request.get("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const origin = request.get("origin");
  if (origin === undefined || origin === "null") return origin === "null" && site === undefined;
  const own = publicUrl ?? `${request.protocol}://${request.get("host") ?? ""}`;
  return origin !== own && origin !== `${request.protocol}://${request.get("host") ?? ""}`;
}

export function sameOrigin(publicUrl?: string): RequestHandler {
  return (request, _response, next) => {
    next(
      !SAFE.has(request.method) && comesFromElsewhere(request, publicUrl) ? problems.request.crossSite() : undefined,
    );
  };
}
