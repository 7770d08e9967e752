/** Requests that come a byte at a time, for as long as somebody takes them. */
import { once } from "node:events";
import { connect } from "node:net";

const EVERY_MS = 250;

export const SLOW = {
  "a JSON body":
    "PUT /api/responses/x HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n",
  "a form":
    "POST /log-ind HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n\r\n",
  "a body in chunks":
    "PUT /api/responses/x HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n384\r\n",
  headers: "GET /healthz HTTP/1.1\r\nX-Slow: ",
  "nothing at all": "",
} as const;

/** How long the connection lived, in milliseconds. */
export async function sendSlowly(port: number, head: string): Promise<number> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  const since = performance.now();
  const closed = once(socket, "close");
  socket.resume();
  socket.write(head);
  const timer = head === "" ? undefined : setInterval(() => socket.write("1"), EVERY_MS);
  await closed;
  clearInterval(timer);
  return performance.now() - since;
}
