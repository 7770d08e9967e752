/** What the server tells the administrator of the proxies in front of it. */

/**
 * - `trustProxy`: a proxy stands in front, and TRUST_PROXY is 0.
 * - `forwardedFor`: TRUST_PROXY says there are proxies, and none of them says who asks (X-Forwarded-For).
 * - `fewerHops`, `moreHops`: X-Forwarded-For names fewer, or more, proxies than TRUST_PROXY.
 * - `publicUrl`: people use another address than the one this server sees, and PUBLIC_URL is missing.
 * - `scheme`: PUBLIC_URL says https and the proxy http, or the other way round.
 * - `otherAddress`: people use another address than PUBLIC_URL.
 */
export const PROXY_MISFITS = [
  "trustProxy",
  "forwardedFor",
  "fewerHops",
  "moreHops",
  "publicUrl",
  "scheme",
  "otherAddress",
] as const;

export type ProxyMisfit = (typeof PROXY_MISFITS)[number];

export interface ProxyNotice {
  readonly misfit: ProxyMisfit;
  /** How many of the latest requests showed it; none when the settings alone do. */
  readonly seen: number;
  readonly of: number;
}
