/**
 * What Node answers before Express sees a request: bytes that are no HTTP, too long a head, a tunnel, an expectation.
 * They get a status, the headers that keep a browser from making anything of it, and no line in the log.
 */
import type { Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { methodsAt } from "./middleware/readable-request";

const REASONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  405: "Method Not Allowed",
  408: "Request Timeout",
  413: "Payload Too Large",
  417: "Expectation Failed",
  431: "Request Header Fields Too Large",
};

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Of the headers in security-headers.ts those that mean something where there is no page. */
const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Content-Type": "application/problem+json",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

const bodyOf = (status: number) =>
  JSON.stringify({ type: "about:blank", title: `${REASONS[status]}.`, status, code: "request.malformed" });

/** How long a refused connection may take to read why; it is not kept waiting for what it still sends. */
const LINGER_MS = 1_000;

function refuse(socket: Duplex, status: number, more: Readonly<Record<string, string>> = {}): void {
  const body = bodyOf(status);
  const headers = { ...HEADERS, ...more, Connection: "close", "Content-Length": String(Buffer.byteLength(body)) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${REASONS[status]}`, ...lines, "", body].join("\r\n"));
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

export function refuseEarly(server: Server): void {
  const underWay = new WeakMap<Duplex, Set<ServerResponse>>();
  server.prependListener("request", ({ socket }, response) => {
    const responses = underWay.get(socket) ?? new Set();
    underWay.set(socket, responses.add(response));
    response.once("close", () => responses.delete(response));
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    // Told once already, and still sending.
    if (socket.writableEnded && !socket.destroyed) return;
    // In the middle of another answer there is no place for one more.
    const isFree = socket.writable && ![...(underWay.get(socket) ?? [])].some(({ headersSent }) => headersSent);
    if (isFree && error.code !== "ECONNRESET") refuse(socket, STATUS_BY_CODE[error.code ?? ""] ?? 400);
    else socket.destroy();
  });
  server.on("connect", (_request, socket) => refuse(socket, 405, { Allow: methodsAt("/").join(", ") }));
  server.on("checkExpectation", (_request, response) => {
    response.writeHead(417, { ...HEADERS, Connection: "close" }).end(bodyOf(417));
  });
}
