/**
 * A write of the driver that finds its socket full, or already destroyed, waits for "drain". A socket that is lost never
 * gives that sign, and no time-out of the driver's is running yet: the request would stay open for ever. Here the sign
 * is given; the driver then looks at its connection, finds it closed, and says so.
 */
import { subscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

function wake(socket: Socket): void {
  if (socket.destroyed && socket.listenerCount("drain") > 0) socket.emit("drain");
}

function watch(socket: Socket): void {
  const soon = () => setImmediate(wake, socket);
  socket.once("close", soon);
  socket.on("newListener", (event) => {
    if (event === "drain" && socket.destroyed) soon();
  });
}

let isWatching = false;

/** From now on, for every connection this process opens over TCP or to a Unix socket. Node does not tell of TLS's. */
export function wakeLostSockets(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe("net.client.socket", (message) => watch((message as { readonly socket: Socket }).socket));
}

/** The parts of the driver's client that lead to connections in use; they are nobody's promise, so each may be missing. */
interface Insides {
  readonly topology?: {
    readonly s?: {
      readonly servers?: ReadonlyMap<
        string,
        { readonly pool?: { readonly checkedOut?: Iterable<{ socket?: Socket }> } }
      >;
    };
  };
}

/** The same for connections over TLS, looked for once somebody has waited in vain. */
export function wakeLostWaiters(client: unknown): void {
  const servers = (client as Insides).topology?.s?.servers?.values() ?? [];
  for (const { pool } of servers) for (const { socket } of pool?.checkedOut ?? []) if (socket) wake(socket);
}
