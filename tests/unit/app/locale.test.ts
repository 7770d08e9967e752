/** Which language a page speaks. */
import { expect, it } from "vitest";
import { langQuery, pickLanguage, pickLocale } from "../../../app/http/locale";
import { sessionCookie } from "../../../app/http/session-cookie.server";
import { safeReturn } from "../../../app/http/adult-page.server";
import { readSessionToken } from "../../../server/accounts/contract";
import { dayOf, daysUntil } from "../../../app/i18n/dates";

const ask = (path: string, accept?: string) =>
  pickLocale(new Request(`http://x${path}`, { headers: accept === undefined ? {} : { "Accept-Language": accept } }));

it.each([
  ["/", undefined, "da"],
  ["/", "en-GB,en;q=0.9", "en"],
  ["/", "de,da;q=0.5,en;q=0.4", "da"],
  ["/", "de,en;q=0.5", "en"],
  ["/", "en;q=0,da;q=0.1", "da"],
  ["/", "sv", "da"],
  ["/?lang=en", "da", "en"],
  ["/?lang=xx", "en", "en"],
  ["/?lang=EN).", "da", "en"],
] as const)("%s with %s is in %s", (path, accept, locale) => expect(ask(path, accept)).toBe(locale));

it.each([
  ["/svar?lang=ar", "da", "ar"],
  ["/svar", "uk-UA,uk;q=0.9,en;q=0.8", "uk"],
  ["/svar?lang=sv", "sv", "da"],
] as const)("a child's page at %s with %s is in %s", (path, accept, language) =>
  expect(pickLanguage(new Request(`http://x${path}`, { headers: { "Accept-Language": accept } }))).toBe(language),
);

it("a link keeps the language that was asked for, and no other", () => {
  expect(langQuery("http://x/?lang=en")).toBe("?lang=en");
  expect(langQuery("http://x/?lang=Ar.")).toBe("?lang=ar");
  expect(langQuery("http://x/?lang=<script>")).toBe("");
});

it("the session's cookie is host-only and secure behind TLS", () => {
  expect(sessionCookie("t", { isSecure: true })).toBe("__Host-lyt=t; Path=/; HttpOnly; SameSite=Lax; Secure");
  const token = "t".repeat(43);
  expect(readSessionToken(`a=b; __Host-lyt=${token}; c=d`, true)).toBe(token);
  for (const cookies of [`lyt=${token}`, `a__Host-lyt=${token}`, "__Host-lyt=short", ""])
    expect(readSessionToken(cookies, true), cookies).toBeUndefined();
});

it.each([
  ["/leder", "/leder"],
  ["/leder/eg/forar", "/leder/eg/forar"],
  ["/admin", "/admin"],
  ["//elsewhere.example/leder", undefined],
  ["/leder//elsewhere.example", undefined],
  ["/leder/../svar", undefined],
  ["https://elsewhere.example", undefined],
  ["/log-ud", undefined],
  [null, undefined],
])("%s may be returned to: %s", (path, allowed) => expect(safeReturn(path)).toBe(allowed));

it("days are Danish days, wherever the server stands", () => {
  const now = new Date("2026-03-10T23:30:00Z");
  expect(dayOf("2026-03-05T23:30:00Z", "da", now)).toBe("6.\u00a0marts");
  expect(dayOf("2025-12-31T23:30:00Z", "en", now)).toBe("1\u00a0January");
  expect(dayOf("2025-06-01", "da", now)).toBe("1.\u00a0juni\u00a02025");
  expect(daysUntil("2026-03-12", now)).toBe(1);
  expect(daysUntil("2026-03-10", now)).toBe(-1);
});
