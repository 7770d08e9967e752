/**
 * Every page has one address. Who comes to another spelling of it is sent on, so that drafts, history and what is
 * bookmarked know one; a form post goes through as if it had been spelled right, because a redirect could lose it.
 */
import type { RequestHandler } from "express";
import { tidyPath } from "../tidy-path";

export const tidyAddress: RequestHandler = (request, response, next) => {
  const tidy = tidyPath(request.path);
  if (tidy === request.path) return next();
  const query = request.originalUrl.indexOf("?");
  const address = tidy + (query < 0 ? "" : request.originalUrl.slice(query));
  const isPage = (request.method === "GET" || request.method === "HEAD") && !tidy.endsWith(".data");
  if (isPage) {
    // For good, but kept nowhere: an address may hold a key, and a tablet may be shared.
    response.setHeader("Cache-Control", "no-store");
    return response.redirect(301, address);
  }
  // Remix reads the one, Express the other.
  request.url = request.originalUrl = address;
  next();
};
