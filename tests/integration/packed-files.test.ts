/** What browsers fetch is packed by the build: each client gets the encoding it asked for, and caches and ranges hold. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../support/site";
import type { Site } from "../support/site";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const scripts = readdirSync("build/client/assets").filter((name) => name.endsWith(".js"));
const largest = scripts.reduce((one, other) =>
  statSync(`build/client/assets/${one}`).size > statSync(`build/client/assets/${other}`).size ? one : other,
);
const script = `/assets/${scripts.find((name) => name.startsWith("vendor-")) ?? largest}`;
const plain = (path: string) => readFileSync(`build/client${path}`);

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Unlike fetch, unpacks nothing and sends no header of its own. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(site.url + path, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

const unpack = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes };

describe("a client gets the encoding it asked for", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip, deflate, br", "br"],
    ["br;q=1.0, gzip;q=0.8, *;q=0.1", "br"],
    ["BR", "br"],
    ["gzip;q=1, br;q=0.5", "gzip"],
    ["gzip, deflate", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0, *", "gzip"],
    ["*", "br"],
    ["br;q=0", "identity"],
    ["br;q=0, gzip;q=0", "identity"],
    ["deflate, zstd", "identity"],
    ["identity", "identity"],
    ["identity, br;q=0.5", "identity"],
    ["identity;q=0, br", "br"],
    ["identity;q=0, gzip", "gzip"],
    ["identity;q=0, *", "br"],
    ["", "identity"],
    [undefined, "identity"],
    ["br;q=x, ;;, gzip", "gzip"],
  ] as const)("%s: %s", async (accepts, encoding) => {
    const answer = await ask(script, accepts === undefined ? {} : { "accept-encoding": accepts });
    expect(answer.status).toBe(200);
    expect(answer.headers["content-encoding"]).toBe(encoding === "identity" ? undefined : encoding);
    expect(answer.headers["content-type"]?.toLowerCase()).toBe("application/javascript; charset=utf-8");
    expect(answer.headers.vary).toContain("Accept-Encoding");
    expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(Number(answer.headers["content-length"])).toBe(answer.body.length);
    expect(unpack[encoding](answer.body).equals(plain(script))).toBe(true);
  });

  it.each(["identity;q=0", "*;q=0", "identity;q=0, deflate"])("%s: none of ours", async (accepts) => {
    const answer = await ask(script, { "accept-encoding": accepts });
    expect(answer.status).toBe(406);
    expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(answer.headers["cache-control"]).toBeUndefined();
  });
});

it("packs styles, pictures and scripts, and leaves what is packed already", async () => {
  const names = readdirSync("build/client", { recursive: true, encoding: "utf8" });
  const packed = names.filter((name) => name.endsWith(".br"));
  for (const ending of [".js.br", ".css.br", ".svg.br"])
    expect(packed.some((name) => name.endsWith(ending))).toBe(true);
  expect(packed.filter((name) => /\.(mp3|woff2|png)\.br$/.test(name))).toEqual([]);
  const large = names.filter((name) => /\.(js|css|svg)$/.test(name) && plain(`/${name}`).length > 1_000);
  expect(large.filter((name) => !packed.includes(`${name}.br`))).toEqual([]);
  for (const path of packed.map((name) => `/${name}`))
    expect(brotliDecompressSync(plain(path)).equals(plain(path.slice(0, -3))), path).toBe(true);
  const font = names.find((name) => name.endsWith(".woff2")) ?? "";
  const answer = await ask(`/${font}`, { "accept-encoding": "br, gzip" });
  expect(answer.headers["content-encoding"]).toBeUndefined();
  expect(answer.body.equals(plain(`/${font}`))).toBe(true);
});

it("has no address for the packed file itself", async () => {
  for (const ending of [".br", ".gz"]) expect((await ask(script + ending)).status).toBe(404);
});

describe("caches", () => {
  it("are told apart by encoding, and told when nothing has changed", async () => {
    const tags = new Map<string, string>();
    for (const encoding of ["br", "gzip", "identity"]) {
      const { headers } = await ask(script, { "accept-encoding": encoding });
      tags.set(encoding, headers.etag ?? "");
    }
    expect(new Set(tags.values()).size).toBe(3);
    for (const [encoding, tag] of tags) {
      const same = await ask(script, { "accept-encoding": encoding, "if-none-match": tag });
      expect(same.status, encoding).toBe(304);
      expect(same.headers.etag).toBe(tag);
      expect(same.headers.vary).toContain("Accept-Encoding");
      expect(same.body.length).toBe(0);
      const other = encoding === "br" ? "gzip" : "br";
      expect((await ask(script, { "accept-encoding": other, "if-none-match": tag })).status).toBe(200);
    }
  });

  it("get the same head without a body", async () => {
    const [whole, head] = [
      await ask(script, { "accept-encoding": "br" }),
      await ask(script, { "accept-encoding": "br" }, "HEAD"),
    ];
    expect(head.status).toBe(200);
    expect(head.body.length).toBe(0);
    for (const name of ["content-length", "content-encoding", "content-type", "etag", "vary"])
      expect(head.headers[name], name).toBe(whole.headers[name]);
  });
});

describe("a part of a file", () => {
  it.each(["br", "gzip", "identity"] as const)("is a part of what would be sent whole: %s", async (encoding) => {
    const whole = await ask(script, { "accept-encoding": encoding });
    const range = { "accept-encoding": encoding, range: "bytes=10-99" };
    const part = await ask(script, range);
    expect(part.status).toBe(206);
    expect(part.headers["content-range"]).toBe(`bytes 10-99/${whole.body.length}`);
    expect(part.body.equals(whole.body.subarray(10, 100))).toBe(true);
    expect((await ask(script, { ...range, "if-range": '"another"' })).status).toBe(200);
  });

  it("past its end is 416, a precondition that does not hold 412: neither is our fault, and neither is kept", async () => {
    const past = await ask(script, { "accept-encoding": "br", range: "bytes=99999999-" });
    expect(past.status).toBe(416);
    expect(past.headers["content-range"]).toMatch(/^bytes \*\/\d+$/);
    const failed = await ask(script, { "if-match": '"another"' });
    expect(failed.status).toBe(412);
    for (const { headers, body } of [past, failed]) {
      expect(headers["cache-control"]).toBeUndefined();
      expect(headers["content-encoding"]).toBeUndefined();
      expect(headers["content-type"]).toContain("application/problem+json");
      expect(JSON.parse(body.toString())).toMatchObject({ code: "request.malformed" });
    }
  });
});

it("pages made for the moment are still packed for the moment", async () => {
  const page = await ask("/svar", { "accept-encoding": "gzip" });
  expect(page.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(page.body).toString()).toContain("<html");
  expect(page.headers.vary).toContain("Accept-Encoding");
});
