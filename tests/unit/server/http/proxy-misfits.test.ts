/** What tells that the proxies in front do not fit TRUST_PROXY and PUBLIC_URL, and what is no sign of it. */
import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { misfitsOfRequest, misfitsOfSettings } from "../../../../server/http/proxy-misfits";

const PUBLIC = "https://lyt.example.dk";
const TLS = { certFile: "a", keyFile: "b" };

const asked = (headers: IncomingMessage["headers"], encrypted = false) => ({
  headers: { host: "127.0.0.1:3000", ...headers },
  socket: { encrypted } as unknown as IncomingMessage["socket"],
});

describe("settings alone", () => {
  it.each([
    [{ trustProxy: 0 }, []],
    [{ trustProxy: 0, tls: TLS }, []],
    [{ trustProxy: 0, publicUrl: "http://lyt.intern" }, []],
    [{ trustProxy: 0, publicUrl: PUBLIC, tls: TLS }, []],
    [{ trustProxy: 0, publicUrl: PUBLIC }, ["trustProxy"]],
    [{ trustProxy: 1, publicUrl: PUBLIC }, []],
    [{ trustProxy: 1 }, ["publicUrl"]],
  ])("%j: %j", (settings, misfits) => expect(misfitsOfSettings(settings)).toEqual(misfits));
});

const FOR = "198.51.100.7";
const swears = (origin: string) => ({ origin, "sec-fetch-site": "same-origin" });
const fit = { "x-forwarded-for": FOR, "x-forwarded-proto": "https", "x-forwarded-host": "lyt.example.dk" };

describe("requests with PUBLIC_URL", () => {
  it.each<[number, IncomingMessage["headers"], string[]]>([
    [0, {}, []],
    [0, { host: "lyt.example.dk", ...swears(PUBLIC) }, []],
    [0, swears(PUBLIC), ["trustProxy"]],
    [0, { "x-forwarded-for": FOR }, ["trustProxy"]],
    [0, { "x-real-ip": FOR }, ["trustProxy"]],
    [0, { forwarded: `for=${FOR}` }, ["trustProxy"]],
    [0, { "x-forwarded-for": FOR, ...swears(PUBLIC) }, ["trustProxy"]],
    [0, { "x-forwarded-proto": "http" }, ["trustProxy", "scheme"]],
    [1, fit, []],
    [1, { ...fit, ...swears(PUBLIC) }, []],
    [1, {}, ["forwardedFor"]],
    [1, { "x-forwarded-for": " , " }, ["forwardedFor"]],
    [1, { "x-forwarded-for": `${FOR}, 203.0.113.9` }, []],
    [1, { "x-forwarded-for": `${FOR}, 10.0.0.5` }, ["moreHops"]],
    [1, { "x-forwarded-for": `[2001:db8::1]:443, [fd00::5]:999` }, ["moreHops"]],
    [1, { "x-forwarded-for": "10.1.2.3, 10.0.0.5" }, []],
    [1, { "x-forwarded-for": "unknown, 10.0.0.5" }, []],
    [2, { "x-forwarded-for": FOR }, ["fewerHops"]],
    [2, { "x-forwarded-for": `${FOR}, 10.0.0.5` }, []],
    [1, { ...fit, "x-forwarded-proto": "http" }, ["scheme"]],
    [1, { ...fit, "x-forwarded-proto": "http, HTTPS" }, []],
    [2, { "x-forwarded-for": `${FOR}, 10.0.0.5`, "x-forwarded-proto": "https, http" }, []],
    [2, { "x-forwarded-for": `${FOR}, 10.0.0.5`, "x-forwarded-proto": "http" }, ["scheme"]],
    [1, { ...fit, ...swears("https://lyt.kommune.dk") }, ["otherAddress"]],
    [1, { ...fit, origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" }, []],
    [1, { ...fit, origin: "https://elsewhere.example" }, []],
    [1, { ...fit, ...swears("null") }, []],
  ])("TRUST_PROXY=%i, %j: %j", (trustProxy, headers, misfits) =>
    expect(misfitsOfRequest(asked(headers), { publicUrl: PUBLIC, trustProxy })).toEqual(misfits),
  );
});

describe("requests without PUBLIC_URL", () => {
  it.each<[number, IncomingMessage["headers"], string[]]>([
    [0, {}, []],
    [0, swears("http://127.0.0.1:3000"), []],
    [0, { host: "LYT.intern.", ...swears("http://lyt.intern") }, []],
    [0, swears(PUBLIC), ["publicUrl"]],
    [0, { "x-forwarded-proto": "https" }, ["trustProxy", "publicUrl"]],
    [1, { "x-forwarded-for": FOR }, []],
    [1, { "x-forwarded-for": FOR, "x-forwarded-proto": "https" }, ["publicUrl"]],
    [1, { "x-forwarded-for": FOR, "x-forwarded-host": "lyt.example.dk" }, ["publicUrl"]],
    [1, { "x-forwarded-for": FOR, "x-forwarded-proto": "http", "x-forwarded-host": "127.0.0.1:3000" }, []],
  ])("TRUST_PROXY=%i, %j: %j", (trustProxy, headers, misfits) =>
    expect(misfitsOfRequest(asked(headers), { trustProxy })).toEqual(misfits),
  );

  it("HTTPS of our own is what a proxy before it says, too", () => {
    const headers = { host: "lyt.example.dk", "x-forwarded-for": FOR, "x-forwarded-proto": "https" };
    expect(misfitsOfRequest(asked(headers, true), { trustProxy: 1 })).toEqual([]);
  });
});
