/**
 * Listens on HTTP, or HTTPS when a certificate is given, with bounds on how slowly a request may come; and closes in
 * bounded time: who was asked is answered, who has not asked anything is not waited for.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { trackConnections } from "./connections";
import { refuseEarly } from "./refuse-early";

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
  /** How long a request may take to come; its headers half of that. */
  readonly requestWithinMs?: number;
}

const REQUEST_WITHIN_MS = 30_000;

/** Node looks for what is too slow only now and then, by itself every 30 s: a request of 30 s would live for a minute. */
const LOOK_EVERY_MS = 500;

const boundsOf = (withinMs: number) => ({
  headersTimeout: withinMs / 2,
  requestTimeout: withinMs - LOOK_EVERY_MS,
  connectionsCheckingInterval: LOOK_EVERY_MS,
});

/**
 * Forward secrecy only: whoever learns the key one day cannot read what was recorded before. TLS 1.3 has nothing else;
 * of TLS 1.2 the suites with ECDHE and an authenticated cipher, which the oldest browsers we name all have.
 */
const TLS_OPTIONS = {
  minVersion: "TLSv1.2",
  ciphers: [
    "TLS_AES_128_GCM_SHA256",
    "TLS_AES_256_GCM_SHA384",
    "TLS_CHACHA20_POLY1305_SHA256",
    "ECDHE-ECDSA-AES128-GCM-SHA256",
    "ECDHE-RSA-AES128-GCM-SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384",
    "ECDHE-RSA-AES256-GCM-SHA384",
    "ECDHE-ECDSA-CHACHA20-POLY1305",
    "ECDHE-RSA-CHACHA20-POLY1305",
  ].join(":"),
} as const;

/** A request without Host is refused by our own rule (readable-request.ts), with the headers of our own. */
const HTTP_OPTIONS = { requireHostHeader: false } as const;

/** One that does not listen yet: who serves pages through Vite lets its socket for news come by way of it. */
export function makeServer({ tls, requestWithinMs = REQUEST_WITHIN_MS }: ServerOptions = {}): Server {
  const bounds = { ...HTTP_OPTIONS, ...boundsOf(requestWithinMs) };
  if (!tls) return createServer(bounds);
  const [cert, key] = [readFileSync(tls.certFile), readFileSync(tls.keyFile)];
  return createSecureServer({ ...bounds, ...TLS_OPTIONS, cert, key });
}

/** Rejects when the port is taken. */
export async function listen(
  server: Server,
  listener: RequestListener,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Listening> {
  server.on("request", listener);
  refuseEarly(server);
  const endConnections = trackConnections(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        endConnections();
      }),
  };
}
