/** The addresses that a process and all that it has started listen on, as Linux tells them. */
import { readFileSync, readdirSync, readlinkSync } from "node:fs";

const LISTENING = "0A";

function familyOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

function socketsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
    } catch {
      // Closed meanwhile.
      return [];
    }
  });
}

/** IPv4 as `127.0.0.1:3000`; IPv6 in the 32 digits that Linux writes. */
function readable(address: string): string {
  const [host = "", port = ""] = address.split(":");
  const bytes = host.length === 8 ? host.match(/../g)?.reverse() : undefined;
  const name = bytes?.map((byte) => Number.parseInt(byte, 16)).join(".") ?? host;
  return `${name}:${Number.parseInt(port, 16)}`;
}

export function listeningAddresses(pid: number): string[] {
  const inodes = new Set(familyOf(pid).flatMap(socketsOf));
  return ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) =>
    readFileSync(table, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === LISTENING && inodes.has(columns[9] ?? ""))
      .map((columns) => readable(columns[1] ?? "")),
  );
}
