/**
 * A write of the driver that finds its socket full, or already destroyed, waits for "drain". A socket that is lost never
 * gives that sign, and no time-out of the driver's is running yet: the request would stay open for ever. Here the sign
 * is given; the driver then looks at its connection, finds it closed, and says so.
 */
import { subscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

function watch(socket: Socket): void {
  const wake = () => {
    if (socket.destroyed && socket.listenerCount("drain") > 0) socket.emit("drain");
  };
  socket.once("close", () => setImmediate(wake));
  socket.on("newListener", (event) => {
    if (event === "drain" && socket.destroyed) setImmediate(wake);
  });
}

let isWatching = false;

/** From now on, for every connection this process opens over TCP or to a Unix socket (not TLS: see `connect.ts`). */
export function wakeLostSockets(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe("net.client.socket", (message) => watch((message as { readonly socket: Socket }).socket));
}
