/** A class dialogue over HTTP: who may open one, how long its link lives, what is in its pages, and what a class may send. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endings } from "#surveys/bank/endings";
import { showings } from "#surveys/bank/showing";
import { startLeaderSite } from "../support/leader-site";
import { LIND_ROUND, addLiv } from "../support/lind";
import { shownHtml } from "../support/shown-html";
import { cookieOf, postForm } from "../support/sign-in";
import type { Site } from "../support/site";

const CHOOSE = `/leder/lind/${LIND_ROUND}/samtale`;
const GROUP = /<option value="(10-12\/[^"]+)"/;

let site: Site;
let liv: string;
beforeAll(async () => {
  site = await startLeaderSite();
  await addLiv(site);
  liv = await cookieOf(site.url, "liv");
});
afterAll(() => site.close());

const get = (path: string, cookie = "") => fetch(site.url + path, { headers: { cookie }, redirect: "manual" });
const shown = async (response: Response) => shownHtml(await response.text());
const pageOf = async (path: string, cookie = "") => shown(await get(path, cookie));
const itemsIn = (html: string) => [...html.matchAll(/name="item" value="([^"]+)"/g)].map(([, item = ""]) => item);

/** As the form of the page sends it. */
async function openFor(audience: string, cookie = liv): Promise<string> {
  const html = await pageOf(`${CHOOSE}?for=${encodeURIComponent(audience)}`, liv);
  const body = new URLSearchParams([["for", audience], ...itemsIn(html).map((item) => ["item", item])] as string[][]);
  const response = await fetch(site.url + CHOOSE, { method: "POST", body, headers: { cookie }, redirect: "manual" });
  expect(response.status).toBe(200);
  return /href="(\/samtale\/[0-9a-z]{26})"/.exec(await response.text())?.[1] ?? "";
}

const idIn = (html: string): string => /name="id" value="([0-9a-f]{32})"/.exec(html)?.[1] ?? "";

async function propose(link: string, text: string, id?: string): Promise<Response> {
  const given = id ?? idIn(await pageOf(`${link}?nr=1&skriv=ja`));
  return postForm(`${site.url}${link}?nr=1`, { id: given, text });
}

const proposed = async () => (await site.application.stores.actions.list("lind")).map(({ what }) => what);

describe("is opened", () => {
  it.each([
    ["nobody", "", 302],
    ["the leader of another place", "bo", 404],
    ["a leader of nothing", "dan", 404],
    ["an administrator", "anne", 404],
    ["its leader", "liv", 200],
  ])("by %s: %s → %i", async (_, name, status) => {
    const cookie = name && (await cookieOf(site.url, name));
    expect((await get(CHOOSE, cookie)).status).toBe(status);
    const posted = await postForm(site.url + CHOOSE, { for: "6-9", item: "decide" }, cookie);
    expect(posted.status).toBe(status);
    const unfit = await postForm(site.url + CHOOSE, { for: "6-9" }, cookie);
    expect(unfit.status).toBe(status === 200 ? 422 : status);
  });

  it("for what may be shown alone", async () => {
    const html = await pageOf(CHOOSE, liv);
    const items = itemsIn(html);
    expect(items.length).toBeGreaterThan(3);
    expect(items.filter((item) => showings[item] === "never")).toEqual([]);
    const body = { for: "6-9", item: "teased" };
    expect((await postForm(site.url + CHOOSE, body, liv)).status).toBe(400);
    expect((await postForm(site.url + CHOOSE, { for: "6-9/9. Z", item: "decide" }, liv)).status).toBe(400);
  });

  it("in no round that is not there", async () => {
    expect((await get("/leder/lind/no-such/samtale", liv)).status).toBe(404);
    expect((await get("/leder/nowhere/forar-2026/samtale", liv)).status).toBe(404);
  });
});

describe("its link", () => {
  it("shows a step for each item, without scripts, and nothing private, to whoever holds it", async () => {
    const audience = GROUP.exec(await pageOf(CHOOSE, liv))?.[1] ?? "";
    const link = await openFor(audience);
    const first = await get(link);
    expect([first.status, first.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await first.text()).toContain("Læs først");
    const steps = Array.from({ length: 30 }, (_, nr) => `${link}?nr=${nr + 1}`);
    // Scripts and data included.
    const pages = await Promise.all(steps.map(async (step) => (await get(step)).text()));
    expect(pages.some((html) => html.includes('data-filled="true"'))).toBe(true);
    const all = pages.join("");
    for (const [item, showing] of Object.entries(showings)) {
      if (showing !== "never") continue;
      const { asked } = endings[item]?.forms["10-12"] ?? { asked: [] };
      for (const question of [asked].flat()) expect(all).not.toContain(question);
      expect(all).not.toContain(`"item":"${item}"`);
    }
    for (const html of pages) {
      const dots = html.split('data-filled="true"').length - 1;
      if (dots > 0) expect([2, 3, 4, 5, 6, 7, 8]).toContain(dots);
    }
  });

  it("keeps to its steps, whatever the address asks for", async () => {
    const link = await openFor("6-9");
    for (const nr of ["-1", "abc", "1e9", "", "NaN", "2.7"])
      expect([nr, (await get(`${link}?nr=${nr}`)).status]).toEqual([nr, 200]);
  });

  it("is stored as a hash, so that who reads the data holds none", async () => {
    const link = await openFor("6-9");
    const found = await site.database.main.collection("dialogues").find({}).toArray();
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toContain(link.split("/").at(-1));
  });

  it("that was guessed, and one that has ended, are answered alike, and what has ended is deleted", async () => {
    const begun = site.clock.now();
    const link = await openFor("6-9");
    const later = (hours: number) => new Date(begun.getTime() + hours * 3_600_000);
    site.clock.set(later(11.9));
    expect((await get(link)).status).toBe(200);
    site.clock.set(later(12));
    const ended = await get(link);
    const bodyOf = async (response: Response) =>
      (await response.text()).replaceAll(/\/samtale\/\w+|nonce="[^"]*"|nonce-[^"']*/g, "");
    const endedBody = await bodyOf(ended);
    for (const guess of ["0".repeat(26), "a", "constructor"]) {
      const guessed = await get(`/samtale/${guess}`);
      expect([guess, guessed.status]).toEqual([guess, 404]);
      if (guess.length === 26) expect(await bodyOf(guessed)).toBe(endedBody);
    }
    expect(ended.status).toBe(404);
    expect((await postForm(site.url + link, { id: "0".repeat(32), text: "For sent" })).status).toBe(404);
    expect((await postForm(site.url + link, { id: "", text: "" })).status).toBe(404);
    await site.application.services.dialogues.tick();
    expect(await site.database.main.collection("dialogues").countDocuments()).toBe(0);
    site.clock.set(begun);
    // Half a day ends a session, too.
    liv = await cookieOf(site.url, "liv");
    expect(await proposed()).not.toContain("For sent");
  });
});

describe("a link that is closed before its time", () => {
  const endIn = (html: string): string => /name="end" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? "";
  const open = () => site.database.main.collection("dialogues").countDocuments();

  it("stands on the leader's page, is closed by its leader alone, and shows nothing any more", async () => {
    const link = await openFor("6-9");
    const end = endIn(await pageOf(CHOOSE, liv));
    const before = await open();
    for (const name of ["bo", "anne"])
      expect((await postForm(site.url + CHOOSE, { end }, await cookieOf(site.url, name))).status).toBe(404);
    expect((await postForm(`${site.url}/leder/lind/no-such/samtale`, { end }, liv)).status).toBe(404);
    expect(await open()).toBe(before);
    const closed = await postForm(site.url + CHOOSE, { end }, liv);
    expect([closed.status, closed.headers.get("location")]).toEqual([303, `${CHOOSE}?lukket=ja`]);
    expect(await pageOf(`${CHOOSE}?lukket=ja`, liv)).toContain("Linket er lukket.");
    expect((await get(link)).status).toBe(404);
    // Pressed twice: it is closed, and that was all that was wanted.
    expect((await postForm(site.url + CHOOSE, { end }, liv)).status).toBe(303);
    expect(await open()).toBe(before - 1);
  });
});

describe("a class proposes", () => {
  it("with 303, once however often it is sent, as text and nothing else", async () => {
    const link = await openFor("6-9");
    const text = '<script>alert("1")</script> flere   bolde';
    const first = await propose(link, text, "1".repeat(32));
    expect([first.status, first.headers.get("location")]).toEqual([303, `${link}?nr=1&sendt=ja`]);
    await propose(link, text, "1".repeat(32));
    expect((await proposed()).filter((what) => what.includes("flere bolde"))).toEqual([
      '<script>alert("1")</script> flere bolde',
    ]);
    const board = await pageOf("/handlinger/lind", liv);
    expect(board).not.toContain("<script>alert");
    expect(board).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; flere bolde");
    const [action] = await site.application.services.actions.list(
      { kind: "user", id: "x", name: "liv", displayName: "Liv", role: "leader", institutionIds: ["lind"] },
      { institutionId: "lind" },
    );
    expect(action).toMatchObject({ state: "proposed", origin: { kind: "class", form: "6-9", group: [] } });
  });

  it.each([
    ["nothing", "   ", "Skriv forslaget først."],
    ["too much", "lang ".repeat(100), "Det er for langt."],
  ])("%s, and keeps what was typed", async (_, text, sentence) => {
    const link = await openFor("6-9");
    const response = await propose(link, text);
    const html = await shown(response);
    expect(response.status).toBe(422);
    expect(html).toContain(sentence);
    if (text.trim()) expect(html).toContain(text.slice(0, 50));
  });

  it("no name that nobody has looked at, and one that is none after all", async () => {
    const link = await openFor("6-9");
    const id = "2".repeat(32);
    const asked = await propose(link, "Vi vil sidde ved Sofie i timen", id);
    const html = await shown(asked);
    expect([asked.status, html.includes("Står der et navn?")]).toEqual([422, true]);
    expect(html).toContain("Vi vil sidde ved Sofie i timen");
    expect(await proposed()).not.toContain("Vi vil sidde ved Sofie i timen");
    const fields = { id, text: "Vi vil sidde ved Søen i timen", checked: "yes" };
    expect((await postForm(`${site.url}${link}?nr=1`, fields)).status).toBe(303);
    expect(await proposed()).toContain("Vi vil sidde ved Søen i timen");
  });

  it("sixty times at most, the same one not counted twice, and the next one is not lost", async () => {
    const link = await openFor("6-9");
    const id = (nr: number) => nr.toString(16).padStart(32, "0");
    for (const nr of [1, 1, 1]) expect((await propose(link, "Forslag 1", id(nr))).status).toBe(303);
    for (let nr = 2; nr <= 60; nr += 1) expect((await propose(link, `Forslag ${nr}`, id(nr))).status).toBe(303);
    const last = await propose(link, "Det enogtresindstyvende", id(61));
    expect(last.status).toBe(409);
    expect(await shown(last)).toContain("Det enogtresindstyvende");
    expect(await proposed()).not.toContain("Det enogtresindstyvende");
    // Those of one link do not take the room of another.
    expect((await propose(await openFor("6-9"), "Fra en anden klasse")).status).toBe(303);
  });
});
