/** What the server tells the administrator of the proxies in front of it. */

/**
 * - `trustProxy`: a proxy stands in front, and TRUST_PROXY is 0.
 * - `forwardedFor`: TRUST_PROXY says there are proxies, and none of them says who asks (X-Forwarded-For).
 * - `fewerHops`: X-Forwarded-For names fewer proxies than TRUST_PROXY.
 * - `publicUrl`: people use another address than the one this server sees, and PUBLIC_URL is missing.
 * - `scheme`: PUBLIC_URL says https and the proxy http, or the other way round.
 * - `otherAddress`: people use another address than PUBLIC_URL.
 */
export const PROXY_MISFITS = [
  "trustProxy",
  "forwardedFor",
  "fewerHops",
  "publicUrl",
  "scheme",
  "otherAddress",
] as const;

export type ProxyMisfit = (typeof PROXY_MISFITS)[number];
