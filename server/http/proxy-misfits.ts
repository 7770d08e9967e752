/** Whether the proxies in front fit TRUST_PROXY and PUBLIC_URL: by the settings alone, and by what a request carries. */
import { BlockList, isIP } from "node:net";
import type { Settings } from "../lib/env";
import { withoutPort } from "./client-address";
import type { ProxyMisfit } from "./contract";
import type { Asked } from "./web-address";
import { listOf, originOf, ownScheme, readOrigin, saidByTrusted, seenOrigin } from "./web-address";

export type ProxySettings = Pick<Settings, "publicUrl" | "trustProxy">;

/** What can be known before anybody asks: HTTPS that is not ours, and a proxy that hides where people are. */
export function misfitsOfSettings({
  publicUrl,
  trustProxy,
  tls,
}: ProxySettings & Pick<Settings, "tls">): ProxyMisfit[] {
  if (trustProxy > 0) return publicUrl === undefined ? ["publicUrl"] : [];
  return publicUrl?.startsWith("https:") && tls === undefined ? ["trustProxy"] : [];
}

const FROM_PROXIES = ["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-real-ip", "forwarded"];

const inside = new BlockList();
for (const [net, bits] of [
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  inside.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  inside.addSubnet(net, bits, "ipv6");

function isOf(side: "inside" | "outside", text: string): boolean {
  const address = withoutPort(text);
  const family = isIP(address);
  return family > 0 && inside.check(address, family === 4 ? "ipv4" : "ipv6") === (side === "inside");
}

/** Who is counted as the visitor is a machine of the house, and somebody from outside stands before it: one proxy more. */
function areMoreHops(list: readonly string[], hops: number): boolean {
  const [before, visitor] = list.slice(-hops - 1);
  return list.length > hops && isOf("outside", before ?? "") && isOf("inside", visitor ?? "");
}

function misfitsOfHops({ headers }: Asked, hops: number): ProxyMisfit[] {
  if (hops === 0) return FROM_PROXIES.some((name) => headers[name] !== undefined) ? ["trustProxy"] : [];
  const list = listOf(headers["x-forwarded-for"]);
  if (list.length === 0) return ["forwardedFor"];
  if (list.length < hops) return ["fewerHops"];
  return areMoreHops(list, hops) ? ["moreHops"] : [];
}

/** The origin a browser swears it is at: only it can write Sec-Fetch-Site. */
function swornOrigin({ headers }: Asked): string | undefined {
  return headers["sec-fetch-site"] === "same-origin" ? readOrigin(headers.origin ?? "") : undefined;
}

function misfitsWithoutUrl(request: Asked): ProxyMisfit[] {
  const wire = originOf(ownScheme(request), request.headers.host ?? "");
  const beyond = [seenOrigin(request, Number.MAX_SAFE_INTEGER), swornOrigin(request)];
  return beyond.some((origin) => origin !== undefined && origin !== wire) ? ["publicUrl"] : [];
}

function misfitsOfUrl(request: Asked, publicUrl: string, hops: number): ProxyMisfit[] {
  const scheme = saidByTrusted(request.headers["x-forwarded-proto"], Math.max(1, hops));
  const sworn = swornOrigin(request);
  const isSchemeOther = scheme !== undefined && !publicUrl.startsWith(`${scheme.toLowerCase()}:`);
  return [
    ...(isSchemeOther ? (["scheme"] as const) : []),
    ...(sworn !== undefined && sworn !== publicUrl ? (["otherAddress"] as const) : []),
  ];
}

/** A proxy that writes no header at all is told by Host: it is not what people typed. */
function isHostRewritten(request: Asked, publicUrl: string): boolean {
  return swornOrigin(request) === publicUrl && seenOrigin(request, 0)?.split("//")[1] !== publicUrl.split("//")[1];
}

export function misfitsOfRequest(request: Asked, { publicUrl, trustProxy }: ProxySettings): ProxyMisfit[] {
  if (publicUrl === undefined) return [...misfitsOfHops(request, trustProxy), ...misfitsWithoutUrl(request)];
  const isHidden = trustProxy === 0 && isHostRewritten(request, publicUrl);
  const hops = misfitsOfHops(request, trustProxy);
  return [
    ...(isHidden && hops.length === 0 ? (["trustProxy"] as const) : hops),
    ...misfitsOfUrl(request, publicUrl, trustProxy),
  ];
}
