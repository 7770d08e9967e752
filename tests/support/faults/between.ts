/**
 * Something in between: a small proxy before a site that passes everything on, or answers some requests itself, as filters,
 * gateways and the sign-in pages of networks do.
 */
import { createServer, request as ask } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Wrong {
  readonly name: string;
  /** Answers in the server's place; `isAfterServer`: the server has taken the request already. */
  readonly answer: (response: ServerResponse) => void;
  readonly isAfterServer?: boolean;
}

export interface Between {
  readonly url: string;
  /** Which requests are answered wrongly, and how; undefined lets everything pass. */
  fault?: { readonly of: (request: IncomingMessage) => boolean; readonly wrong: Wrong };
  close(): Promise<void>;
}

function passOn(target: URL, request: IncomingMessage, answer: (upstream: IncomingMessage) => void): void {
  const { method, url: path, headers } = request;
  const upstream = ask({ hostname: target.hostname, port: target.port, method, path, headers }, answer);
  upstream.on("error", () => request.destroy());
  request.pipe(upstream);
}

export async function openBetween(siteUrl: string): Promise<Between> {
  const target = new URL(siteUrl);
  const server = createServer((request, response) => {
    const wrong = between.fault?.of(request) ? between.fault.wrong : undefined;
    if (!wrong)
      return passOn(target, request, (upstream) => {
        response.writeHead(upstream.statusCode ?? 502, upstream.headers);
        upstream.pipe(response);
      });
    if (!wrong.isAfterServer) return request.resume().on("end", () => wrong.answer(response));
    passOn(target, request, (upstream) => void upstream.resume().on("end", () => wrong.answer(response)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const between: Between = {
    // Listening on a port of its own.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return between;
}

const PAGE = "<!doctype html><html><head><title>Netfilter</title></head><body><h1>Log ind på nettet</h1></body></html>";
const page =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, { "content-type": "text/html", ...headers }).end(PAGE);
const json =
  (status: number, value: unknown, type = "application/json") =>
  (response: ServerResponse) =>
    void response.writeHead(status, { "content-type": type }).end(JSON.stringify(value));

/** Answers that stay: an adult has to do something. */
export const LASTING: readonly Wrong[] = [
  ...[400, 401, 403, 404, 405, 409, 410, 411, 413, 414, 415, 422, 426, 431, 451, 511].map((status) => ({
    name: `${status} with a page`,
    answer: page(status),
  })),
  { name: "200 with a sign-in page", answer: page(200) },
  { name: "200 with JSON that is no receipt", answer: json(200, { status: "ok" }) },
  { name: "200 with an empty body", answer: (response) => void response.writeHead(200).end() },
  { name: "204", answer: (response) => void response.writeHead(204).end() },
  {
    name: "200 with a receipt of somebody else",
    answer: json(200, { responseId: "0".repeat(32), receipt: "BCDFGH", feedbackDueAt: "2026-04-20" }),
  },
  { name: "a redirect to a sign-in page here", answer: page(302, { location: "/login" }) },
  { name: "a redirect to a sign-in page elsewhere", answer: page(307, { location: "http://portal.invalid/login" }) },
  { name: "a permanent redirect", answer: page(301, { location: "/" }) },
  {
    name: "a problem of another server",
    answer: json(403, { type: "about:blank", title: "Forbidden", status: 403 }, "application/problem+json"),
  },
  {
    name: "a problem with another server's code",
    answer: json(404, { code: "ERR_NOT_ROUTED" }, "application/problem+json"),
  },
  {
    name: "an answer that is cut",
    answer: (response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "500" });
      response.write('{"responseId":');
      setTimeout(() => response.socket?.destroy(), 20);
    },
  },
];

/** Answers that may pass: press again in a little while. */
export const PASSING: readonly Wrong[] = [
  ...[429, 500, 502, 503, 504].map((status) => ({ name: `${status} with a page`, answer: page(status) })),
  // Which a browser takes from its own proxy alone.
  { name: "407 with a page", answer: page(407) },
  { name: "a connection that is reset", answer: (response) => void response.socket?.resetAndDestroy() },
];
