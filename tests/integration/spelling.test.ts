/** Links as people, mail programs and readers of QR codes spell them, through the server: one address, nothing lost, never a fault. */
import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";

const CODE = "0123456789";
let site: Site;
let card = "";
let own = { pictures: "", letters: "" };
beforeAll(async () => {
  site = await startSite();
  const [key] = await issueKeys(site.application, "eg-1a", 1);
  if (!key) throw new Error("No key.");
  card = key.secret;
  own = { pictures: key.pictures ?? "", letters: key.letters };
});
afterAll(() => site.close());

const visit = (path: string, init: RequestInit = {}) => fetch(site.url + path, { redirect: "manual", ...init });
const post = (path: string, fields: Record<string, string>) =>
  visit(path, { method: "POST", body: new URLSearchParams(fields) });

/** A request with a path as it is written here; `fetch` would tidy it. */
function ask(method: string, path: string): Promise<IncomingMessage> {
  const { hostname, port } = new URL(site.url);
  const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": 0 };
  return new Promise((resolve, reject) => {
    request({ hostname, port, method, path, headers }, (response) => resolve(response.resume()))
      .on("error", reject)
      .end();
  });
}

/** With every 0 and 1 as a letter that looks the same. */
const misread = (key: string) => key.replaceAll("0", "O").replaceAll("1", "l");

describe("a link", () => {
  const pathOf = {
    card: () => `/svar/${card}`,
    pictures: () => `/svar/g/${CODE}/${own.pictures}`,
    letters: () => `/svar/g/${CODE}/${own.letters}`,
  };
  it.each([
    ["in capitals", () => pathOf.card().toUpperCase(), pathOf.card],
    ["with letters for digits", () => `/svar/${misread(card)}`, pathOf.card],
    ["before a full stop", () => `${pathOf.card()}.`, pathOf.card],
    ["in brackets", () => `${pathOf.card()})`, pathOf.card],
    ["with what cannot be seen", () => `${pathOf.card()}%E2%80%8B%C2%A0`, pathOf.card],
    ["with more slashes", () => `//svar//${card}/`, pathOf.card],
    ["escaped", () => `/%73var/%20${card}%20`, pathOf.card],
    ["with half a sign", () => `${pathOf.card()}%`, pathOf.card],
    ["of pictures", () => `/SVAR/G/OI23456789/${own.pictures.toUpperCase()}.`, pathOf.pictures],
    ["of letters", () => `/svar/g/${CODE}/${own.letters.toLowerCase().split("").join("-")},`, pathOf.letters],
    ["of a group", () => `/Svar/g/oi23456789/`, () => `/svar/g/${CODE}`],
    ["of the door", () => "/SVAR", () => "/svar"],
    ["of adults", () => "/Log-Ind/", () => "/log-ind"],
  ])("%s leads to its one address, in its language, and is kept nowhere", async (_how, odd, canonical) => {
    for (const method of ["GET", "HEAD"]) {
      const first = await visit(`${odd()}?lang=en`, { method });
      expect(first.status).toBe(301);
      expect(first.headers.get("location")).toBe(`${canonical()}?lang=en`);
      expect(first.headers.get("cache-control")).toBe("no-store");
      expect(first.headers.get("x-content-type-options")).toBe("nosniff");
    }
    const page = await fetch(`${site.url}${odd()}?lang=en`);
    expect([page.status, page.url]).toEqual([200, `${site.url}${canonical()}?lang=en`]);
    expect(await page.text()).toContain('<html lang="en"');
  });

  it("that can be read as no key gets the page that says so", async () => {
    for (const path of [
      "what-is-this",
      `${card}0`,
      `${card}/x`,
      `g/${CODE}/fox`,
      `g/${CODE}/fox.fox.fox/x`,
      "g",
      "%ff",
    ]) {
      const page = await fetch(`${site.url}/SVAR/${path}`);
      expect(page.status, path).toBe(400);
      expect(await page.text(), path).toContain("Vi kan ikke læse dit kort");
    }
  });

  const parts = fc.constantFrom(
    ..."svar SVAR s%76ar Svar. g G leder Leder/x ADMIN oplaesning galleri/FIL log-ind LOG-UD api responses x".split(
      " ",
    ),
    ..."/ // \\ %2f %5C .. . %2e%2e % %ff %00 %C2%A0 %E2%80%8B ; : ) = & @ [ | .data ?_routes=x %EF%BD%93".split(" "),
    CODE,
    "0123456789abcdefghjkmnpqrs",
  );

  it("is never a fault of ours, and never leads elsewhere, whatever it looks like", async () => {
    const path = fc.array(parts, { minLength: 1, maxLength: 7 }).map((list) => `/${list.join("")}`);
    await fc.assert(
      fc.asyncProperty(path, fc.constantFrom("GET", "HEAD", "POST"), async (any, method) => {
        const { statusCode = 0, headers } = await ask(method, any);
        expect(statusCode).toBeLessThan(500);
        expect(headers.location ?? "/").toMatch(/^\/(?![/\\])/);
      }),
      {
        numRuns: 150,
        examples: [
          ["/%5C", "GET"],
          ["/%2F%5B", "GET"],
          ["//[", "GET"],
          ["/SVAR", "POST"],
        ],
      },
    );
  });
});

it("typed at the door a code is read however it is written, as a whole link too", async () => {
  const typed = async (path: string, fields: Record<string, string>) =>
    (await visit(`${path}?${new URLSearchParams(fields).toString()}`)).headers.get("location");
  const inFours = (card.toUpperCase().match(/.{1,4}/g) ?? []).join(" - ");
  for (const kode of [inFours, misread(card), `  <https://lyt.example.dk/svar/${card}?x=y>.`, `lyt.dk/SVAR/${card}»`])
    expect(await typed("/svar", { kode }), kode).toBe(`/svar/${card}`);
  expect(await typed("/svar", { kode: `https://lyt.dk/svar/${card}?lang=ar` })).toBe(`/svar/${card}?lang=ar`);
  expect(await typed("/svar", { kode: `https://lyt.dk/svar/${card}?lang=ar`, lang: "pl" })).toBe(
    `/svar/${card}?lang=pl`,
  );
  expect(await typed("/svar", { kode: `${CODE}/${own.letters.toLowerCase()}` })).toBe(`/svar/g/${CODE}/${own.letters}`);
  expect(await typed("/svar", { kode: "Oi234 56789" })).toBe(`/svar/g/${CODE}`);
  const apart = own.letters.toLowerCase().split("").join(". ");
  for (const letters of [apart, ` ${own.letters}\u200b!`, `https://lyt.dk/svar/g/${CODE}/${own.letters})`])
    expect(await typed(`/svar/g/${CODE}`, { letters }), letters).toBe(`/svar/g/${CODE}/${own.letters}`);
  expect((await visit("/svar?kode=hvad")).status).toBe(400);
});

describe("an answer", () => {
  it("sent with its key spelled another way is the same answer, and its key is used however it is spelled", async () => {
    const [key] = await issueKeys(site.application, "eg-1a", 1);
    const secret = key?.secret ?? "";
    const id = freshId();
    const receipts: unknown[] = [];
    for (const spelled of [secret.toUpperCase(), `https://lyt.dk/svar/${misread(secret)}.`, secret]) {
      const response = await put(site.url, id, aSubmission(site.application, spelled));
      expect(response.status, spelled).toBe(200);
      receipts.push(await response.json());
    }
    expect(receipts[1]).toEqual(receipts[0]);
    expect(receipts[2]).toEqual(receipts[0]);
    for (const spelled of [secret, `${secret}.`, misread(secret).toUpperCase()]) {
      expect((await put(site.url, freshId(), aSubmission(site.application, spelled))).status).toBe(409);
      expect((await fetch(`${site.url}/svar/${spelled}`)).status).toBe(409);
    }
  });

  it("posted without scripts to another spelling goes on where it was, under the key's own spelling", async () => {
    const path = `/SVAR/${card.toUpperCase()}).`;
    const first = await post(path, { do: "join" });
    expect(first.status).toBe(200);
    const page = await first.text();
    expect(page).toContain("Spørgsmål 1 af 8");
    expect(page).toContain(`"${card}\\"`);
    expect(page).not.toContain(card.toUpperCase());
    const walk = (/name="walk" value="([^"]*)"/.exec(page)?.[1] ?? "").replaceAll("&quot;", '"');
    const asked = /name="(asked\.[\w-]+)"/.exec(page)?.[1] ?? "";
    const declining = /name="do" value="(decline:[\w-]+)"/.exec(page)?.[1] ?? "";
    const next = await post(path, { walk, [asked]: "", do: declining });
    expect(await next.text()).toContain("Spørgsmål 2 af 8");
  });
});
