/** Listens on HTTP, or HTTPS when a certificate is given, and closes without dropping requests under way. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
}

/** How long a request under way may take before closing cuts it off. */
const CLOSE_AFTER_MS = 10_000;

/** Rejects when the port is taken. */
export async function listen(listener: RequestListener, { port, host, tls }: ListenOptions): Promise<Listening> {
  const server: Server = tls
    ? createSecureServer({ cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }, listener)
    : createServer(listener);
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), CLOSE_AFTER_MS).unref();
      }),
  };
}
