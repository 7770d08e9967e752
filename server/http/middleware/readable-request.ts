/**
 * Refuses, before anything reads them, requests whose method, Host, forwarded headers or URL mean nothing here, or could
 * mean one thing to Express and another to Remix. A child's link that came out wrong gets the page for such keys instead.
 */
import type { IncomingMessage } from "node:http";
import type { Request, RequestHandler } from "express";
import { problems } from "../../lib/problem";
import { tidyPath } from "../tidy-path";
import { listOf, originOf } from "../web-address";

/** Stands for every request target that is no path; Express would throw or guess at some of them. */
const UNREADABLE = "/%";
const CHILDS_LINK = /^\/svar(\/|$)/;

/** How pages of older Remixes asked for data; ours never do, and Remix would log each as a fault of ours. */
const OF_ANOTHER_REMIX = /[?&]_data(?:[=&]|$)/;

/** What browsers write otherwise before they send it, and what is read differently by whoever reads it. */
const NEVER_SENT = /[#\\]|\/(?:\.|%2e){1,2}\//i;

/**
 * `/path?query` is the one form of a target that is served. What begins with two slashes, and is not the doubled spelling
 * of a page of ours, would be another host to Remix. Called before Express sees the request.
 */
export function readTarget(request: IncomingMessage): void {
  const [path = ""] = (request.url ?? "").split("?");
  const isPath = path.startsWith("/") && !NEVER_SENT.test(path) && !tidyPath(path).startsWith("//");
  if (!isPath) request.url = UNREADABLE;
}

/** What can be asked for at a path. */
export function methodsAt(path: string): readonly string[] {
  return /^\/api\/responses\//i.test(path) ? ["PUT"] : ["GET", "HEAD", "POST"];
}

function isText(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}

/** No control characters, no backslash, and no `.` or `..` on the way: those one reader folds and another does not. */
function isReadablePath(path: string): boolean {
  if (!isText(path)) return false;
  const plain = decodeURIComponent(path);
  return !/[\0-\x1f\x7f\\]/.test(plain) && !plain.split("/").some((part) => part === "." || part === "..");
}

const countOf = (request: Request, name: string) =>
  request.rawHeaders.filter((header, index) => index % 2 === 0 && header.toLowerCase() === name).length;

const isHost = (host: string) => originOf("http", host) !== undefined;

/** Whether trusted or not: what a proxy wrote can be read, and what cannot be read was written by none. */
function areForwardedReadable({ headers }: Request): boolean {
  return (
    listOf(headers["x-forwarded-proto"]).every((scheme) => /^https?$/i.test(scheme)) &&
    listOf(headers["x-forwarded-host"]).every(isHost) &&
    listOf(headers["x-forwarded-for"]).every((address) => /^[\w.:[\]%-]+$/.test(address))
  );
}

function isHeadReadable(request: Request): boolean {
  return countOf(request, "host") === 1 && isHost(request.headers.host ?? "") && areForwardedReadable(request);
}

export const readableRequest: RequestHandler = (request, response, next) => {
  const methods = methodsAt(request.path);
  if (!methods.includes(request.method)) {
    response.setHeader("Allow", methods.join(", "));
    return next(problems.request.notAllowed());
  }
  if (!isHeadReadable(request)) return next(problems.request.malformed());
  // What can be led to a page of ours is read; the rest has to be readable as it is.
  const path = tidyPath(request.path);
  const isPathReadable = isReadablePath(path);
  const query = request.url.slice(request.path.length);
  const isQueryReadable = isText(query) && !OF_ANOTHER_REMIX.test(query);
  if (isPathReadable && isQueryReadable) return next();
  if (!CHILDS_LINK.test(path)) return next(problems.request.malformed());
  // A key that came out wrong has a page; a query that did has nothing to say. Remix reads the one, Express the other.
  request.url = request.originalUrl = isPathReadable ? path : "/svar/unreadable";
  next();
};
