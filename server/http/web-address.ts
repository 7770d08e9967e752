/**
 * The address under which a request reached us, in one spelling: small letters, no trailing dot, no usual port. Nobody
 * else reads Host, Origin or X-Forwarded-*; what cannot be read is undefined here and refused by readable-request.ts.
 */
import type { IncomingMessage } from "node:http";

const HOST = /^(?:[\w~-]+(?:\.[\w~-]+)*\.?|\[[\da-f:.]+\])(?::\d{0,5})?$/i;
const ORIGIN = /^(https?):\/\/([^/]+)$/i;

/** `https://lyt.example.dk` of a scheme and what stands in a Host header. */
export function originOf(scheme: string, host: string): string | undefined {
  const text = `${scheme}://${host}`;
  if (!HOST.test(host) || !URL.canParse(text)) return undefined;
  const { protocol, hostname, port } = new URL(text);
  return `${protocol}//${hostname.replace(/\.$/, "")}${port && `:${port}`}`;
}

/** The same of an Origin header; undefined for `null` and for everything with a path, a name or another scheme. */
export function readOrigin(text: string): string | undefined {
  const [, scheme, host] = ORIGIN.exec(text) ?? [];
  return scheme && host ? originOf(scheme.toLowerCase(), host) : undefined;
}

export type Asked = Pick<IncomingMessage, "headers" | "socket">;

export const listOf = (header: string | string[] | undefined): string[] =>
  String(header ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Each proxy adds to the end of a list, and what stands before the trusted ones' words was said by anybody. */
export function saidByTrusted(header: string | string[] | undefined, hops: number): string | undefined {
  const list = listOf(header);
  return hops > 0 ? list[Math.max(0, list.length - hops)] : undefined;
}

export const ownScheme = ({ socket }: Asked): string => ("encrypted" in socket && socket.encrypted ? "https" : "http");

/** The origin this request was sent to, as far as we and `hops` trusted proxies can see. */
export function seenOrigin(request: Asked, hops: number): string | undefined {
  const { headers } = request;
  const scheme = saidByTrusted(headers["x-forwarded-proto"], hops)?.toLowerCase() ?? ownScheme(request);
  return originOf(scheme, saidByTrusted(headers["x-forwarded-host"], hops) ?? headers.host ?? "");
}
