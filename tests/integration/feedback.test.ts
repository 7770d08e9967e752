/** "I sagde – vi gør" over HTTP: who may write, what is refused and keeps its words, what children find and what is gone. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { FIELDS } from "../../app/components/feedback/fields";
import { PARTS } from "../../server/feedback/contract";
import { urls } from "../../app/urls";
import { cookieOf, postForm } from "../support/sign-in";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { aRound } from "../support/small-municipality";
import { sealRoundPerGroup } from "../support/sealed-round";

const ROUND = "grupper";
const PAGE = urls.feedback("eg", ROUND);
const WORDS = {
  said: "I er glade for legen.",
  talked: "",
  doing: "Vi køber bolde.",
  "not-doing": "Vi bygger ikke om.",
};

let site: Site;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  site = await startSite();
  await sealRoundPerGroup(site.application, aRound({ id: ROUND }));
  for (const name of ["anne", "bo", "carla"]) cookies[name] = await cookieOf(site.url, name);
});
afterAll(() => site.close());

const get = (path: string, who = "bo") =>
  fetch(site.url + path, { headers: { cookie: cookies[who] ?? "" }, redirect: "manual" });
const read = async (path: string, who?: string) => (await get(path, who)).text();

const feedback = () => site.application.services.feedback;
const bo = { kind: "user", id: "b", name: "bo", displayName: "Bo", role: "leader", institutionIds: ["eg"] } as const;
const revision = async () => (await feedback().getPage(bo, { institutionId: "eg", roundId: ROUND })).revision;
const codeOf = async (institution: string): Promise<string> => {
  const [overview] = (await site.application.services.rounds.listOverviews(OPERATOR)).filter(({ id }) => id === ROUND);
  return overview?.institutions.find(({ id }) => id === institution)?.resultCode ?? "";
};
const forChildren = async (institution = "eg") =>
  feedback().getForChildren(await codeOf(institution), { address: "10.0.0.1" });

async function post(deed: string, words: Partial<typeof WORDS> = {}, more: Record<string, string> = {}, who = "bo") {
  const texts = { ...WORDS, ...words };
  const fields = Object.fromEntries(
    PARTS.flatMap((part) => [
      [FIELDS.text("young", part), texts[part]],
      [FIELDS.picture("young", part), "talking"],
    ]),
  );
  const all = { [FIELDS.deed]: deed, [FIELDS.revision]: String(await revision()), ...fields, ...more };
  return postForm(site.url + PAGE, all, cookies[who]);
}

it("is written by the institution's leader alone", async () => {
  expect((await get(PAGE, "nobody")).status).toBe(302);
  expect((await get(PAGE, "carla")).status).toBe(404);
  expect(await read(PAGE, "anne")).toContain("Kun institutionens leder");
  expect((await post("save", {}, {}, "anne")).status).toBe(404);
  expect((await post("save", {}, {}, "carla")).status).toBe(404);
  expect((await get(urls.feedback("eg", "forar"))).status).toBe(404);
});

it("is told to children only when it is published, and says until then what is owed", async () => {
  expect((await post("save", { doing: "Kun en kladde." })).status).toBe(303);
  expect(await forChildren()).toMatchObject({
    letters: {},
    owed: { what: "answer", dueOn: "2026-04-20", isOverdue: false },
  });
  expect(await read(PAGE)).toContain("Kun en kladde.");
});

it("keeps what was typed where something is missing, looks like a name or is too long", async () => {
  const incomplete = await post("publish", { "not-doing": "", doing: "Vi maler døren." });
  expect(incomplete.status).toBe(422);
  expect(await incomplete.text()).toContain("Vi maler døren.");
  const named = await post("publish", { doing: "Vi taler med Yasmin." });
  expect(named.status).toBe(422);
  expect(await named.text()).toContain("Vi taler med Yasmin.");
  const long = await post("save", { doing: "å".repeat(1201) });
  expect(long.status).toBe(422);
  expect(await long.text()).toContain("å".repeat(1201));
  expect((await forChildren()).letters).toEqual({});
});

it("shows markup as text, and passes on only what the release bears", async () => {
  const attack = "<script>alert(1)</script> & <b>fed</b>";
  const sent = await post(
    "publish",
    { doing: attack },
    { [FIELDS.sentence("young")]: "6-9:teased", [FIELDS.isChecked]: "yes" },
  );
  expect(sent.status).toBe(303);
  const { letters } = await forChildren();
  expect(letters.young?.sentences).toEqual([]);
  expect(letters.young?.parts.doing.text).toBe(attack);
  for (const page of [PAGE, urls.poster("eg", ROUND)]) {
    const html = await read(page);
    expect(html).not.toContain("<script>alert(1)");
    expect(html).toContain("&lt;b&gt;fed&lt;/b&gt;");
  }
});

it("has a next version, of whose predecessor nothing is left", async () => {
  await post("publish", { doing: "Yasmin får en hylde." }, { [FIELDS.isChecked]: "yes" });
  expect((await forChildren()).letters.young?.parts.doing.text).toContain("Yasmin");
  await post("publish", { doing: "Alle får en hylde." });
  expect(JSON.stringify(await forChildren())).not.toContain("Yasmin");
  const stored = await site.database.main.collection("feedbacks").find({}).toArray();
  expect(JSON.stringify(stored)).not.toContain("Yasmin");
  expect(stored).toMatchObject([{ published: { version: 3 } }]);
});

it("tells the second of two who write at once, and keeps both their words", async () => {
  const before = String(await revision());
  expect((await post("save", { doing: "Først." }, { [FIELDS.revision]: before })).status).toBe(303);
  const second = await post("save", { doing: "Så." }, { [FIELDS.revision]: before });
  expect(second.status).toBe(409);
  expect(await second.text()).toContain("Så.");
  expect(
    (await feedback().getPage(bo, { institutionId: "eg", roundId: ROUND })).letters[0]?.letter.parts.doing.text,
  ).toBe("Først.");
});

it("takes no news of what came of it in the first three months", async () => {
  const fields = { do: "follow-up", revision: String(await revision()), "young.since": "Boldene kom." };
  const early = await postForm(site.url + PAGE, fields, cookies["bo"]);
  expect(early.status).toBe(409);
  expect((await forChildren()).followUp).toBeUndefined();
});

it("owes what has happened since, and is late with it for everybody to see", async () => {
  site.clock.set("2026-10-01T09:00:00Z");
  cookies["bo"] = await cookieOf(site.url, "bo");
  expect((await forChildren()).owed).toMatchObject({ what: "follow-up", dueOn: "2026-09-08", isOverdue: true });
  const empty = await postForm(
    site.url + PAGE,
    { do: "follow-up", revision: String(await revision()), "young.since": " " },
    cookies["bo"],
  );
  expect(empty.status).toBe(422);
  const named = await postForm(
    site.url + PAGE,
    { do: "follow-up", revision: String(await revision()), "young.since": "Yasmin fik en bold." },
    cookies["bo"],
  );
  expect(named.status).toBe(422);
  expect(await named.text()).toContain("Yasmin fik en bold.");
  await postForm(
    site.url + PAGE,
    { do: "follow-up", revision: String(await revision()), "young.since": "Boldene kom." },
    cookies["bo"],
  );
  expect(await forChildren()).toMatchObject({ owed: { what: "done" }, followUp: { texts: { young: "Boldene kom." } } });
});

it("keeps all that was typed, whichever button is pressed", async () => {
  const since = { "young.since": "Boldene er slidte." };
  expect((await post("save", { doing: "Vi køber nye." }, since)).status).toBe(303);
  expect(await read(PAGE)).toContain("Boldene er slidte.");
  expect((await post("follow-up", { doing: "Vi køber flere nye." }, since)).status).toBe(303);
  expect(await read(PAGE)).toContain("Vi køber flere nye.");
  expect(await forChildren()).toMatchObject({ followUp: { texts: { young: "Boldene er slidte." } } });
});

it("remembers what is late, once, and never who", async () => {
  await feedback().tick();
  await feedback().tick();
  const late = await site.database.main.collection("feedbacks").find({ institution: "birk" }).toArray();
  expect(late).toMatchObject([{ round: ROUND, overdueSince: "2026-04-21" }]);
  expect(await forChildren("birk")).toMatchObject({ owed: { isOverdue: true }, ownerRole: { da: "Lederen" } });
  expect((await feedback().listOwed(OPERATOR)).filter(({ round }) => round === ROUND)).toMatchObject([
    { institution: "birk", owed: { what: "answer", isOverdue: true } },
  ]);
  expect(await feedback().listOwed(bo)).toEqual([]);
});

it("has a poster with a square that leads to the children's page", async () => {
  const html = await read(urls.poster("eg", ROUND));
  expect(html).toContain("<svg");
  expect(html).toContain(`/r/${await codeOf("eg")}`);
  expect(html).toContain("Vi bygger ikke om.");
});

it("is there for the children of an institution that has closed", async () => {
  const institutions = site.database.main.collection("institutions");
  const code = await codeOf("eg");
  const eg = await institutions.findOneAndDelete({ _id: "eg" as never });
  expect(await feedback().getForChildren(code, { address: "10.0.0.1" })).toMatchObject({
    institutionName: "Egeskolen",
    letters: { young: {} },
  });
  expect(await read(urls.poster("eg", ROUND))).toContain(code);
  expect(await read(PAGE)).toContain("Egeskolen");
  if (eg) await institutions.insertOne(eg);
});

it("gives codes to rounds from before there were any", async () => {
  await site.application.stores.rounds.insert(aRound({ id: "gammel", state: "sealed" }));
  await feedback().tick();
  const codes = await site.application.stores.resultCodes.listOf(["gammel"]);
  expect(codes.map(({ institution }) => institution).sort()).toEqual(["birk", "eg"]);
});

it("is as slow with who guesses codes as the doors are", async () => {
  const guess = (code: string) =>
    feedback()
      .getForChildren(code, { address: "127.0.0.1" })
      .catch((error: { code: string }) => error.code);
  const told = [];
  for (let at = 0; at < 320; at += 1) told.push(await guess(`zz${String(at).padStart(8, "0")}`));
  expect(told.slice(0, 300).every((code) => code === "result.unknown")).toBe(true);
  expect(told.at(-1)).toBe("request.tooMany");
  const page = await fetch(`${site.url}/r/zz99999999`);
  expect([page.status, page.headers.get("retry-after") !== null]).toEqual([429, true]);
  // Who has the code is let in, from there too.
  expect(await feedback().getForChildren(await codeOf("eg"), { address: "127.0.0.1" })).toMatchObject({ isOver: true });
});
