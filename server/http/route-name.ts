/** The pattern of a path, for logs: a key, a code or an id never stands in one, however the path is spelled. */
import { tidyPath } from "./tidy-path";

const PATTERNS: readonly [RegExp, string][] = [
  [/^\/svar\/g\/[^/]+\/[^/]+/, "/svar/g/:code/:own"],
  [/^\/svar\/g\/[^/]+/, "/svar/g/:code"],
  [/^\/svar\/[^/]+/, "/svar/:key"],
  [/^\/svar(\.data)?$/, "/svar"],
  [/^\/api\/responses\//i, "/api/responses/:id"],
  [/^\/leder\/[^/]+\/[^/]+\/udtraek\.(csv|xlsx)/i, "/leder/:institution/:round/export"],
  [/^\/leder\/[^/]+\/[^/]+\/svar/i, "/leder/:institution/:round/svar"],
  [/^\/leder\/[^/]+\/[^/]+/, "/leder/:institution/:round"],
  [/^\/r(\/|$)/i, "/r/:code"],
  [/^\/samtale(\/|$)/i, "/samtale/:token"],
  [/^\/handlinger(\/|$)/i, "/handlinger/:institution"],
  [/^\/leder(\/|$)/, "/leder"],
  [/^\/admin(\/|$)/, "/admin"],
  [/^\/log-(ind|ud)/, "/log-in-or-out"],
  [/^\/assets\//, "/assets"],
  [/^\/(healthz|readyz)\/?$/i, "/health"],
  [/^\/$/, "/"],
];

export function routeName(path: string): string {
  const tidy = tidyPath(path);
  return PATTERNS.find(([pattern]) => pattern.test(tidy))?.[1] ?? "other";
}
