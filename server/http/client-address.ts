/** Who asks, for throttling: the address the outermost trusted proxy saw, without a port; else the one on the wire. */
import { isIP } from "node:net";
import type { Request } from "express";

/** Some proxies write `192.0.2.1:50123` or `[2001:db8::1]:50123`: with its port, every connection would be another visitor. */
export function withoutPort(text: string): string {
  const [, inBrackets, dotted] = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(text) ?? [];
  return inBrackets ?? dotted ?? text;
}

export function clientAddress(request: Request): string {
  const said = withoutPort(request.ip ?? "");
  const address = isIP(said) > 0 ? said : (request.socket.remoteAddress ?? "");
  return address.replace(/^::ffff:(?=[\d.]+$)/i, "");
}
