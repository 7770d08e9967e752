/**
 * A path that is no text in UTF-8, or one of another host. A child's key that came out wrong gets the page for keys that cannot be read; everything
 * else is a malformed request.
 */
import type { RequestHandler } from "express";
import { problems } from "../../lib/problem";
import { tidyPath } from "../tidy-path";

function isReadable(path: string): boolean {
  try {
    // What begins with two slashes would be read as an address of another host, and by some parts of Remix as none at all.
    return !/^[/\\]{2}/.test(decodeURIComponent(path));
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
