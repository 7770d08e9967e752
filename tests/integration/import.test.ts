/** The door of the import over HTTP: whose it is, what it refuses, two at once, an edit meanwhile, and one that was left. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { cookieOf, postForm } from "../support/sign-in";
import { SECOND_ROWS } from "../support/made-import";
import type { Site } from "../support/site";
import { startSite } from "../support/site";

let site: Site;
let anne: string;
let other: string;
beforeAll(async () => {
  site = await startSite();
  await site.application.services.accounts.addUser({
    name: "olga",
    displayName: "Olga",
    role: "administrator",
    institutionIds: [],
    password: "correct-horse-battery",
  });
  anne = await cookieOf(site.url, "anne");
  other = await cookieOf(site.url, "olga");
});
afterAll(() => site.close());

let made = 0;
let id: string;
beforeEach(() => {
  made += 1;
  id = made.toString(16).padStart(32, "f");
});

const send = (body: string, cookie: string, headers: Record<string, string> = {}) =>
  fetch(`${site.url}/admin/institutioner/import/trin`, {
    method: "POST",
    body,
    headers: { cookie, "Content-Type": "application/json", ...headers },
    redirect: "manual",
  });
async function step(given: object, cookie = anne) {
  const response = await send(JSON.stringify({ id, ...given }), cookie);
  return {
    status: response.status,
    ...((await response.json()) as { code?: string; done?: number; of?: number; report?: { writes: number } }),
  };
}
const rows = () => [
  { row: 2, cells: { name: `Skole ${made}`, area: "Nord", kinds: "skole", group: "1. A", childCount: "20" } },
];
async function begin(cookie = anne) {
  expect(await step({ do: "begin" }, cookie)).toEqual({ status: 200 });
  expect(await step({ do: "part", number: 0, rows: rows() }, cookie)).toEqual({ status: 200 });
  return step({ do: "plan", parts: 1 }, cookie);
}
async function goOn(cookie = anne) {
  expect(await step({ do: "stage" }, cookie)).toMatchObject({ status: 200, done: 2, of: 2 });
  return step({ do: "switch" }, cookie);
}
const isThere = async () =>
  (await site.application.stores.organisation.listInstitutions()).some(({ name }) => name === `Skole ${made}`);
const edit = () => postForm(`${site.url}/admin/institutioner`, { do: "area", name: `Område ${made}`, id }, other);

it("is an administrator's, of this site, and takes JSON of its shape alone", async () => {
  const body = JSON.stringify({ do: "begin", id });
  expect((await send(body, "")).status).toBe(404);
  expect((await send(body, await cookieOf(site.url, "bo"))).status).toBe(404);
  expect((await send(body, anne, { origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await send(body, anne, { "Content-Type": "text/plain" })).status).toBe(415);
  for (const wrong of [
    "{",
    "[]",
    "{}",
    JSON.stringify({ do: "begin", id: "x" }),
    JSON.stringify({ do: "begin", id, more: 1 }),
  ])
    expect([(await send(wrong, anne)).status, wrong]).toEqual([400, wrong]);
  const cpr = { do: "part", id, number: 0, rows: [{ row: 1, cells: { cpr: "1504154123" } }] };
  expect((await send(JSON.stringify(cpr), anne)).status).toBe(400);
  expect((await send(JSON.stringify({ ...cpr, rows: "x".repeat(300_000) }), anne)).status).toBe(413);
  expect((await fetch(`${site.url}/admin/institutioner/import/trin`, { headers: { cookie: anne } })).status).toBe(404);
  expect(
    (await fetch(`${site.url}/admin/institutioner/import`, { headers: { cookie: await cookieOf(site.url, "bo") } }))
      .status,
  ).toBe(404);
});

it("counts from the switch on, not before; each step can be asked for again", async () => {
  expect((await begin()).report).toMatchObject({ writes: 2 });
  expect((await step({ do: "begin" })).status).toBe(200);
  expect(await step({ do: "stage" })).toMatchObject({ done: 2, of: 2 });
  expect(await isThere()).toBe(false);
  expect((await goOn()).status).toBe(200);
  expect(await isThere()).toBe(true);
  expect((await step({ do: "switch" })).status).toBe(200);
  while (((await step({ do: "fold" })).done ?? 0) > 0);
  expect(await isThere()).toBe(true);
  const { main } = site.database;
  expect(await main.collection("institutions").countDocuments({ pending: { $exists: true } })).toBe(0);
  expect(await main.collection("importParts").countDocuments()).toBe(0);
});

it("misses no part, and does nothing that was not planned", async () => {
  expect((await step({ do: "stage" })).code).toBe("organisation.lost");
  expect((await step({ do: "begin" })).status).toBe(200);
  expect((await step({ do: "plan", parts: 1 })).code).toBe("request.malformed");
  await step({ do: "part", number: 0, rows: rows() });
  expect((await step({ do: "switch" })).status).toBe(409);
  expect((await step({ do: "leave" })).status).toBe(200);
});

it("is refused when something was edited by hand meanwhile, and goes through when it was looked at again", async () => {
  await begin();
  expect((await edit()).status).toBe(303);
  expect(await goOn()).toMatchObject({ status: 409, code: "organisation.changed" });
  expect(await isThere()).toBe(false);
  expect((await step({ do: "plan", parts: 1 })).status).toBe(200);
  expect((await goOn()).status).toBe(200);
  expect(await isThere()).toBe(true);
});

it("is one at a time; who begins again leaves what they had begun", async () => {
  await begin();
  const first = id;
  id = `${"d".repeat(31)}1`;
  expect((await step({ do: "begin" }, other)).code).toBe("organisation.busy");
  const page = await (await fetch(`${site.url}/admin/institutioner`, { headers: { cookie: other } })).text();
  expect(page).toContain("Anne er ved at gøre en import klar.");
  expect((await step({ do: "begin" })).status).toBe(200);
  const mine = id;
  id = first;
  expect((await step({ do: "stage" })).code).toBe("organisation.lost");
  await step({ do: "leave", id: mine });
});

it("that was left is swept by the tick, or thrown away by whoever comes", async () => {
  await begin();
  await step({ do: "stage" });
  const start = site.clock.now();
  site.clock.set(new Date(start.getTime() + 16 * 60_000));
  const left = async () => site.database.main.collection("institutions").countDocuments({ pending: { $exists: true } });
  expect(await left()).toBe(1);
  await site.application.services.organisation.tick();
  expect(await left()).toBe(0);
  // Who looks after people signs in again after a quarter of an hour.
  anne = await cookieOf(site.url, "anne");
  other = await cookieOf(site.url, "olga");
  expect((await goOn().catch(() => step({ do: "switch" }))).code).toBe("organisation.lost");
  await begin();
  expect((await postForm(`${site.url}/admin/institutioner`, { do: "drop", id }, other)).status).toBe(303);
  expect((await step({ do: "stage" })).code).toBe("organisation.lost");
  expect(await isThere()).toBe(false);
  site.clock.set(start);
  anne = await cookieOf(site.url, "anne");
  other = await cookieOf(site.url, "olga");
});

it("of many rows is folded some at a time, and what was changed by hand before the end is folded first", async () => {
  await step({ do: "begin" });
  await step({
    do: "part",
    number: 0,
    rows: SECOND_ROWS.map(({ row, cells }) => ({
      row,
      cells: { ...cells, name: `${cells.name} ${made}`, number: undefined },
    })),
  });
  const { report } = await step({ do: "plan", parts: 1 });
  expect(report?.writes).toBeGreaterThan(1300);
  const progress = [];
  for (let isWhole = false; !isWhole; ) {
    const { done = 0, of = 0 } = await step({ do: "stage" });
    progress.push(done);
    isWhole = done >= of;
  }
  expect(progress.at(-1)).toBe(report?.writes);
  expect((await step({ do: "switch" })).status).toBe(200);
  expect((await edit()).status).toBe(303);
  expect(await site.database.main.collection("groups").countDocuments({ pending: { $exists: true } })).toBe(0);
});
