/** The action board and the paper over HTTP: whose it is, what its forms keep, and two who write at once. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startLeaderSite } from "../support/leader-site";
import { LIND_ROUND, addLiv } from "../support/lind";
import { shownHtml } from "../support/shown-html";
import { cookieOf, postForm } from "../support/sign-in";
import type { Site } from "../support/site";

const BOARD = "/handlinger/lind";
const PAPER = `/leder/lind/${LIND_ROUND}/miljoe`;

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
const pageOf = async (path: string, cookie = liv) => shown(await get(path, cookie));
const post = (fields: Record<string, string>, cookie = liv) => postForm(site.url + BOARD, fields, cookie);
const stored = async () => site.application.stores.actions.list("lind");

let made = 0;
/** Written by hand, and its id. */
async function write(fields: Record<string, string> = {}): Promise<string> {
  made += 1;
  const id = made.toString(16).padStart(32, "a");
  const given = { id, what: `Vi spørger ${made}`, who: "Klassens lærer", due: "2026-04-01", ...fields };
  expect((await post(given)).status).toBe(303);
  return id;
}

describe("the board and the paper", () => {
  it.each([
    ["nobody", "", 302, 302],
    ["the leader of another place", "bo", 404, 404],
    ["a leader of nothing", "dan", 404, 404],
    ["an administrator, who writes nothing", "anne", 200, 404],
    ["its leader", "liv", 200, 303],
  ])("are read and written by %s: %s → %i, %i", async (_, name, read, written) => {
    const cookie = name && (await cookieOf(site.url, name));
    expect((await get(BOARD, cookie)).status).toBe(read);
    expect((await get(PAPER, cookie)).status).toBe(read);
    const fields = { id: "f".repeat(32), what: "Vi spørger", who: "Lederen", due: "2026-04-01" };
    expect((await post(fields, cookie)).status).toBe(written);
    if (name !== "liv") expect((await stored()).map(({ id }) => id)).not.toContain("f".repeat(32));
    if (name === "anne") expect(await pageOf(BOARD, cookie)).not.toContain('name="what"');
  });

  it("are of places and rounds that are there", async () => {
    for (const path of ["/handlinger/nowhere", "/leder/lind/no-such/miljoe", "/leder/nowhere/forar-2026/miljoe"])
      expect([path, (await get(path, liv)).status]).toEqual([path, 404]);
  });
});

describe("an action", () => {
  it("is written once, however often its form is sent", async () => {
    const id = await write();
    const again = { id, what: "Noget andet", who: "Lederen", due: "2026-05-01" };
    expect((await post(again)).status).toBe(303);
    expect((await stored()).filter((one) => one.id === id)).toEqual([
      expect.objectContaining({ state: "underway", version: 1, what: `Vi spørger ${made}` }),
    ]);
  });

  it.each([
    ["who", { who: "" }, "Skriv, hvem der gør det."],
    ["when", { due: "" }, "Skriv, hvornår det er gjort."],
    ["a day that there is", { due: "2026-02-30" }, "Skriv, hvornår det er gjort."],
    ["what", { what: " " }, "Skriv, hvad I vil gøre."],
    ["less", { what: "langt ".repeat(80) }, "En af teksterne er for lang."],
  ])("that lacks %s is shown again as it was typed", async (_, given, sentence) => {
    const fields = {
      id: "e".repeat(32),
      what: "Behold mig",
      who: "Behold dig",
      due: "2026-04-01",
      triggers: "Behold os",
    };
    const response = await post({ ...fields, ...given });
    const html = await shown(response);
    expect([response.status, html.includes(sentence)]).toEqual([422, true]);
    expect(html).toContain("Behold os");
    if (!("what" in given)) expect(html).toContain("Behold mig");
    expect((await stored()).map(({ id }) => id)).not.toContain("e".repeat(32));
  });

  it("is about a round that the place was in", async () => {
    const about = { round: LIND_ROUND, form: "6-9", index: "P1" };
    const id = await write(about);
    expect((await stored()).find((one) => one.id === id)?.about).toEqual({
      roundId: LIND_ROUND,
      form: "6-9",
      index: "P1",
    });
    const fields = { id: "d".repeat(32), what: "Vi", who: "Os", due: "2026-04-01" };
    expect((await post({ ...fields, ...about, round: "no-such" })).status).toBe(404);
    const page = await pageOf(`${BOARD}?runde=${LIND_ROUND}&skema=6-9&indeks=P1`);
    expect(page).toContain("Det handler om: At være med til at bestemme · 6-9 år · Forår 2026");
    expect(await pageOf(`${BOARD}?runde=<b>&skema=x&indeks=y`)).not.toContain("Det handler om");
  });

  it("says that its day has passed, and no longer when it is done", async () => {
    const id = await write({ due: "2026-03-09" });
    expect(await pageOf(BOARD)).toContain("Fristen er gået");
    const fields = { id, version: "1", what: "Vi spørger", who: "Lederen", due: "2026-03-09" };
    expect((await post({ ...fields, to: "done" })).status).toBe(303);
    const [action] = (await stored()).filter((one) => one.id === id);
    expect(action).toMatchObject({ state: "done", since: "2026-03-10", version: 2 });
    expect(await pageOf(BOARD)).not.toContain("Fristen er gået");
  });

  it("is said no to with a reason alone", async () => {
    const id = await write();
    const fields = { id, version: "1", what: "Vi spørger", who: "Lederen", due: "2026-04-01", to: "dropped" };
    const lacking = await post({ ...fields, reason: "" });
    expect([lacking.status, (await shown(lacking)).includes("Skriv, hvorfor I ikke gør det.")]).toEqual([422, true]);
    expect((await post({ ...fields, reason: "Det er for dyrt" })).status).toBe(303);
    expect(await pageOf(BOARD)).toContain("Det er for dyrt");
    // What is dropped is not done.
    expect((await post({ ...fields, version: "2", reason: "Ja", to: "done" })).status).toBe(409);
  });

  it("that somebody else has changed meanwhile is not overwritten, and what was typed stands beside it", async () => {
    const id = await write();
    const fields = { id, version: "1", who: "Lederen", due: "2026-04-01", to: "underway" };
    const [one, other] = await Promise.all([
      post({ ...fields, what: "Den første fane" }),
      post({ ...fields, what: "Den anden fane" }),
    ]);
    expect([one.status, other.status].toSorted()).toEqual([303, 409]);
    const lost = one.status === 409 ? one : other;
    const html = await shown(lost);
    expect(html).toContain("Den første fane");
    expect(html).toContain("Den anden fane");
    expect(html).toContain("Der står nu:");
    expect((await stored()).find((action) => action.id === id)?.version).toBe(2);
  });

  it("of another place is not there", async () => {
    const id = await write();
    const fields = { id, version: "1", what: "Tyv", who: "Bo", due: "2026-04-01", to: "done" };
    const bo = await cookieOf(site.url, "bo");
    expect((await postForm(`${site.url}/handlinger/eg`, fields, bo)).status).toBe(404);
    expect((await stored()).find((action) => action.id === id)?.state).toBe("underway");
  });

  it("is shown as text, scripts and data included", async () => {
    await write({ what: '<img src="x" onerror="alert(1)">', who: "<b>Lederen</b>", triggers: "</textarea><script>x" });
    const html = await (await get(BOARD, liv)).text();
    expect(html).not.toContain('<img src="x"');
    expect(html).not.toContain("<b>Lederen");
    expect(html).not.toContain("</textarea><script>x");
    const paper = await (await get(PAPER, liv)).text();
    expect(paper).not.toContain('<img src="x"');
    expect(paper).toContain("&lt;b&gt;Lederen");
  });
});

describe("the paper", () => {
  it("says which law it follows, that a person must check it, and what the figures do not tell", async () => {
    const html = await pageOf(PAPER);
    for (const said of ["undervisningsmiljø", "§ 6", "§ 7", "nr. 316 af 5. april 2017", "Et menneske skal læse det"])
      expect(html).toContain(said);
    for (const part of ["Det fysiske miljø", "Det psykiske miljø", "Det æstetiske miljø", "Handlingsplan"])
      expect(html).toContain(part);
    expect(html).toContain("Det skal I selv kortlægge");
  });

  it("names no group, and gives none of a group's figures", async () => {
    const release = await site.application.stores.releases.find("lind", LIND_ROUND);
    const names = (release?.forms ?? []).flatMap(({ leaves }) => leaves.flatMap((leaf) => leaf.names));
    expect(names.length).toBeGreaterThan(3);
    const html = await pageOf(PAPER);
    for (const name of names) expect(html).not.toMatch(new RegExp(`[>" ]${name.replaceAll(".", "\\.")}[<" ]`));
    expect(await (await get(PAPER, liv)).text()).not.toContain('"leaves"');
  });

  it("has what is under way, done and said no to, and no proposal that nobody has taken up", async () => {
    await site.application.stores.actions.insert({
      ...{ who: "", due: "", reason: "", triggers: "", affects: "", maintains: "" },
      ...{ id: "c".repeat(32), institutionId: "lind", what: "Et forslag fra en klasse", state: "proposed" },
      ...{
        origin: { kind: "class", form: "6-9", group: [] },
        createdOn: "2026-03-01",
        since: "2026-03-01",
        version: 1,
      },
    });
    await write({ what: "En handling i gang" });
    const html = await pageOf(PAPER);
    expect(html).toContain("En handling i gang");
    expect(html).not.toContain("Et forslag fra en klasse");
  });

  it("is in English as well", async () => {
    const html = await pageOf(`${PAPER}?lang=en`);
    expect(html).toContain("Draft assessment of the educational environment");
    expect(html).toContain("The physical environment");
  });
});
