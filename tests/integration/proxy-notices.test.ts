/** A proxy that does not fit the settings: told at start, once in the log, and on the administrator's page. */
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { da } from "~/i18n/words-da";
import { en } from "~/i18n/words-en";
import { startServerWith } from "../support/server-with";
import type { ServerWith } from "../support/server-with";
import { PASSWORD } from "../support/small-municipality";
import { shownHtml } from "../support/shown-html";

const PUBLIC = "https://lyt.example.dk";
const FOR = "198.51.100.7";

let server: ServerWith;
let log: string[];
afterEach(() => server.close());

async function start(env: Record<string, string>) {
  log = [];
  server = await startServerWith(env, pino({ level: "warn" }, { write: (line: string) => void log.push(line) }));
}

const visit = (path: string, headers: Record<string, string>, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { redirect: "manual", headers, ...init });

async function adminsPage(lang: "da" | "en", headers: Record<string, string>): Promise<string> {
  const body = new URLSearchParams({ name: "anne", password: PASSWORD });
  const signedIn = await visit("/log-ind", headers, { method: "POST", body });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const page = await visit(`/admin?lang=${lang}`, { ...headers, cookie });
  expect(page.status).toBe(200);
  return shownHtml(await page.text());
}

const fit = { "x-forwarded-for": FOR, "x-forwarded-proto": "https" };

describe("nothing is said", () => {
  it("without a proxy, and with one that fits", async () => {
    await start({});
    expect(server.sentences).toEqual([]);
    expect(await adminsPage("da", {})).not.toContain(da.admin.proxy.title);
    await server.close();
    await start({ PUBLIC_URL: PUBLIC, TRUST_PROXY: "1" });
    expect(server.sentences).toEqual([]);
    // The machine's own look at its health passes no proxy.
    await visit("/healthz", {});
    await visit("/readyz", {});
    expect(await adminsPage("da", fit)).not.toContain(da.admin.proxy.title);
    expect(log).toEqual([]);
  });
});

it("is known at start from the settings alone", async () => {
  await start({ PUBLIC_URL: PUBLIC });
  expect(server.sentences).toEqual([
    expect.stringMatching(/^A proxy stands in front, but TRUST_PROXY is 0: .*often 1/),
  ]);
  const page = await adminsPage("en", {});
  expect(page).toContain(en.admin.proxy["trustProxy-do"]);
  expect(page).not.toContain("of the latest");
  await visit("/", { "x-forwarded-for": FOR });
  expect(log).toEqual([]);
  await server.close();
  await start({ TRUST_PROXY: "1" });
  expect(server.sentences).toEqual([expect.stringMatching(/^People use another address .*PUBLIC_URL is missing/)]);
  expect(await adminsPage("en", fit)).toContain(en.admin.proxy["publicUrl-do"]);
});

it("is seen at requests, counted, logged once and without an address", async () => {
  await start({});
  for (let time = 0; time < 5; time += 1) await visit("/", { "x-forwarded-for": FOR });
  const page = await adminsPage("da", {});
  expect(page).toContain(da.admin.proxy.title);
  expect(page).toContain(da.admin.proxy.trustProxy);
  expect(page).toContain("Set ved 5 af de seneste 7 besøg");
  expect(log.length).toBe(1);
  expect(JSON.parse(log[0] ?? "")).toMatchObject({ level: 40, misfit: "trustProxy" });
  expect(page + log.join("")).not.toContain(FOR);
});

it("of every kind says what to change", async () => {
  await start({ TRUST_PROXY: "2", PUBLIC_URL: PUBLIC });
  const inside = "10.0.0.5";
  const requests: readonly Record<string, string>[] = [
    {},
    { "x-forwarded-for": FOR },
    { "x-forwarded-for": `${FOR}, ${inside}, ${inside}` },
    { "x-forwarded-for": `${FOR}, ${inside}`, "x-forwarded-proto": "http" },
    { "x-forwarded-for": `${FOR}, ${inside}`, "sec-fetch-site": "same-origin", origin: "https://lyt.kommune.dk" },
  ];
  for (const headers of requests) await visit("/", headers);
  const page = await adminsPage("en", { "x-forwarded-for": `${FOR}, ${inside}` });
  for (const misfit of ["forwardedFor", "fewerHops", "moreHops", "scheme", "otherAddress"] as const) {
    expect(page).toContain(en.admin.proxy[misfit]);
    expect(page).toContain(en.admin.proxy[`${misfit}-do`]);
  }
  expect(page).not.toContain(en.admin.proxy.trustProxy);
  expect(log.map((line) => JSON.parse(line) as { misfit: string }).map(({ misfit }) => misfit)).toEqual([
    "forwardedFor",
    "fewerHops",
    "moreHops",
    "scheme",
    "otherAddress",
  ]);
});
