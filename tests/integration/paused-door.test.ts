/** The pages around guessing: a door whose pictures are paused, a page that was open, the administrator, signing in. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { PASSWORD } from "../support/small-municipality";
import { issueKeys } from "../support/submissions";
import { shownHtml } from "../support/shown-html";

let site: Site;
beforeEach(async () => {
  site = await startSite();
});
afterEach(() => site.close());

const DOOR = "/svar/g/0123456789";
const visit = (path: string, init: RequestInit = {}) => fetch(site.url + path, { redirect: "manual", ...init });
const post = (path: string, fields: Record<string, string>, cookie = "") =>
  visit(path, { method: "POST", body: new URLSearchParams(fields), headers: { cookie } });

async function pausePictures(): Promise<Response> {
  for (let number = 0; number < 24; number += 1) await visit(`${DOOR}/fox.fox.fox`);
  return visit(`${DOOR}/fox.fox.fox`);
}

async function signIn(name: string, cookie = ""): Promise<string> {
  const response = await post("/log-ind", { name, password: PASSWORD }, cookie);
  expect(response.status).toBe(302);
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

/** A hidden field of a page. */
function fieldOf(page: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
  return value.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

async function aPicturePath(): Promise<string> {
  const [key] = await issueKeys(site.application, "eg-1a", 1);
  return `${DOOR}/${key?.pictures}`;
}

it("pictures that are paused are told at the door, which asks for letters instead", async () => {
  const refused = await pausePictures();
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "120"]);
  const page = await refused.text();
  expect(page).toContain("Billederne holder pause");
  expect(page).toMatch(new RegExp(`href="${DOOR}"[^>]*>Skriv bogstaver`));
  const door = await visit(DOOR);
  expect(door.status).toBe(200);
  const text = await door.text();
  expect(text).toContain("Billederne holder pause");
  expect(text).toContain('name="letters"');
  expect(text).not.toContain("key-thing");
});

it("a page without scripts that was open before is walked to its end and sent", async () => {
  const path = await aPicturePath();
  let page = await (await visit(path)).text();
  await pausePictures();
  expect((await visit(path)).status).toBe(429);
  const fields = () => ({ walk: fieldOf(page, "walk"), opened: fieldOf(page, "opened") });
  page = await (await post(path, { ...fields(), do: "join" })).text();
  const [, item, value = ""] = /name="choice\.([\w-]+)"[^>]*? value="([\w-]+)"/.exec(page) ?? [];
  const answer: Record<string, string> = { [`choice.${item}`]: value };
  for (let step = 0; !page.includes('value="send"') && step < 20; step += 1) {
    const declining = /name="do" value="(decline:[\w-]+)"/.exec(page)?.[1] ?? "next";
    page = await (
      await post(path, { ...fields(), ...(step === 0 ? { ...answer, do: "next" } : { do: declining }) })
    ).text();
  }
  const sent = await post(path, { ...fields(), do: "send", helper: "none" });
  expect(sent.status).toBe(200);
  expect(await sent.text()).toMatch(/Kvittering: (?:<!-- -->)?[A-Z]{6}/);
});

it("an administrator sees the paused door and opens it again; a leader can do neither", async () => {
  const path = await aPicturePath();
  const [anne, bo] = [await signIn("anne"), await signIn("bo")];
  const admin = async () => shownHtml(await (await visit("/admin", { headers: { cookie: anne } })).text());
  expect(await admin()).not.toContain("Døre, der holder pause");
  await pausePictures();
  expect(await admin()).toContain("Billeder virker igen kl. 10.02. Bogstaver virker nu.");
  expect((await post("/admin/doere", { group: "eg-1a" }, bo)).status).toBe(404);
  expect((await post("/admin/doere", { group: "eg-1a" })).status).toBe(302);
  expect((await visit(path)).status).toBe(429);
  const done = await post("/admin/doere", { group: "eg-1a" }, anne);
  expect([done.status, done.headers.get("location")]).toEqual([302, "/admin?done=door"]);
  expect((await visit(path)).status).toBe(200);
});

it("signing in too often says when to come back, in the header and in words", async () => {
  for (let number = 0; number < 10; number += 1) await post("/log-ind", { name: "bo", password: "wrong" });
  const refused = await post("/log-ind", { name: "bo", password: PASSWORD });
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "900"]);
  expect(await refused.text()).toContain("Vent 15 minutter");
});

it("signing in again ends the session the browser had", async () => {
  const first = await signIn("bo");
  const second = await signIn("carla", first);
  expect((await visit("/leder/eg", { headers: { cookie: first } })).status).toBe(302);
  expect((await visit("/leder/birk", { headers: { cookie: second } })).status).toBe(200);
});

it("a wrong password says so to somebody who is signed in already", async () => {
  const cookie = await signIn("anne");
  for (const fields of [{ name: "bo", password: "wrong" }, {}] as Record<string, string>[]) {
    const refused = await post("/log-ind", fields, cookie);
    expect(refused.status).toBe(fields["name"] ? 401 : 400);
    expect(await refused.text()).toContain('role="alert"');
  }
  expect((await visit("/log-ind", { headers: { cookie } })).status).toBe(302);
});
