/**
 * Refuses, before anything reads them, requests whose method, Host, forwarded headers or URL mean nothing here, or could
 * mean one thing to Express and another to Remix. A child's link that came out wrong gets the page for such keys instead.
 */
import type { IncomingMessage } from "node:http";
import type { Request, RequestHandler } from "express";
import { problems } from "../../lib/problem";
import { listOf, originOf } from "../web-address";

/** Stands for every request target that is no path; Express would throw or guess at some of them. */
const UNREADABLE = "/%";
const CHILDS_LINK = /^\/svar(\/|$)/i;

/**
 * `/path?query` is the one form of a target that is served. Called before Express sees the request. A child's link with
 * one slash too many before it is still one; any other would be an address of another host.
 */
export function readTarget(request: IncomingMessage): void {
  request.url = request.url?.replace(/^[/\\]{2,}(?=svar(?:[/\\?]|$))/i, "/");
  const isPath = /^\/(?![/\\])[^#]*$/.test(request.url ?? "");
  if (!isPath) request.url = UNREADABLE;
}

/** What can be asked for at a path. */
export function methodsAt(path: string): readonly string[] {
  return path.startsWith("/api/responses/") ? ["PUT"] : ["GET", "HEAD", "POST"];
}

function isText(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}

/** No control characters, no backslash, and no `.` or `..` on the way: those a URL's reader would fold. */
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

export const readableHead: RequestHandler = (request, response, next) => {
  const methods = methodsAt(request.path);
  if (methods.includes(request.method)) return next(isHeadReadable(request) ? undefined : problems.request.malformed());
  response.setHeader("Allow", methods.join(", "));
  next(problems.request.notAllowed());
};

/** Behind `tidyAddress`, which reads what it can of a child's link. */
export const readableUrl: RequestHandler = (request, _response, next) => {
  const isPathReadable = isReadablePath(request.path);
  if (isPathReadable && isText(request.url)) return next();
  if (!CHILDS_LINK.test(request.path)) return next(problems.request.malformed());
  // A key that came out wrong has a page; a query that did has nothing to say. Remix reads the one, Express the other.
  request.url = request.originalUrl = isPathReadable ? request.path : "/svar/unreadable";
  next();
};
