/**
 * The connections of a server that is to close. Node ends those that rest between two requests; one that has never
 * asked, or is in the middle of a request's headers, it would wait for.
 */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** How long the rest of a request that has begun to come may take, and then its answer. */
const BODY_WITHIN_MS = 2000;
const ANSWER_WITHIN_MS = 8000;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Tells the client, as long as it can be told, that this connection takes no more requests. */
function makeLast({ response }: Exchange): void {
  if (!response.headersSent) response.shouldKeepAlive = false;
}

/** A TLS connection is two sockets of one address: the one below, and the one that a request names. */
const addressOf = ({ remoteAddress, remotePort }: Socket) => `${remoteAddress} ${remotePort}`;

/** Watches from now on; calling what it returns ends every connection as soon as its answer has gone out. */
export function trackConnections(server: Server): () => void {
  const sockets = new Map<Socket, string>();
  const exchanges = new Map<string, Exchange>();
  let isEnding = false;
  const add = (socket: Socket) => {
    if (isEnding) return void socket.destroy();
    sockets.set(socket, addressOf(socket));
    socket.once("close", () => sockets.delete(socket));
  };
  server.on("connection", add);
  server.prependListener("request", (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const [address, exchange] = [addressOf(socket), { request, response }];
    exchanges.set(address, exchange);
    if (isEnding) makeLast(exchange);
    response.once("close", () => {
      // A second request on the same connection may have come behind this one.
      if (exchanges.get(address) !== exchange) return;
      exchanges.delete(address);
      if (isEnding) socket.destroySoon();
    });
  });
  const endUnless = (isWaitedFor: (exchange: Exchange) => boolean) => {
    for (const [socket, address] of sockets) {
      const exchange = exchanges.get(address);
      if (!exchange || !isWaitedFor(exchange)) socket.destroy();
    }
  };
  return () => {
    isEnding = true;
    for (const exchange of exchanges.values()) makeLast(exchange);
    endUnless(() => true);
    setTimeout(() => endUnless(({ request }) => request.complete), BODY_WITHIN_MS).unref();
    setTimeout(() => endUnless(() => false), ANSWER_WITHIN_MS).unref();
  };
}
