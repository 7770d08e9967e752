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

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
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

/** Rejects when the port is taken. */
export async function listen(
  listener: RequestListener,
  { port, host, tls, requestWithinMs = REQUEST_WITHIN_MS }: ListenOptions,
): Promise<Listening> {
  const bounds = boundsOf(requestWithinMs);
  const server: Server = tls
    ? createSecureServer({ ...bounds, cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }, listener)
    : createServer(bounds, listener);
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
