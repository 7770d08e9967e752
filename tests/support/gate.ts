/** A database that can go away: an embedded store, or the independent server, behind a TCP gate that shuts and opens. */
import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import type { AddressInfo, NetConnectOpts, Server, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedStore } from "@lyt-hoejt/embedded-store";
import { otherServer } from "@lyt-hoejt/embedded-store/interop/other-server";

export interface GatedStore {
  readonly url: string;
  /** Cuts every connection and takes no new one. */
  shut(): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
}

interface Backend {
  readonly place: NetConnectOpts;
  close(): Promise<void>;
}

async function openBackend(): Promise<Backend> {
  if (otherServer.isIndependent && otherServer.url) {
    const { hostname: host, port } = new URL(otherServer.url);
    return { place: { host, port: Number(port) }, close: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), "lyt-gate-"));
  const store = await openEmbeddedStore({ folder });
  return {
    place: { path: store.socketPath },
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function serve(place: NetConnectOpts, sockets: Set<Socket>): Server {
  return createServer((near) => {
    const far = connect(place);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.once("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
}

export async function openGatedStore(): Promise<GatedStore> {
  const backend = await openBackend();
  const sockets = new Set<Socket>();
  const server = serve(backend.place, sockets);
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const shut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return {
    url: `mongodb://127.0.0.1:${port}/?directConnection=true`,
    shut,
    open: () => listen(port),
    async close() {
      if (server.listening) await shut();
      await backend.close();
    },
  };
}
