/** The new school year over HTTP: a proposal, changed by hand, done once for everybody; and old results keep their names. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { shownHtml } from "../support/shown-html";
import { cookieOf, postForm } from "../support/sign-in";
import type { Site } from "../support/site";
import { startSite } from "../support/site";

const PAGE = "/admin/institutioner/skoleaar";
let site: Site;
beforeAll(async () => {
  site = await startSite({ at: "2026-06-10T09:00:00Z" });
  const group = { institutionId: "eg", band: "6-9", childCount: 20 } as const;
  await site.application.stores.organisation.insertGroups([
    { ...group, id: "eg-3b", name: "3.b", code: "3333333333" },
    { ...group, id: "eg-9c", name: "9. C", band: "13-18", code: "9999999999" },
    { ...group, id: "eg-9d", name: "9. D", band: "13-18", code: "8888888888" },
  ]);
});
afterAll(() => site.close());

const cookie = async (name = "anne") => cookieOf(site.url, name);
const pageOf = async (path: string) =>
  shownHtml(await (await fetch(site.url + path, { headers: { cookie: await cookie() } })).text());
const press = async (fields: Record<string, string>, name = "anne") =>
  postForm(site.url + PAGE, { do: "begin", year: "2026", sure: "yes", ...fields }, await cookie(name));
const groups = async () =>
  (await site.application.stores.organisation.listGroupsOf(["eg", "birk"]))
    .map(({ name, band, closedOn = "open" }) => `${name} ${band} ${closedOn}`)
    .sort();

it("shows its proposal before it begins, of which everything may be changed by hand", async () => {
  // Whoever came to the page for the first time in this school year says that it has begun.
  expect((await press({ do: "skip", year: "2025" })).status).toBe(303);
  const page = await pageOf(PAGE);
  expect(page).toContain("Nyt skoleår 2026/27");
  expect(page).toContain("2 grupper rykker op, 2 grupper slutter, 2 grupper er, som de er");
  expect(page).not.toContain("Ryk grupperne op");
  const own = await pageOf(`${PAGE}/eg`);
  for (const value of ["2. A", "4.b"]) expect(own).toContain(`value="${value}"`);
  const body = new URLSearchParams();
  for (const [group, name, band] of [
    ["eg-3b", "4.x", "10-12"],
    ["eg-9d", "10. D", "13-18"],
  ] as const)
    for (const [field, value] of Object.entries({ group, version: "1", name, band })) body.append(field, value);
  const send = async () =>
    fetch(`${site.url}${PAGE}/eg`, { method: "POST", body, headers: { cookie: await cookie() }, redirect: "manual" });
  expect((await send()).status).toBe(303);
  expect((await send()).status).toBe(409);
  expect(await pageOf(`${PAGE}/eg`)).toContain('value="4.x"');
});

it("is begun by an administrator, from 1 August, after it was looked through, once", async () => {
  const before = await groups();
  expect((await press({}, "bo")).status).toBe(404);
  expect((await press({ sure: "" })).status).toBe(422);
  expect((await press({})).status).toBe(409);
  site.clock.set("2026-07-31T22:30:00Z");
  expect(await groups()).toEqual(before);
  const pressed = await Promise.all([press({}), press({}), press({})]);
  expect(pressed.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
  expect(await groups()).toEqual([
    "10. D 13-18 open",
    "2. A 6-9 open",
    "4.x 10-12 open",
    "9. C 13-18 2026-07-31",
    "Rød stue 3-5 open",
    "SFO 3-5 open",
  ]);
  expect((await press({})).status).toBe(409);
  expect(await pageOf(PAGE)).toContain("Nyt skoleår 2027/28");
  expect(await site.database.main.collection("groups").countDocuments({ pending: { $exists: true } })).toBe(0);
});
