/** The pattern of a path, for logs: a key, a code or an id never stands in one. */
const PATTERNS: readonly [RegExp, string][] = [
  [/^\/svar\/g\/[^/]+\/[^/]+/, "/svar/g/:code/:own"],
  [/^\/svar\/g\/[^/]+/, "/svar/g/:code"],
  [/^\/svar\/[^/]+/, "/svar/:key"],
  [/^\/svar\/?$/, "/svar"],
  [/^\/api\/responses\//, "/api/responses/:id"],
  [/^\/leder\/[^/]+\/[^/]+/, "/leder/:institution/:round"],
  [/^\/leder(\/|$)/, "/leder"],
  [/^\/admin(\/|$)/, "/admin"],
  [/^\/log-(ind|ud)/, "/log-in-or-out"],
  [/^\/assets\//, "/assets"],
  [/^\/(healthz|readyz)$/, "/health"],
  [/^\/$/, "/"],
];

export function routeName(path: string): string {
  return PATTERNS.find(([pattern]) => pattern.test(path))?.[1] ?? "other";
}
