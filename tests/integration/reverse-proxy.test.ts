/** Debian's nginx in front: a bare `proxy_pass`, and the block of docs/reverse-proxy.md as it stands there. */
import { readFileSync } from "node:fs";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { request as requestSecurely } from "node:https";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CERTIFICATE, documentedNginx, nginxPath, startNginx } from "../support/nginx";
import type { Nginx } from "../support/nginx";
import { freePort } from "../support/server-process";
import { startServerWith } from "../support/server-with";
import type { ServerWith } from "../support/server-with";
import { PASSWORD } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys } from "../support/submissions";

const PUBLIC = "https://lyt.example.dk";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Ask {
  readonly method?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const ca = readFileSync(CERTIFICATE);

/** As a browser at PUBLIC_URL asks: through nginx on a port of this machine. */
function browse(port: number, isSecure: boolean, path: string, ask: Ask = {}): Promise<Answer> {
  const { method = "GET", fields, json, cookie, headers: more } = ask;
  const body = fields ? new URLSearchParams(fields).toString() : json === undefined ? "" : JSON.stringify(json);
  const type = fields ? "application/x-www-form-urlencoded" : "application/json";
  const headers = {
    host: "lyt.example.dk",
    ...(body ? { "content-type": type, "content-length": Buffer.byteLength(body), origin: PUBLIC } : {}),
    ...(cookie ? { cookie } : {}),
    "sec-fetch-site": "same-origin",
    ...more,
  };
  const place = { host: "127.0.0.1", port, path, method, headers };
  return new Promise((done, reject) => {
    const outgoing = isSecure ? requestSecurely({ ...place, ca, servername: "localhost" }) : request(place);
    outgoing.once("error", reject);
    outgoing.once("response", (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    outgoing.end(body);
  });
}

/** Server blocks for nginx: `port` is where people come in, `insecurePort` where HTTP is sent on. */
interface Ways {
  readonly name: string;
  readonly isSecure: boolean;
  readonly servers: (ours: number, port: number, insecurePort: number) => string;
  /** What the administrator is told to change. */
  readonly notices: readonly string[];
}

const WAYS: readonly Ways[] = [
  {
    name: "a bare proxy_pass",
    isSecure: false,
    servers: (ours, port) => `server { listen 127.0.0.1:${port}; location / { proxy_pass http://127.0.0.1:${ours}; } }`,
    notices: ["Let the proxy send X-Forwarded-For."],
  },
  {
    name: "the documented block",
    isSecure: true,
    servers: (ours, port, insecurePort) => documentedNginx({ ours, https: port, http: insecurePort }),
    notices: [],
  },
];

const fieldIn = (page: string) =>
  (/name="walk" value="([^"]*)"/.exec(page)?.[1] ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

describe.skipIf(!nginxPath).each(WAYS)("behind nginx with $name", ({ isSecure, servers, notices }) => {
  let server: ServerWith;
  let nginx: Nginx;
  let port: number;
  let insecurePort: number;
  beforeAll(async () => {
    server = await startServerWith({ PUBLIC_URL: PUBLIC, TRUST_PROXY: "1" });
    [port, insecurePort] = [await freePort(), await freePort()];
    nginx = await startNginx(servers(server.port, port, insecurePort), isSecure ? [port, insecurePort] : [port]);
  });
  afterAll(async () => {
    await nginx.stop();
    await server.close();
  });

  const visit = (path: string, ask?: Ask) => browse(port, isSecure, path, ask);
  const post = (path: string, fields: Record<string, string>, cookie?: string) =>
    visit(path, { method: "POST", fields, cookie });

  async function signIn(name: string): Promise<string> {
    const { status, headers } = await post("/log-ind?til=/leder/eg", { name, password: PASSWORD });
    expect(status).toBe(302);
    return headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  }

  it("adults sign in, read and sign out, and every way on is a path", async () => {
    expect((await post("/log-ind", { name: "a", password: "b" })).status).toBe(401);
    const away = await visit("/leder/eg");
    expect(away.headers.location).toBe("/log-ind?til=%2Fleder%2Feg");
    const cookie = await signIn("bo");
    expect(cookie).toMatch(/^__Host-lyt=/);
    expect((await visit("/leder/eg", { cookie })).status).toBe(200);
    const out = await post("/log-ud", {}, cookie);
    expect([out.status, out.headers.location]).toEqual([302, "/"]);
    expect((await visit("/leder/eg", { cookie })).status).toBe(302);
  });

  it("a child answers by form posts, and by a PUT", async () => {
    const [card, other] = await issueKeys(server.application, "eg-1a", 2);
    const path = `/svar/${card?.secret}`;
    const door = await visit(path);
    expect(door.status).toBe(200);
    const first = await post(path, { walk: fieldIn(door.body), do: "join" });
    expect(first.status).toBe(200);
    expect(first.body).toContain("Spørgsmål 1 af");
    const json = aSubmission(server.application, other?.secret ?? "");
    const receipt = await visit(`/api/responses/${freshId()}`, { method: "PUT", json });
    expect(receipt.status).toBe(200);
    expect(JSON.parse(receipt.body)).toHaveProperty("receipt");
  });

  it("other sites are refused, whatever they write into forwarded headers", async () => {
    const fields = { name: "bo", password: PASSWORD };
    for (const site of ["cross-site", "none"]) {
      const headers = {
        origin: "https://elsewhere.example",
        "x-forwarded-host": "elsewhere.example",
        "sec-fetch-site": site,
      };
      expect((await visit("/log-ind", { method: "POST", fields, headers })).status).toBe(403);
    }
  });

  it("files come packed as the build packed them", async () => {
    const page = (await visit("/svar")).body;
    const script = /"(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? "";
    const { status, headers } = await visit(script, { headers: { "accept-encoding": "br" } });
    expect([status, headers["content-encoding"]]).toEqual([200, "br"]);
  });

  it("the administrator is told what does not fit, and nothing when all fits", async () => {
    const page = await visit("/admin?lang=en", { cookie: await signIn("anne") });
    expect(page.status).toBe(200);
    const told = [...page.body.matchAll(/<strong>((?:Let|Set|Correct) [^<]+)<\/strong>/g)].map(([, deed]) => deed);
    expect(told).toEqual(notices);
  });

  if (isSecure)
    it("HTTP leads to HTTPS", async () => {
      const { status, headers } = await browse(insecurePort, false, "/svar?lang=en");
      expect([status, headers.location]).toEqual([301, `${PUBLIC}/svar?lang=en`]);
    });
});
