/**
 * The one judge of where a request comes from. It refuses state-changing requests from other sites (cross-site request
 * forgery): browsers say so in `Sec-Fetch-Site` and `Origin`; beside this, the session cookie is SameSite=Lax.
 */
import type { Request, RequestHandler } from "express";
import { problems } from "../../lib/problem";
import { readOrigin, seenOrigin } from "../web-address";

export interface OwnAddress {
  /** The address people use. Without it, the one the request was sent to. */
  readonly publicUrl?: string;
  /** How many proxies are trusted. */
  readonly trustProxy: number;
}

const SAFE = new Set(["GET", "HEAD"]);

function comesFromElsewhere(request: Request, { publicUrl, trustProxy }: OwnAddress): boolean {
  const site = request.get("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const origin = request.get("origin");
  if (origin === undefined) return false;
  if (origin === "null") return site === undefined;
  const said = readOrigin(origin);
  if (said === undefined) return true;
  // A page cannot write Sec-Fetch-Site: with it, the address the request was sent to is good beside PUBLIC_URL too
  // (whoever opens the server itself, past the proxy). Behind a proxy Host alone may be anything.
  const isSeenGood = publicUrl === undefined || site === "same-origin";
  return said !== publicUrl && !(isSeenGood && said === seenOrigin(request, trustProxy));
}

/**
 * Remix has a rule of its own (Origin must be X-Forwarded-Host or Host, whoever wrote that) and throws where it differs.
 * It is left nothing to judge: no Origin, and the one address that ours accepted. This and no patch of Remix, because
 * a rule that finds nothing to compare is silent in every version of it.
 */
function showOneAddress(request: Request, origin: string): void {
  const { protocol, host } = new URL(origin);
  request.headers.host = host;
  delete request.headers.origin;
  delete request.headers["x-forwarded-host"];
  Object.defineProperty(request, "protocol", { value: protocol.slice(0, -1) });
}

export function sameOrigin({ publicUrl, trustProxy }: OwnAddress): RequestHandler {
  const own = { publicUrl: publicUrl === undefined ? undefined : readOrigin(publicUrl), trustProxy };
  return (request, _response, next) => {
    if (!SAFE.has(request.method) && comesFromElsewhere(request, own))
      return next(problems.request.crossSite("Or PUBLIC_URL is not the address people use."));
    showOneAddress(request, own.publicUrl ?? seenOrigin(request, trustProxy) ?? "http://localhost");
    next();
  };
}
