/** Pages over HTTP: their headers, who may read what, sessions, and what other sites may not do. */
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { openGatedStore } from "../support/gate";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { PASSWORD } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const visit = (path: string, init: RequestInit = {}) => fetch(site.url + path, { redirect: "manual", ...init });

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return visit(path, { method: "POST", body: new URLSearchParams(fields), headers });
}

async function cookieOf(name: string): Promise<string> {
  const response = await post("/log-ind", { name, password: PASSWORD });
  expect(response.status).toBe(302);
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

async function freshCard() {
  const [key] = await issueKeys(site.application, "eg-1a", 1);
  return key?.secret ?? "";
}

describe("headers", () => {
  it("allow only this site's own scripts, named by a fresh nonce, and nothing in a frame", async () => {
    const [first, second] = await Promise.all([visit("/"), visit("/")]);
    const policy = first.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    const page = await first.text();
    const inline = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g)].map(([tag]) => tag);
    expect(inline.length).toBeGreaterThan(0);
    for (const tag of inline) expect(tag).toContain(`nonce="${nonce}"`);
    expect(page).not.toMatch(/\sstyle="/);
    expect(second.headers.get("content-security-policy")).not.toBe(policy);
    expect(first.headers.get("x-content-type-options")).toBe("nosniff");
    expect(first.headers.get("x-powered-by")).toBeNull();
  });

  it("keep every page with a key or a session out of caches, and a key out of what other sites are told", async () => {
    for (const path of [`/svar/${await freshCard()}`, "/svar/g/mnpqrstvwx", "/log-ind", "/"]) {
      const response = await visit(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get("cache-control"), path).toBe("no-store");
      expect(response.headers.get("referrer-policy"), path).toBe("same-origin");
    }
  });
});

it("a child's page asks for nothing of SurveyJS, and the gallery's page does not either", async () => {
  const scriptsOf = async (path: string, init?: RequestInit) => {
    const page = await (await visit(path, init)).text();
    const first = new Set([...page.matchAll(/"(\/assets\/[^"]+\.js)"/g)].map(([, url]) => url ?? ""));
    const texts = await Promise.all([...first].map(async (url) => (await visit(url)).text()));
    return texts.map((text) => (/surveyPostId/.test(text) ? "SurveyJS" : "ours"));
  };
  const scripts = await scriptsOf(`/svar/${await freshCard()}`);
  expect(scripts.length).toBeGreaterThan(2);
  expect(scripts).not.toContain("SurveyJS");
  const cookie = await cookieOf("anne");
  expect(await scriptsOf("/galleri", { headers: { cookie } })).not.toContain("SurveyJS");
});

describe("keys", () => {
  it("give unknown, withdrawn and expired ones the same page", async () => {
    const plain = async (path: string) => {
      const response = await visit(path);
      const text = (await response.text()).replace(/nonce="[^"]*"/g, "").replaceAll(path, "/svar/key");
      return { status: response.status, text: text.replace(/"[0-9a-hjkmnp-tv-z]{26}"/g, '"key"') };
    };
    const expired = await freshCard();
    const unknown = "0".repeat(26);
    site.clock.set("2026-03-25T09:00:00Z");
    const [one, other] = [await plain(`/svar/${expired}`), await plain(`/svar/${unknown}`)];
    site.clock.set("2026-03-10T09:00:00Z");
    expect(one.status).toBe(404);
    expect(other).toEqual(one);
  });

  it("used before are 409, malformed ones 400", async () => {
    const secret = await freshCard();
    await put(site.url, freshId(), aSubmission(site.application, secret));
    expect((await visit(`/svar/${secret}`)).status).toBe(409);
    expect((await visit("/svar/what-is-this")).status).toBe(400);
  });
});

describe("a request no browser makes", () => {
  async function chunked(path: string, bytes: number): Promise<number> {
    const { hostname, port } = new URL(site.url);
    return new Promise((resolve, reject) => {
      const type = { "content-type": "application/x-www-form-urlencoded" };
      const outgoing = request({ hostname, port, path, method: "POST", headers: type }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      outgoing.on("error", reject);
      // Without a length Node sends it in chunks.
      outgoing.write("a=".padEnd(bytes, "b"));
      outgoing.end();
    });
  }

  it("is refused when it does not say how long it is", async () => {
    for (const path of ["/log-ind", `/svar/${await freshCard()}`, "/nowhere"])
      expect(await chunked(path, 2_000), path).toBe(411);
  });

  it("of another content type is 415, of too many fields 400, of a broken path 400", async () => {
    const body = "{}";
    for (const type of ["application/json", "text/plain", "multipart/form-data; boundary=x"])
      for (const path of ["/log-ind", `/svar/${await freshCard()}`])
        expect((await visit(path, { method: "POST", body, headers: { "content-type": type } })).status).toBe(415);
    const many = Array.from({ length: 20_000 }, () => "choices.a=b").join("&");
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await visit(`/svar/${await freshCard()}`, { method: "POST", body: many, headers })).status).toBe(400);
    expect((await visit("/%E0%A4%A")).status).toBe(400);
    const unreadable = await visit("/svar/%E0%A4%A");
    expect(unreadable.status).toBe(400);
    expect(await unreadable.text()).toContain("Vi kan ikke læse dit kort");
  });

  it("packed in gzip is 415, without anything being unpacked", async () => {
    const id = freshId();
    const response = await put(site.url, id, "not gzip at all", { "content-encoding": "gzip" });
    expect(response.status).toBe(415);
  });
});

describe("a form post without scripts", () => {
  const idIn = (page: string) => /&quot;responseId&quot;:&quot;([0-9a-f]{32})&quot;/.exec(page)?.[1];

  const MOST_PAGES = 20;

  async function walkToTheEnd(path: string) {
    let page = await (await visit(path)).text();
    for (let step = 0; !page.includes('value="send"') && step < MOST_PAGES; step += 1) {
      const asked = [...page.matchAll(/name="(asked\.[\w-]+)"/g)].map(([, name = ""]): [string, string] => [name, ""]);
      const declining = /name="do" value="(decline:[\w-]+)"/.exec(page)?.[1];
      const deed = step === 0 ? "join" : (declining ?? "next");
      const fields = { ...Object.fromEntries(asked), walk: fieldIn(page), do: deed };
      page = await (await post(path, fields)).text();
    }
    return page;
  }

  function fieldIn(page: string): string {
    const value = /name="walk" value="([^"]*)"/.exec(page)?.[1] ?? "";
    return value.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  }

  it("sent twice is stored once, with the same receipt, also in the grace after closing", async () => {
    const path = `/svar/${await freshCard()}`;
    const page = await walkToTheEnd(path);
    expect(idIn(page)).toBeDefined();
    const fields = { walk: fieldIn(page), do: "send", helper: "none" };
    site.clock.set("2026-03-22T09:00:00Z");
    const receipts: (string | undefined)[] = [];
    for (let time = 0; time < 2; time += 1) {
      const response = await post(path, fields);
      expect(response.status).toBe(200);
      receipts.push(/Kvittering: (?:<!-- -->)?([A-Z]{6})/.exec(await response.text())?.[1]);
    }
    site.clock.set("2026-03-10T09:00:00Z");
    expect(receipts[0]).toMatch(/^[A-Z]{6}$/);
    expect(receipts[1]).toBe(receipts[0]);
  });

  it("with a walk that was tampered with begins anew", async () => {
    const path = `/svar/${await freshCard()}`;
    for (const walk of ["", "{", '{"stage":"sent"}', '{"__proto__":{"stage":"sent"}}', "[]"]) {
      const response = await post(path, { walk, do: "join" });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain("Spørgsmål 1 af 8");
    }
  });
});

describe("adults", () => {
  it("that are not signed in are led to the sign-in page", async () => {
    for (const path of ["/leder", "/leder/eg", "/leder/eg/forar", "/admin"]) {
      const response = await visit(path);
      expect(response.status, path).toBe(302);
      expect(response.headers.get("location"), path).toBe(`/log-ind?til=${encodeURIComponent(path)}`);
    }
  });

  // Anne administers, Bo leads Egeskolen, Carla leads Birken, Dan leads nothing.
  it.each([
    ["anne", { "/admin": 200, "/leder/eg": 200, "/leder/birk": 200, "/leder/nowhere": 404 }],
    ["bo", { "/admin": 404, "/leder/eg": 200, "/leder/birk": 404, "/leder/birk/forar": 404 }],
    ["carla", { "/admin": 404, "/leder/eg": 404, "/leder/birk": 200, "/leder/eg/forar": 404 }],
    ["dan", { "/admin": 404, "/leder": 200, "/leder/eg": 404, "/leder/birk": 404 }],
  ])("see their own only: %s", async (name, pages) => {
    const cookie = await cookieOf(name);
    for (const [path, status] of Object.entries(pages))
      expect((await visit(path, { headers: { cookie } })).status, path).toBe(status);
  });

  it("cannot close a round unless they administer, whatever form they send", async () => {
    const cookie = await cookieOf("bo");
    expect((await post("/admin", { round: "forar", do: "close" }, { cookie })).status).toBe(404);
    expect((await post("/admin", { round: "forar", do: "seal", early: "yes" }, { cookie })).status).toBe(404);
    expect((await site.application.stores.rounds.find("forar"))?.state).toBe("open");
  });

  it("get a session that ends when idle, when signed out, and that scripts cannot read", async () => {
    const signedIn = await post("/log-ind", { name: "bo", password: PASSWORD });
    const setCookie = signedIn.headers.get("set-cookie") ?? "";
    expect(setCookie).toMatch(/^lyt=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const cookie = setCookie.split(";")[0] ?? "";
    site.clock.set("2026-03-10T09:29:00Z");
    expect((await visit("/leder/eg", { headers: { cookie } })).status).toBe(200);
    site.clock.set("2026-03-10T09:58:00Z");
    expect((await visit("/leder/eg", { headers: { cookie } })).status).toBe(200);
    site.clock.set("2026-03-10T10:29:00Z");
    expect((await visit("/leder/eg", { headers: { cookie } })).status).toBe(302);
    site.clock.set("2026-03-10T09:00:00Z");
    const fresh = await cookieOf("bo");
    expect((await post("/log-ud", {}, { cookie: fresh })).status).toBe(302);
    expect((await visit("/leder/eg", { headers: { cookie: fresh } })).status).toBe(302);
  });

  it.each(["/log-ind", "/log-ud", "/admin", "/svar/00000000000000000000000000"])(
    "cannot be made to post to %s by another site",
    async (path) => {
      const cookie = await cookieOf("anne");
      const fields = { round: "forar", do: "close" };
      expect((await post(path, fields, { cookie, origin: "https://elsewhere.example" })).status).toBe(403);
      expect((await post(path, fields, { cookie, "sec-fetch-site": "cross-site" })).status).toBe(403);
      expect((await site.application.stores.rounds.find("forar"))?.state).toBe("open");
    },
  );

  it("are told by the form what stands in the way of a step", async () => {
    const cookie = await cookieOf("anne");
    expect((await post("/admin", { round: "forar", do: "seal" }, { cookie })).status).toBe(409);
    expect((await post("/admin", { round: "forar", do: "explode" }, { cookie })).status).toBe(400);
    expect((await post("/admin", { round: "nowhere", do: "close" }, { cookie })).status).toBe(404);
    await site.application.services.rounds.close(OPERATOR, "forar");
    const early = await post("/admin", { round: "forar", do: "seal" }, { cookie });
    expect(early.status).toBe(409);
    expect(await early.text()).toContain("Sæt kryds ved");
  });
});

it("says that data are away with 503 and when to come back, and is ready again afterwards", async () => {
  const store = await openGatedStore();
  const gated = await startSite({ mongodbUrl: store.url });
  await store.shut();
  for (const path of ["/", "/readyz", "/svar/g/mnpqrstvwx", `/svar/${"0".repeat(26)}`]) {
    const response = await fetch(gated.url + path);
    expect(response.status, path).toBe(503);
    expect(Number(response.headers.get("retry-after")), path).toBeGreaterThan(0);
    await response.text();
  }
  expect((await fetch(`${gated.url}/healthz`)).status).toBe(200);
  await store.open();
  expect((await fetch(`${gated.url}/readyz`)).status).toBe(200);
  await gated.close();
  await store.close();
});
