/**
 * A path that is no text in UTF-8. A child's key that came out wrong gets the page for keys that cannot be read; everything
 * else is a malformed request.
 */
import type { RequestHandler } from "express";
import { problems } from "../../lib/problem";
import { tidyPath } from "../tidy-path";

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

export const readablePath: RequestHandler = (request, _response, next) => {
  const tidy = tidyPath(request.path);
  if (isReadable(tidy)) return next();
  if (!tidy.startsWith("/svar/")) return next(problems.request.malformed());
  // Remix reads the one, Express the other.
  request.url = request.originalUrl = "/svar/unreadable";
  next();
};
