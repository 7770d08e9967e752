/**
 * Requests that mean nothing: a wrong Host, forwarded header, method or URL over a socket to the real server. Each is
 * answered as the client's fault, with the headers that keep a browser quiet, and leaves no stack in the log.
 */
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderEnv, settleFolder } from "../support/data-folder";
import { bytesOf, sendRaw } from "../support/raw-request";
import type { RawRequest } from "../support/raw-request";
import { startProcess } from "../support/server-process";
import type { ServerProcess } from "../support/server-process";

const host = (text: string): RawRequest => ({ lines: [`Host: ${text}`] });
const forwarded = (...lines: string[]): RawRequest => ({ lines });
const target = (text: string): RawRequest => ({ target: text });
const method = (text: string, path = "/"): RawRequest => ({ method: text, target: path });

const MALFORMED: Readonly<Record<string, RawRequest>> = {
  "two words in Host": host("a b"),
  "an empty Host": host(""),
  "Host of a space": host(" "),
  "no Host, HTTP/1.1": { noHost: true },
  "no Host, HTTP/1.0": { noHost: true, version: "HTTP/1.0" },
  "an empty Host, HTTP/1.0": { ...host(""), version: "HTTP/1.0" },
  "two Hosts": { lines: ["Host: lyt.example.dk", "Host: other.example"] },
  "two equal Hosts": { lines: ["Host: lyt.example.dk", "Host: lyt.example.dk"] },
  "Host with a path": host("lyt.example.dk/svar"),
  "Host with a query": host("lyt.example.dk?a"),
  "Host with a hash": host("lyt.example.dk#a"),
  "Host with a scheme": host("http://lyt.example.dk"),
  "Host with credentials": host("a:b@lyt.example.dk"),
  "Host with a name before it": host("a@lyt.example.dk"),
  "Host with a list": host("lyt.example.dk, other.example"),
  "Host with a backslash": host("lyt.example.dk\\x"),
  "Host with a percent": host("lyt%2eexample.dk"),
  "Host with letters for a port": host("lyt.example.dk:http"),
  "Host with too large a port": host("lyt.example.dk:65536"),
  "Host with two ports": host("lyt.example.dk:80:80"),
  "Host of dots": host(".."),
  "Host with an empty label": host("lyt..dk"),
  "Host of one dot": host("."),
  "Host of a port": host(":3000"),
  "Host with an open bracket": host("[::1"),
  "Host of no IPv6": host("[::g]"),
  "Host of IPv6 without brackets": host("::1"),
  "Host of no IPv4": host("999.1.1.1"),
  "Host with angle brackets": host("<script>"),
  "Host with quotes": host('"lyt"'),
  "Host with bytes above ASCII": host("l\xe6s.dk"),
  "forwarded scheme of none": forwarded("X-Forwarded-Proto: gopher"),
  "forwarded scheme with a break": forwarded("X-Forwarded-Proto: https://"),
  "one bad forwarded scheme of two": forwarded("X-Forwarded-Proto: https, javascript"),
  "two words in a forwarded host": forwarded("X-Forwarded-Host: a b"),
  "forwarded host with a path": forwarded("X-Forwarded-Host: lyt.example.dk/x"),
  "forwarded host with credentials": forwarded("X-Forwarded-Host: a:b@lyt.example.dk"),
  "forwarded host with a large port": forwarded("X-Forwarded-Host: lyt.example.dk:99999"),
  "forwarded host with an open bracket": forwarded("X-Forwarded-Host: [::1"),
  "two words in a forwarded address": forwarded("X-Forwarded-For: a b"),
  "markup in a forwarded address": forwarded("X-Forwarded-For: <b>, 10.0.0.1"),
  "an absolute URL": target("http://x/"),
  "an absolute URL of our own": target("http://127.0.0.1/"),
  "an absolute URL that is none": target("http://[::1"),
  "an absolute URL of another scheme": target("ftp://x/"),
  "two slashes": target("//x/"),
  "two slashes and more": target("//x/log-ind?a=b"),
  "three slashes": target("///"),
  "a star": target("*"),
  "a path without a slash": target("log-ind"),
  "a query alone": target("?a=b"),
  "a backslash": target("\\"),
  "a slash and a backslash": target("/\\x"),
  "a backslash within": target("/leder\\eg"),
  "a backslash, written": target("/leder%5ceg"),
  "a hash": target("/#x"),
  "a colon": target(":80"),
  "a dot on the way": target("/./admin"),
  "two dots on the way": target("/svar-x/../admin"),
  "two dots, written": target("/%2e%2E/admin"),
  "NUL, written": target("/%00"),
  "NUL, raw": target("/\0"),
  "a line's end, written": target("/a%0d%0aX-Evil:%201"),
  "DEL, raw": target("/\x7f"),
  "a byte that is no text": target("/%ff"),
  "half a letter": target("/%e0%a4"),
  "half an escape": target("/%e"),
  "no escape": target("/%zz"),
  "a percent at the end of no page of ours": target("/elsewhere%"),
  "dots at the end of a child's link": target("/svar/.."),
  "no escape in the query": target("/log-ind?til=%zz"),
  "data as an older Remix asks for them": target("/?_data=root"),
  "a byte that is no text in the query": target("/?lang=%ff"),
  "no escape under the API": { method: "PUT", target: "/api/responses/%zz" },
  "no escape under the files": target("/assets/%zz.js"),
  "a child's key that is no text": target("/svar/%ff"),
  "dots in a child's link": target("/svar/../admin"),
  "an invented version": { version: "HTTP/9.9" },
  "no version": { version: "" },
  "an invented method": method("LISTEN"),
  "a method in small letters": method("get"),
  "a method of a letter": method("X"),
  "a very long method": method("A".repeat(5_000)),
  "a header without a name": { lines: [": x"] },
  "a header with a space in its name": { lines: ["a b: c"] },
  "NUL in a header": { lines: ["X-A: \0"] },
  "two lengths": { method: "POST", target: "/log-ind", lines: ["Content-Length: 1", "Content-Length: 2"] },
  "a length of letters": { method: "POST", target: "/log-ind", lines: ["Content-Length: abc"] },
  "a negative length": { method: "POST", target: "/log-ind", lines: ["Content-Length: -1"] },
  "length and chunks": {
    method: "POST",
    target: "/log-ind",
    lines: ["Content-Length: 3", "Transfer-Encoding: chunked"],
  },
};

const NOT_ALLOWED: readonly RawRequest[] = [
  ...[
    "TRACE",
    "OPTIONS",
    "DELETE",
    "PATCH",
    "PUT",
    "PROPFIND",
    "MKCOL",
    "LOCK",
    "SEARCH",
    "PURGE",
    "REPORT",
    "LINK",
  ].map((name) => method(name)),
  method("OPTIONS", "*"),
  method("TRACE", "/svar/00000000000000000000000000"),
  method("DELETE", "/log-ind"),
  method("PUT", "/admin"),
  method("OPTIONS", "/api/responses/x"),
  method("GET", "/api/responses/x"),
  method("POST", "/api/responses/x"),
  method("CONNECT", "lyt.example.dk:443"),
  method("CONNECT", "/"),
  { method: "POST", target: "/", lines: ["Content-Type: application/x-www-form-urlencoded"], body: "a=b" },
  { method: "POST", target: "/_root.data", body: "a=b", lines: ["Content-Type: text/plain"] },
];

const ELSE: readonly (readonly [string, number, RawRequest])[] = [
  ["too long a URL", 431, target(`/${"a".repeat(70_000)}`)],
  ["too many headers", 431, { lines: [`X-A: ${"a".repeat(70_000)}`] }],
  ["a long URL", 404, target(`/${"a".repeat(7_000)}`)],
  ["an expectation", 417, { lines: ["Expect: miracles"] }],
  ["a text with letters", 404, target("/l%C3%A6s")],
  ["a trailing dot and capitals", 200, host("LYT.Example.DK.:3000")],
  ["IPv6", 200, host("[::1]:3000")],
  ["HTTP/1.0 with Host", 200, { version: "HTTP/1.0" }],
  ["a forwarded list", 200, forwarded("X-Forwarded-Proto: https, http", "X-Forwarded-For: unknown, 10.0.0.1:5000")],
  ["a page of ours with something at its end", 301, target("/log-ind%")],
  ["a child's link with NUL at its end", 301, target("/svar/%00")],
  ["a child's link with two slashes", 301, target("//svar")],
  ["an odd name of a header", 200, { lines: ["__proto__: x", "constructor: y"] }],
  ["an upgrade", 200, { lines: ["Upgrade: websocket", "Sec-WebSocket-Key: eA==", "Sec-WebSocket-Version: 13"] }],
  ["a query with a broken end on a child's door", 200, target("/svar?x=100%")],
];

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = await settleFolder();
  server = await startProcess(["build/server/start.js"], { ...folderEnv(folder), LOG_LEVEL: "info" });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const ask = (request: RawRequest) => sendRaw(server.url, bytesOf(request));

function expectQuiet({ headers }: { headers: Headers }) {
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("same-origin");
  expect(headers.get("x-powered-by")).toBeNull();
}

describe.each([["0"], ["1"]])("with TRUST_PROXY=%s", (trust) => {
  beforeAll(async () => {
    if (trust === "0") return;
    await server.stop();
    server = await startProcess(["build/server/start.js"], {
      ...folderEnv(folder),
      LOG_LEVEL: "info",
      TRUST_PROXY: trust,
    });
  });

  it.each(Object.entries(MALFORMED))("malformed: %s", async (_name, request) => {
    const answer = await ask(request);
    expect(answer.status).toBe(400);
    expectQuiet(answer);
  });

  it.each(NOT_ALLOWED)("not allowed: $method $target", async (request) => {
    const answer = await ask(request);
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toMatch(/^(PUT|GET, HEAD(, POST)?)$/);
    expectQuiet(answer);
  });

  it.each(ELSE)("%s: %i", async (_name, status, request) => {
    const answer = await ask(request);
    expect(answer.status).toBe(status);
    expectQuiet(answer);
  });

  it("and none of it left a stack or a word of 500 in the log", () => {
    const lines = server.output().split("\n");
    expect(lines.some((line) => line.includes('"status":405'))).toBe(true);
    expect(lines.filter((line) => /"stack"|"status":5|\s+at .+:\d+:\d+/.test(line))).toEqual([]);
  });
});
