/**
 * Notices at requests when the proxies in front do not fit the settings, says each misfit once in the log, and tells the
 * administrator's page how often it was seen within the last hours. Kept are a few counts, and no address.
 */
import type { RequestHandler } from "express";
import type { Clock } from "../lib/clock";
import type { Settings } from "../lib/env";
import type { Logger } from "../observability/logger";
import type { ProxyMisfit, ProxyNotice } from "./contract";
import { PROXY_MISFITS } from "./contract";
import { misfitsOfRequest, misfitsOfSettings } from "./proxy-misfits";

const ONE_ADDRESS = "all visitors seem to have one address, and a few wrong keys can lock everybody out.";

/** For the terminal and the log; the administrator's page has its own words. */
const SENTENCES: Readonly<Record<ProxyMisfit, string>> = {
  trustProxy: `A proxy stands in front, but TRUST_PROXY is 0: ${ONE_ADDRESS} Set TRUST_PROXY to the number of proxies, often 1 (docs/reverse-proxy.md).`,
  forwardedFor: `TRUST_PROXY says there is a proxy, but it sends no X-Forwarded-For: ${ONE_ADDRESS} Let the proxy send it (docs/reverse-proxy.md).`,
  fewerHops:
    "X-Forwarded-For names fewer proxies than TRUST_PROXY: visitors can invent their address. Set TRUST_PROXY to the number of proxies (docs/reverse-proxy.md).",
  moreHops: `X-Forwarded-For names more proxies than TRUST_PROXY: ${ONE_ADDRESS} Set TRUST_PROXY to the number of proxies (docs/reverse-proxy.md).`,
  publicUrl:
    "People use another address than this server sees, and PUBLIC_URL is missing: they may be unable to sign in, and printed links may be wrong. Set PUBLIC_URL to the address people use (docs/reverse-proxy.md).",
  scheme:
    "PUBLIC_URL and X-Forwarded-Proto disagree on http and https. Correct PUBLIC_URL or the proxy (docs/reverse-proxy.md).",
  otherAddress:
    "People use another address than PUBLIC_URL: they may be unable to sign in. Set PUBLIC_URL to the address people use (docs/reverse-proxy.md).",
};

const PERIOD_MS = 60 * 60 * 1000;

interface Tally {
  readonly begunAt: number;
  readonly seen: Map<ProxyMisfit, number>;
  of: number;
}

/** Counts of this period and the one before it; older ones are forgotten. */
function createTallies(clock: Clock) {
  const begin = (): Tally => ({ begunAt: clock.now().getTime(), seen: new Map(), of: 0 });
  let current = begin();
  let former = begin();
  const turn = () => {
    const age = clock.now().getTime() - current.begunAt;
    if (Math.abs(age) < PERIOD_MS) return;
    former = age < 2 * PERIOD_MS && age > 0 ? current : begin();
    current = begin();
  };
  return {
    add(misfits: readonly ProxyMisfit[]) {
      turn();
      current.of += 1;
      for (const misfit of misfits) current.seen.set(misfit, (current.seen.get(misfit) ?? 0) + 1);
    },
    read(misfit: ProxyMisfit) {
      turn();
      const seen = (current.seen.get(misfit) ?? 0) + (former.seen.get(misfit) ?? 0);
      return { seen, of: current.of + former.of };
    },
  };
}

export interface ProxyWatch {
  /** One sentence for each misfit that the settings alone show. */
  readonly sentences: readonly string[];
  readonly handler: RequestHandler;
  notices(): readonly ProxyNotice[];
}

export function createProxyWatch(settings: Settings, logger: Logger, clock: Clock): ProxyWatch {
  const known = misfitsOfSettings(settings);
  const said = new Set<ProxyMisfit>(known);
  const tallies = createTallies(clock);
  return {
    sentences: known.map((misfit) => SENTENCES[misfit]),
    handler: (request, _response, next) => {
      const misfits = misfitsOfRequest(request, settings);
      tallies.add(misfits);
      for (const misfit of misfits) {
        if (!said.has(misfit)) logger.warn({ misfit }, SENTENCES[misfit]);
        said.add(misfit);
      }
      next();
    },
    notices: () =>
      PROXY_MISFITS.map((misfit) => ({ misfit, ...tallies.read(misfit) })).filter(
        ({ misfit, seen }) => seen > 0 || known.includes(misfit),
      ),
  };
}
