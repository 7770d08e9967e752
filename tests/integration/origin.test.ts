/** One judge of where a request comes from, with and without PUBLIC_URL and proxies; Remix has no word of its own. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesOf, sendRaw } from "../support/raw-request";
import { startServerWith } from "../support/server-with";
import type { ServerWith } from "../support/server-with";
import { PASSWORD } from "../support/small-municipality";

const FORM = "Content-Type: application/x-www-form-urlencoded";

type Lines = readonly string[];

/** A page with an action; without a name and a password it says so, and no throttle counts. */
function post(server: ServerWith, lines: Lines, target = "/log-ind", body = "a=b") {
  const bytes = bytesOf({ method: "POST", target, lines: [FORM, ...lines], body });
  return sendRaw(`http://127.0.0.1:${server.port}`, bytes);
}

const PUBLIC = "https://lyt.example.dk";
const origin = (text: string) => `Origin: ${text}`;
const host = (text: string) => `Host: ${text}`;
const SAME = "Sec-Fetch-Site: same-origin";
const CROSS = "Sec-Fetch-Site: cross-site";
const HTTPS = "X-Forwarded-Proto: https";
const forwardedHost = (text: string) => `X-Forwarded-Host: ${text}`;

/** Refused in every setting: another site, or something no browser writes. */
const FOREIGN: readonly Lines[] = [
  [CROSS],
  ["Sec-Fetch-Site: same-site"],
  ["Sec-Fetch-Site: same-origin, cross-site"],
  ["Sec-Fetch-Site:"],
  [origin(PUBLIC), CROSS, host("lyt.example.dk")],
  [origin("https://elsewhere.example")],
  [origin("https://elsewhere.example"), SAME],
  [origin("https://elsewhere.example"), "Sec-Fetch-Site: none"],
  [origin("https://elsewhere.example"), forwardedHost("lyt.example.dk"), HTTPS],
  [origin("https://lyt.example.dk.elsewhere.example"), SAME],
  [origin("https://elsewhere-lyt.example.dk")],
  [origin("https://xlyt.example.dk"), SAME],
  [origin("https://lyt.example.dk:444"), SAME],
  [origin("https://lyt.example.dk@elsewhere.example"), SAME],
  [origin("https://lyt.example.dk/x"), SAME, host("lyt.example.dk")],
  [origin("https://lyt.example.dk, https://elsewhere.example"), SAME],
  [origin(PUBLIC), origin("https://elsewhere.example")],
  [origin("ftp://lyt.example.dk"), SAME],
  [origin("lyt.example.dk"), SAME],
  [origin("https://"), SAME],
  [origin("https://[::1"), SAME],
  [origin("https://a b"), SAME],
  [origin(""), SAME],
  [origin("null")],
  [origin("null"), CROSS],
  [origin("NULL"), SAME],
  [origin("undefined"), SAME],
];

/** Taken in every setting: no browser, an old one that says nothing, or one that hides the origin and swears. */
const OWN: readonly Lines[] = [[], [SAME], ["Sec-Fetch-Site: none"], [origin("null"), SAME]];

interface Setting {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  readonly taken: readonly Lines[];
  readonly refused: readonly Lines[];
}

const SETTINGS: readonly Setting[] = [
  {
    name: "PUBLIC_URL and one proxy",
    env: { PUBLIC_URL: `${PUBLIC}/`, TRUST_PROXY: "1" },
    taken: [
      [origin(PUBLIC)],
      [origin(PUBLIC), SAME],
      [origin("HTTPS://LYT.example.DK"), SAME],
      [origin("https://lyt.example.dk."), SAME],
      [origin("https://lyt.example.dk:443")],
      [origin(PUBLIC), SAME, host("lyt.example.dk")],
      [origin(PUBLIC), SAME, host("[::1]:3000")],
      [origin(PUBLIC), SAME, forwardedHost("elsewhere.example")],
      [origin(PUBLIC), SAME, forwardedHost("lyt.example.dk:8080"), "X-Forwarded-Proto: http, https"],
      [origin("http://127.0.0.1"), SAME],
      [origin("https://intern.example.dk"), SAME, forwardedHost("intern.example.dk"), HTTPS],
    ],
    refused: [
      [origin("http://lyt.example.dk")],
      [origin("http://127.0.0.1")],
      [origin("https://elsewhere.example"), forwardedHost("elsewhere.example"), HTTPS],
      [origin("https://elsewhere.example"), host("elsewhere.example")],
    ],
  },
  {
    name: "PUBLIC_URL alone",
    env: { PUBLIC_URL: PUBLIC },
    taken: [
      [origin(PUBLIC)],
      [origin(PUBLIC), SAME, host("127.0.0.1:3000")],
      [origin(PUBLIC), forwardedHost("elsewhere.example")],
      [origin("http://127.0.0.1"), SAME],
    ],
    refused: [
      [origin("http://127.0.0.1")],
      [origin("https://elsewhere.example"), SAME, forwardedHost("elsewhere.example"), HTTPS],
      [origin("https://elsewhere.example"), forwardedHost("elsewhere.example"), HTTPS],
    ],
  },
  {
    name: "neither",
    env: {},
    taken: [
      [origin("http://127.0.0.1")],
      [origin("http://lyt.example.dk"), host("LYT.example.dk.")],
      [origin("http://lyt.example.dk."), host("lyt.example.dk:80")],
      [origin("http://lyt.example.dk:3000"), host("lyt.example.dk:3000"), SAME],
      [origin("http://[::1]:3000"), host("[::1]:3000")],
      [origin("http://[0:0::1]:3000"), host("[::1]:3000")],
      [origin("http://127.0.0.1"), forwardedHost("elsewhere.example"), HTTPS],
    ],
    refused: [
      [origin(PUBLIC), host("lyt.example.dk")],
      [origin("http://lyt.example.dk:3001"), host("lyt.example.dk:3000")],
      [origin("http://[::2]:3000"), host("[::1]:3000")],
      [origin("http://elsewhere.example"), forwardedHost("elsewhere.example")],
      [origin(PUBLIC), host("lyt.example.dk"), HTTPS, SAME],
    ],
  },
  {
    name: "one proxy that tells host and scheme",
    env: { TRUST_PROXY: "1" },
    taken: [
      [origin(PUBLIC), host("lyt.example.dk"), HTTPS],
      [origin(PUBLIC), forwardedHost("lyt.example.dk"), HTTPS],
      // What a visitor wrote stands before what the proxy added.
      [origin(PUBLIC), forwardedHost("elsewhere.example, lyt.example.dk"), "X-Forwarded-Proto: http, https"],
      [origin("https://[::1]:8443"), forwardedHost("[::1]:8443"), HTTPS],
    ],
    refused: [
      [origin("https://elsewhere.example"), forwardedHost("elsewhere.example, lyt.example.dk"), HTTPS],
      [origin(PUBLIC), host("lyt.example.dk")],
      [origin("https://lyt.example.dk"), host("lyt.example.dk"), forwardedHost("elsewhere.example"), HTTPS],
    ],
  },
];

describe.each(SETTINGS)("with $name", ({ env, taken, refused }) => {
  let server: ServerWith;
  beforeAll(async () => {
    server = await startServerWith(env);
  });
  afterAll(() => server.close());

  it.each([...OWN, ...taken].map((lines) => [lines.join(" | "), lines] as const))("takes %s", async (_name, lines) => {
    const { status, headers, body } = await post(server, lines);
    expect(status).toBe(400);
    expect(headers.get("content-type")).toContain("text/html");
    expect(body).toContain('id="password"');
  });

  it.each([...FOREIGN, ...refused].map((lines) => [lines.join(" | "), lines] as const))(
    "refuses %s",
    async (_name, lines) => {
      const { status, body } = await post(server, lines);
      expect(status).toBe(403);
      expect(JSON.parse(body)).toMatchObject({ code: "request.crossSite" });
    },
  );

  it("judges the API and what pages fetch by the same rule", async () => {
    const json = { method: "PUT", target: `/api/responses/${"0".repeat(32)}`, body: "{}" };
    const url = `http://127.0.0.1:${server.port}`;
    const put = (lines: Lines) =>
      sendRaw(url, bytesOf({ ...json, lines: ["Content-Type: application/json", ...lines] }));
    expect((await put([origin("https://elsewhere.example")])).status).toBe(403);
    expect((await put([origin("null"), SAME])).status).toBe(400);
    expect((await post(server, [origin("https://elsewhere.example")], "/log-ud.data")).status).toBe(403);
    expect((await post(server, [origin("null"), SAME], "/log-ud.data")).status).toBe(202);
  });
});

describe("behind a proxy for HTTPS", () => {
  let server: ServerWith;
  beforeAll(async () => {
    server = await startServerWith({ PUBLIC_URL: PUBLIC, TRUST_PROXY: "1" });
  });
  afterAll(() => server.close());
  const browser = [origin(PUBLIC), SAME];

  it("a wrong password is a wrong password", async () => {
    expect((await post(server, browser, "/log-ind", "name=a&password=b")).status).toBe(401);
  });

  it("a right one gives a cookie for HTTPS alone, and every way on is a path", async () => {
    const signedIn = await post(server, browser, "/log-ind?til=/leder/eg", `name=bo&password=${PASSWORD}`);
    expect(signedIn.status).toBe(302);
    expect(signedIn.headers.get("location")).toBe("/leder/eg");
    const cookie = signedIn.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^__Host-lyt=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    for (const target of ["/leder", "/admin", "/leder.data", "/log-ud"]) {
      const away = await sendRaw(`http://127.0.0.1:${server.port}`, bytesOf({ target }));
      expect(away.headers.get("location") ?? "/", target).toMatch(/^\/(?!\/)/);
      expect(away.body + away.headers.get("location"), target).not.toContain("127.0.0.1");
    }
    const lines = [`Cookie: ${cookie.split(";")[0] ?? ""}`];
    const inside = await sendRaw(`http://127.0.0.1:${server.port}`, bytesOf({ target: "/leder/eg", lines }));
    expect(inside.status).toBe(200);
    const out = await post(server, [...browser, ...lines], "/log-ud");
    expect(out.headers.get("set-cookie")).toMatch(/^__Host-lyt=; .*Max-Age=0; Secure$/);
  });
});

it("PUBLIC_URL, not a certificate of the server's own, says which cookie browsers get", async () => {
  const server = await startServerWith({ PUBLIC_URL: "http://lyt.intern", TRUST_PROXY: "1" });
  const signedIn = await post(server, [origin("http://lyt.intern")], "/log-ind", `name=bo&password=${PASSWORD}`);
  expect(signedIn.headers.get("set-cookie")).toMatch(/^lyt=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(signedIn.headers.get("strict-transport-security")).toBeNull();
  await server.close();
});
