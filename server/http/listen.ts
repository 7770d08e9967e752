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
}

/**
 * A request has come as a whole within half a minute, its headers within half of that. Node looks for those that have
 * not only now and then, by itself every 30 s: they would live for a minute.
 */
const BOUNDS = { headersTimeout: 15_000, requestTimeout: 29_000, connectionsCheckingInterval: 500 } as const;

/** Rejects when the port is taken. */
export async function listen(listener: RequestListener, { port, host, tls }: ListenOptions): Promise<Listening> {
  const server: Server = tls
    ? createSecureServer({ ...BOUNDS, cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }, listener)
    : createServer(BOUNDS, listener);
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
