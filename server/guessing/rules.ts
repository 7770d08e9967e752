/** How long a pause is, and which addresses count as one. */
export interface Patience {
  /** Misses before the first pause … */
  readonly free: number;
  /** … and between two pauses after it. */
  readonly step: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** After as long without a miss everything is forgotten. */
  readonly forgetAfterMs: number;
}

/** Each pause is twice the one before, up to the longest; `pauses` counts from 1. */
export function pauseMs(pauses: number, { firstPauseMs, longestPauseMs }: Patience): number {
  return Math.min(firstPauseMs * 2 ** Math.min(pauses - 1, 30), longestPauseMs);
}

/** The first four groups of an IPv6 address: what one household or school is given (RFC 6177), written out. */
function prefixOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const parts = (text: string) => (text === "" ? [] : text.split(":"));
  const [before, after] = [parts(head), parts(tail ?? "")];
  const gap =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  const groups = [...before, ...gap, ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

/** Whoever shares this is counted as one visitor: an IPv4 address, or an IPv6 network of 64 bits. */
export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/%.*$/, "");
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain) ?? [];
  if (mapped) return mapped;
  return plain.includes(":") ? prefixOf(plain) : plain;
}
