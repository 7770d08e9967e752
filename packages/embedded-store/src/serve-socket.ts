/** One connection: its requests are answered in their order, and one that does not read its answers is not read from. */
import type { Socket } from "node:net";
import type { Context } from "./serve-request";
import { serveRequest } from "./serve-request";
import { Framer } from "./wire/frame";
import { readRequest, writeReply } from "./wire/message";

/** A connection may rest between messages as long as it likes; within one, not longer than this. */
const LONGEST_PAUSE_MS = 60_000;

async function answerAll(socket: Socket, framer: Framer, context: Context): Promise<void> {
  const happens = (event: "close" | "drain") =>
    new Promise<void>((resolve) => void socket.once(event, () => resolve()));
  const closed = happens("close");
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    for (const message of framer.push(chunk)) {
      if (socket.destroyed) return;
      const request = readRequest(message);
      const reply = await serveRequest(request, context);
      if (request.isUnanswered || !socket.writable) continue;
      if (!socket.write(writeReply(request, reply))) await Promise.race([happens("drain"), closed]);
    }
  }
}

/** Garbage ends the connection; never more than this one. */
export function serveSocket(socket: Socket, context: Context): void {
  const framer = new Framer();
  socket.setTimeout(LONGEST_PAUSE_MS, () => framer.isWaiting && socket.destroy());
  socket.on("error", () => socket.destroy());
  answerAll(socket, framer, context).catch(() => socket.destroy());
}
