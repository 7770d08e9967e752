/** Institutions and groups over HTTP: whose pages they are, what forms keep, two who write at once, closing and merging. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { aNewRound } from "../support/a-new-round";
import { operationsOf } from "../support/count-operations";
import { shownHtml } from "../support/shown-html";
import { cookieOf, postForm } from "../support/sign-in";
import type { Site } from "../support/site";
import { startSite } from "../support/site";

let site: Site;
let anne: string;
beforeAll(async () => {
  site = await startSite();
  anne = await cookieOf(site.url, "anne");
});
afterAll(() => site.close());

const LIST = "/admin/institutioner";
const get = (path: string, cookie = anne) => fetch(site.url + path, { headers: { cookie }, redirect: "manual" });
const pageOf = async (path: string) => shownHtml(await (await get(path)).text());
const post = (path: string, fields: Record<string, string>, cookie = anne) => postForm(site.url + path, fields, cookie);
const store = () => site.application.stores.organisation;
const institution = async (id: string) => (await store().listInstitutions([id]))[0];
const groupsOf = (id: string) => store().listGroupsOf([id]);

let made = 0;
const newId = () => (made += 1).toString(16).padStart(32, "c");
const FIELDS = { name: "Ny Skole", kinds: "skole", areaId: "nord", number: "123456" };
const GROUP = { do: "addGroup", name: "2. A", band: "6-9", childCount: "21" };

async function addInstitution(fields: Record<string, string> = {}): Promise<string> {
  const id = newId();
  const response = await post(`${LIST}/ny`, { ...FIELDS, number: "", id, ...fields });
  expect(response.status).toBe(303);
  return id;
}
async function addGroup(at: string, fields: Record<string, string> = {}): Promise<string> {
  const id = newId();
  expect((await post(`${LIST}/${at}`, { ...GROUP, id, ...fields })).status).toBe(303);
  return id;
}

describe("pages of the organisation", () => {
  it.each([
    ["nobody", "", 302],
    ["a leader", "bo", 404],
    ["an administrator", "anne", 200],
  ])("are read by %s: %s → %i", async (_, name, status) => {
    const cookie = name && (await cookieOf(site.url, name));
    for (const path of [LIST, `${LIST}/ny`, `${LIST}/eg`])
      expect([path, (await get(path, cookie)).status]).toEqual([path, status]);
    const before = (await groupsOf("eg")).length;
    if (name === "bo") {
      expect((await post(`${LIST}/eg`, { ...GROUP, id: newId() }, cookie)).status).toBe(404);
      expect((await post(`${LIST}/ny`, { ...FIELDS, id: newId() }, cookie)).status).toBe(404);
      expect((await post(LIST, { do: "area", name: "Vest", id: newId() }, cookie)).status).toBe(404);
    }
    expect((await groupsOf("eg")).length).toBe(before);
    expect((await get(`${LIST}/nowhere`, cookie)).status).toBe(name === "" ? 302 : 404);
  });

  it("ask the database four things", async () => {
    const own = (asked: string[]) => asked.filter((one) => !/^(sessions|users)\./.test(one));
    for (const path of [LIST, `${LIST}/eg`]) {
      const asked = own(await operationsOf(site.database, () => get(path)));
      expect(asked.length, asked.join()).toBeLessThanOrEqual(4);
    }
  });

  it("find an institution by name or number, as Danish sorts", async () => {
    await addInstitution({ name: "Åen", number: "700001" });
    await addInstitution({ name: "Zoo" });
    const all = await pageOf(LIST);
    expect(all.indexOf("Zoo")).toBeLessThan(all.indexOf("Åen"));
    expect(await pageOf(`${LIST}?q=7000`)).not.toContain("Zoo");
    expect(await pageOf(`${LIST}?q=å`)).toContain("Åen");
    expect(await pageOf(`${LIST}?q=ingenting`)).toContain("Ingen institution passer");
  });

  it("add an area once", async () => {
    for (const name of ["Vest", " vest "])
      expect((await post(LIST, { do: "area", name, id: newId() })).status).toBe(303);
    const areas = (await pageOf(LIST)).match(/Vest/gi) ?? [];
    expect(areas).toHaveLength(1);
  });
});

describe("an institution", () => {
  it("may be several kinds in one house, and is made once however often its form is sent", async () => {
    const id = newId();
    const body = new URLSearchParams({ ...FIELDS, id, number: "111111", controller: "selvejende" });
    body.append("kinds", "sfo");
    for (let time = 0; time < 2; time += 1) {
      const response = await fetch(`${site.url}${LIST}/ny`, {
        method: "POST",
        body,
        headers: { cookie: anne },
        redirect: "manual",
      });
      expect(response.status).toBe(303);
    }
    expect(await institution(id)).toMatchObject({
      kinds: ["skole", "sfo"],
      controller: "selvejende",
      number: "111111",
    });
    expect(await pageOf(`${LIST}/${id}`)).toContain("Skole · SFO");
  });

  it.each([
    ["a name", { name: " " }, "Skriv et navn"],
    ["a kind", { kinds: "hus" }, "Sæt mindst ét kryds"],
    ["an area that is there", { areaId: "syd" }, "Vælg et område"],
    ["six digits", { number: "12345" }, "seks cifre"],
    ["ten digits", { pNumber: "12345" }, "ti cifre"],
  ])("that lacks %s is shown again as it was typed", async (_, given, sentence) => {
    const response = await post(`${LIST}/ny`, { ...FIELDS, number: "", ownCode: "behold mig", id: newId(), ...given });
    const html = shownHtml(await response.text());
    expect([response.status, html.includes(sentence), html.includes("behold mig")]).toEqual([422, true, true]);
  });

  it("has its number to itself", async () => {
    await addInstitution({ number: "222222" });
    const response = await post(`${LIST}/ny`, { ...FIELDS, number: "222222", id: newId() });
    expect([response.status, shownHtml(await response.text()).includes("En anden institution har allerede")]).toEqual([
      409,
      true,
    ]);
  });

  it("is changed by who has read the last version; the other is told", async () => {
    const id = await addInstitution();
    const change = { ...FIELDS, number: "", do: "change", version: "1" };
    expect((await post(`${LIST}/${id}`, { ...change, name: "Den ene" })).status).toBe(303);
    const second = await post(`${LIST}/${id}`, { ...change, name: "Den anden" });
    expect([second.status, shownHtml(await second.text()).includes("En anden har ændret det")]).toEqual([409, true]);
    expect(await institution(id)).toMatchObject({ name: "Den ene", version: 2 });
  });
});

describe("a group", () => {
  it("is added, changed and closed; its link stays", async () => {
    const id = await addInstitution();
    const group = await addGroup(id);
    const [added] = await groupsOf(id);
    const changed = {
      ...GROUP,
      do: "changeGroup",
      group,
      version: "1",
      band: "10-12",
      childCount: "6",
      isSpecialClass: "yes",
    };
    expect((await post(`${LIST}/${id}`, changed)).status).toBe(303);
    expect((await groupsOf(id))[0]).toMatchObject({
      band: "10-12",
      childCount: 6,
      isSpecialClass: true,
      code: added?.code,
    });
    expect(await pageOf(`${LIST}/${id}`)).toContain("Sig det til børnene, før I spørger.");
    expect((await post(`${LIST}/${id}`, changed)).status).toBe(409);
    expect((await post(`${LIST}/${id}`, { do: "closeGroup", group, version: "2" })).status).toBe(303);
    expect((await groupsOf(id))[0]).toMatchObject({ closedOn: "2026-03-10" });
  });

  it.each([["0"], ["61"], ["-3"], ["mange"], ["2.5"]])("of %s children is refused", async (childCount) => {
    const response = await post(`${LIST}/eg`, { ...GROUP, id: newId(), childCount });
    expect([response.status, shownHtml(await response.text()).includes("fra 1 til 60")]).toEqual([422, true]);
  });

  it("of childminders is told that it is read with the others'", async () => {
    const id = await addInstitution({ kinds: "dagpleje" });
    await addGroup(id, { band: "0-2", childCount: "4" });
    expect(await pageOf(`${LIST}/${id}`)).toContain("aldrig for en enkelt dagplejer");
  });
});

describe("an institution ends", () => {
  it("closes with its groups, and can no longer be asked in new rounds", async () => {
    const id = await addInstitution();
    const group = await addGroup(id);
    expect((await post(`${LIST}/${id}`, { do: "close", version: "1" })).status).toBe(422);
    expect((await post(`${LIST}/${id}`, { do: "close", version: "1", sure: "yes" })).status).toBe(303);
    expect(await institution(id)).toMatchObject({ closedOn: "2026-03-10", version: 2 });
    expect((await groupsOf(id))[0]).toMatchObject({ id: group, closedOn: "2026-03-10", version: 2 });
    expect((await post(`${LIST}/${id}`, { ...GROUP, id: newId() })).status).toBe(409);
    const asked = site.application.services.rounds.create(OPERATOR, aNewRound({ groupIds: [group] }));
    await expect(asked).rejects.toMatchObject({ code: "round.unfit" });
    expect(await pageOf(`${LIST}/${id}`)).toMatch(/Lukket 10\.\smarts/);
  });

  it("merges: its groups are made in the other, once, and its own end", async () => {
    const [from, into] = [await addInstitution({ name: "Lille Skole" }), await addInstitution({ name: "Stor Skole" })];
    await addGroup(from);
    await addGroup(from, { name: "2. B" });
    await addGroup(into);
    const fields = { do: "merge", version: "1", sure: "yes", into };
    expect((await post(`${LIST}/${from}`, { ...fields, into: "" })).status).toBe(422);
    expect((await post(`${LIST}/${from}`, fields)).status).toBe(303);
    expect((await post(`${LIST}/${from}`, fields)).status).toBe(409);
    expect((await groupsOf(into)).map(({ name }) => name).sort()).toEqual(["2. A", "2. A (Lille Skole)", "2. B"]);
    expect((await groupsOf(from)).every(({ closedOn }) => closedOn !== undefined)).toBe(true);
    expect(await pageOf(`${LIST}/${from}`)).toContain("Lagt sammen med Stor Skole");
    expect(await pageOf(LIST)).toContain("Lagt sammen med Stor Skole");
  });
});
