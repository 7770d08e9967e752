/** Adults who come and go: invited by mail or letter, changed, shut out, handed over and removed; and never nobody in charge. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor, Role } from "../../server/accounts/contract";
import type { Invitation } from "../../server/accounts/forms";
import { actAs } from "../support/act-as";
import { settleEditors } from "../support/editors";
import { shownHtml } from "../support/shown-html";
import { cookieOf, postForm } from "../support/sign-in";
import { aRound, PASSWORD } from "../support/small-municipality";
import { startSite } from "../support/site";
import type { Site } from "../support/site";

let site: Site;
let anne: Actor;
beforeAll(async () => {
  site = await startSite();
  anne = await actAs(site.application, "anne");
});
afterAll(() => site.close());
afterEach(() => site.database.main.collection("mails").deleteMany({}));

const people = () => site.application.services.people;
const accounts = () => site.application.services.accounts;
const SENDING = { locale: "da", origin: "https://lyt.example.dk" } as const;
const ofRole = (role: Role, more: Partial<Invitation> = {}): Invitation => ({
  displayName: "Kim Ny",
  way: "letter",
  role,
  institutionIds: role === "leader" ? ["eg"] : [],
  areaIds: [],
  groupIds: [],
  ...more,
});
const mailed = async () => {
  const [mail] = await site.database.main.collection("mails").find({}).toArray();
  const { url = "" } = (mail?.message as { button?: { url?: string } } | undefined)?.button ?? {};
  return { to: mail?.to as string | undefined, url, code: url.split("#")[1] ?? "" };
};
const byCode = (code: string, password = PASSWORD) => accounts().acceptCode({ code, password, address: "test" });
const idOf = async (name: string) => (await people().listPeople(anne)).find((one) => one.name === name)?.id ?? "";
const signIn = (name: string) => accounts().signIn({ name, password: PASSWORD, address: "test" });

describe("an invitation", () => {
  it("goes by mail with its code behind #, is opened by a scanner without harm, and used once", async () => {
    await people().invite(anne, ofRole("leader", { way: "mail", email: "kim@example.dk" }), SENDING);
    const { to, url, code } = await mailed();
    expect([to, url.split("#")[0]]).toEqual(["kim@example.dk", "https://lyt.example.dk/kode"]);
    await expect(signIn("kim@example.dk")).rejects.toMatchObject({ code: "account.signInFailed" });
    // A scanner opens it, as often as it likes; what is behind # it does not even send.
    for (let count = 0; count < 3; count += 1) expect((await fetch(`${site.url}/kode`)).status).toBe(200);
    const typed = code.toUpperCase().replaceAll("-", " ");
    const used = await postForm(`${site.url}/kode`, { code: typed, password: PASSWORD });
    expect([used.status, used.headers.get("location")]).toEqual([302, "/leder"]);
    expect((await signIn("kim@example.dk")).actor).toMatchObject({ role: "leader", institutionIds: ["eg"] });
    const again = await postForm(`${site.url}/kode`, { code, password: "another-password" });
    expect(again.status).toBe(422);
    expect(await shownHtml(await again.text())).toContain("Koden findes ikke, eller den er brugt.");
    const stored = JSON.stringify(await site.database.main.collection("accountCodes").find({}).toArray());
    expect(stored).not.toContain(code);
  });

  it("is a letter for who has no mail, shown this once, for a month", async () => {
    const letter = await people().invite(anne, ofRole("analyst", { displayName: "Åse Ærlig" }), SENDING);
    expect(letter?.person.name).toBe("aase.aerlig");
    const second = await people().invite(anne, ofRole("analyst", { displayName: "Åse Ærlig" }), SENDING);
    expect(second?.person.name).toBe("aase.aerlig2");
    const begun = site.clock.now();
    site.clock.set(new Date(begun.getTime() + 31 * 86_400_000));
    await expect(byCode(letter?.code ?? "")).rejects.toMatchObject({ code: "account.codeUnknown" });
    site.clock.set(begun);
    expect((await byCode(letter?.code ?? "")).actor).toMatchObject({ role: "analyst" });
  });

  it("sent once more ends the one before", async () => {
    const first = await people().invite(anne, ofRole("editor", { displayName: "To Breve" }), SENDING);
    const id = first?.person.id ?? "";
    const second = await people().renewCode(anne, id, { ...SENDING, way: "letter" });
    await expect(byCode(first?.code ?? "")).rejects.toMatchObject({ code: "account.codeUnknown" });
    expect((await byCode(second?.code ?? "")).actor).toMatchObject({ role: "editor" });
  });

  it.each([
    ["a leader of nothing", ofRole("leader", { institutionIds: [] }), "account.incomplete"],
    ["an area head without an area", ofRole("area-head"), "account.incomplete"],
    ["by mail without an address", ofRole("analyst", { way: "mail" }), "account.incomplete"],
    ["twice to one address", ofRole("analyst", { way: "mail", email: "kim@example.dk" }), "account.nameTaken"],
  ])("for %s is refused", async (_, given, code) => {
    await expect(people().invite(anne, given, SENDING)).rejects.toMatchObject({ code });
  });

  it("is guessed no faster than a card", async () => {
    const guess = () => byCode("aaaaa-aaaaa-aaaaa-aaaaa").catch((error: { code: string }) => error.code);
    const told = new Set<unknown>();
    for (let count = 0; count < 400; count += 1) told.add(await guess());
    expect(told).toEqual(new Set(["account.codeUnknown", "request.tooMany"]));
  });
});

describe("a person who is here", () => {
  it("loses what the role gave at once, while signed in", async () => {
    const bo = await cookieOf(site.url, "bo");
    const seen = () => fetch(`${site.url}/leder/eg`, { headers: { cookie: bo }, redirect: "manual" });
    expect((await seen()).status).toBe(200);
    const id = await idOf("bo");
    await people().changePerson(anne, id, { ...ofRole("leader", { institutionIds: ["birk"] }), displayName: "Bo" });
    expect((await seen()).status).toBe(404);
    await people().suspend(anne, id);
    expect((await seen()).status).toBe(302);
    await expect(signIn("bo")).rejects.toMatchObject({ code: "account.signInFailed" });
    await expect(people().renewCode(anne, id, { ...SENDING, way: "letter" })).rejects.toMatchObject({ status: 422 });
    await people().resume(anne, id);
    expect((await signIn("bo")).actor).toMatchObject({ institutionIds: ["birk"] });
  });

  it("hands over to one of the same role, and is gone", async () => {
    const [bo, carla, dan] = [await idOf("bo"), await idOf("carla"), await idOf("dan")];
    await expect(people().remove(anne, bo, await idOf("anne"))).rejects.toMatchObject({ code: "account.incomplete" });
    await people().changePerson(anne, bo, { ...ofRole("leader", { institutionIds: ["eg"] }), displayName: "Bo" });
    await people().remove(anne, bo, carla);
    await expect(people().getPerson(anne, bo)).rejects.toMatchObject({ code: "account.notFound" });
    expect((await people().getPerson(anne, carla)).institutionIds).toEqual(["birk", "eg"]);
    await people().remove(anne, dan);
  });

  it("who reads is replaced in rounds that still go on", async () => {
    const { karen, otto, rita } = await settleEditors(site.application);
    const { rounds } = site.application.stores;
    const pair = [{ language: "da", editor: karen, deputy: otto }] as const;
    await rounds.insert(aRound({ id: "aaben", editors: pair }));
    await rounds.insert(aRound({ id: "slut", editors: pair, state: "sealed" }));
    await people().remove(anne, karen, rita);
    expect((await rounds.find("aaben"))?.editors).toMatchObject([{ editor: rita, deputy: otto }]);
    expect((await rounds.find("slut"))?.editors).toMatchObject([{ editor: karen, deputy: otto }]);
  });

  it("is one of several administrators, or stays one", async () => {
    const id = await idOf("anne");
    for (const act of [
      () => people().remove(anne, id),
      () => people().suspend(anne, id),
      () => people().changePerson(anne, id, { ...ofRole("analyst"), displayName: "Anne" }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "account.lastAdministrator" });
    expect((await signIn("anne")).actor).toMatchObject({ role: "administrator" });
    const letter = await people().invite(anne, ofRole("administrator", { displayName: "Bodil" }), SENDING);
    // Invited is not in charge yet.
    await expect(people().suspend(anne, id)).rejects.toMatchObject({ code: "account.lastAdministrator" });
    const { actor: bodil } = await byCode(letter?.code ?? "");
    const other = letter?.person.id ?? "";
    // Both at the same moment: one of them, at least, is left.
    await Promise.allSettled([people().suspend(bodil, id), people().suspend(anne, other)]);
    expect(await site.application.stores.accounts.countAdministrators()).toBeGreaterThan(0);
    for (const one of [id, other]) await site.application.stores.accounts.updateUser(one, { state: undefined });
  });
});

describe("one's own account", () => {
  it("changes its password, and every other session ends", async () => {
    const [here, there] = [await cookieOf(site.url, "carla"), await cookieOf(site.url, "carla")];
    const post = (fields: Record<string, string>) => postForm(`${site.url}/konto`, { do: "password", ...fields }, here);
    expect((await post({ current: "wrong", password: "a-new-password" })).status).toBe(422);
    expect((await post({ current: PASSWORD, password: "short" })).status).toBe(422);
    expect((await post({ current: PASSWORD, password: "a-new-password" })).status).toBe(303);
    const sees = async (cookie: string) =>
      (await fetch(`${site.url}/konto`, { headers: { cookie }, redirect: "manual" })).status;
    expect([await sees(here), await sees(there)]).toEqual([200, 302]);
    await expect(signIn("carla")).rejects.toMatchObject({ code: "account.signInFailed" });
  });

  it("ends after a quarter of an hour where one sees people, and half an hour elsewhere", async () => {
    const [administrator, leader] = [await cookieOf(site.url, "anne"), await cookieOf(site.url, "kim@example.dk")];
    const begun = site.clock.now();
    site.clock.set(new Date(begun.getTime() + 16 * 60_000));
    const sees = async (cookie: string) =>
      (await fetch(`${site.url}/konto`, { headers: { cookie }, redirect: "manual" })).status;
    expect([await sees(administrator), await sees(leader)]).toEqual([302, 200]);
    site.clock.set(begun);
    anne = await actAs(site.application, "anne");
  });

  it("is found again by mail, and nobody learns whether there is one", async () => {
    const ask = (name: string) => postForm(`${site.url}/glemt`, { name });
    const [known, unknown] = [await ask("kim@example.dk"), await ask("ingen@example.dk")];
    const bodyOf = async (response: Response) =>
      (await response.text()).replaceAll(/nonce="[^"]*"|nonce-[^"']*|\d{4}-\d\d-\d\dT[\d:.]+Z/g, "");
    expect(await bodyOf(known)).toBe(await bodyOf(unknown));
    const { to, code } = await mailed();
    expect(to).toBe("kim@example.dk");
    expect(await site.database.main.collection("mails").countDocuments()).toBe(1);
    await byCode(code, "yet-another-password");
    const forgetting = Array.from({ length: 30 }, () => ask("kim@example.dk"));
    expect((await Promise.all(forgetting)).map(({ status }) => status)).toContain(429);
  });
});

describe("their pages", () => {
  it("invite, show the letter once, change and remove, all without scripts", async () => {
    const cookie = await cookieOf(site.url, "anne");
    const post = (path: string, fields: Record<string, string>) => postForm(site.url + path, fields, cookie);
    const invited = await post("/admin/brugere", {
      displayName: "Ny <b>Leder</b>",
      email: "",
      role: "leader",
      institutionIds: "eg",
      way: "letter",
    });
    const html = (await shownHtml(await invited.text())).replaceAll("<!-- -->", "");
    expect(invited.status).toBe(200);
    expect(html).toContain("Kode til Ny &lt;b&gt;Leder&lt;/b&gt;");
    const [, id = ""] = /href="\/admin\/brugere\/([0-9a-f]{32})"[^>]*><strong>Ny/.exec(html) ?? [];
    const page = `/admin/brugere/${id}`;
    const renewed = await post(page, { do: "renew", way: "letter" });
    expect(await shownHtml(await renewed.text())).toMatch(/<code>[0-9a-z-]{23}<\/code>/);
    expect((await post(page, { do: "change", displayName: "", role: "leader" })).status).toBe(422);
    expect((await post(page, { do: "remove" })).status).toBe(400);
    const removed = await post(page, { do: "remove", sure: "yes", successor: "" });
    expect([removed.status, removed.headers.get("location")]).toEqual([303, "/admin/brugere?done=removed"]);
    expect((await fetch(site.url + page, { headers: { cookie } })).status).toBe(404);
    const refused = await post("/admin/brugere", { displayName: "Uden sted", role: "leader", way: "letter" });
    const again = await shownHtml(await refused.text());
    expect([refused.status, again.includes('value="Uden sted"')]).toEqual([422, true]);
  });
});
