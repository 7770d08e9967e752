/** What children write and draw is asked for only where the round names who reads it, and in languages that they read. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import type { EditorPair, Round } from "../../server/rounds/contract";
import { settleEditors } from "../support/editors";
import { OWN_WORDS, ownWordsLibrary } from "../support/own-words-survey";
import { shownHtml } from "../support/shown-html";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { aRound } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";
import { cookieOf, postForm } from "../support/sign-in";

const library = ownWordsLibrary();
const glad = library
  .scoringKey(OWN_WORDS.survey, OWN_WORDS.surveyVersion, "10-12")
  .items.find(({ name }) => name === "glad")?.choices[0]?.value;
const readerRole = { da: "Skolens trivselsperson", en: "The school's wellbeing officer" };

let site: Site;
/** Karen reads Danish, and Otto when she is away. */
let editors: readonly EditorPair[];
beforeAll(async () => {
  site = await startSite({ library });
  await site.application.stores.organisation.insertGroups([
    { id: "eg-5a", institutionId: "eg", name: "5. A", band: "10-12", childCount: 20, code: "q123456789" },
  ]);
  const { karen, otto } = await settleEditors(site.application);
  editors = [{ language: "da", editor: karen, deputy: otto }];
});
afterAll(() => site.close());

const rounds = () => site.application.services.rounds;
const stored = (id: string) => site.application.stores.rounds.find(id);
const settle = (id: string, changes: Partial<Round> = {}) =>
  site.application.stores.rounds.insert(aRound({ id, ...OWN_WORDS, groupIds: ["eg-5a"], ...changes }));
const overviewOf = (id: string) => rounds().getOverview(OPERATOR, id);

async function invite(round: string, locale: "da" | "ar" = "da") {
  const [key] = await issueKeys(site.application, "eg-5a", 1, round);
  const secret = key?.secret ?? "";
  return { secret, ...(await site.application.services.responses.openKey(secret, { locale, address: "test" })) };
}

/** Own words lie apart from the answer that they came with. */
async function writtenTo(round: string) {
  const found = await site.database.main.collection("writings").find({ round }).toArray();
  return found.map(({ text }) => text as string);
}

async function answerTo(round: string, secret: string, locale = "da") {
  const id = freshId();
  const answers = { glad, say: "Her er noget galt" };
  const body = { ...aSubmission(site.application, secret), round, band: "10-12", locale, answers };
  const { status } = await put(site.url, id, body);
  const kept = await site.database.main.collection("responses").findOne({ _id: id as never });
  return { status, kept: kept?.answers as object, written: await writtenTo(round) };
}

const send = (path: string, fields: Record<string, string>, cookie?: string) =>
  postForm(site.url + path, fields, cookie);

const shownIn = async (page: Response) => shownHtml(await page.text()).replaceAll("<!-- -->", "");

describe("a round of a survey that takes own words", () => {
  it("does not open as long as it names nobody who reads them", async () => {
    await settle("unread", { editors });
    await settle("blank", { editors, readerRole: { da: " ", en: " " } });
    const refused = { status: 422, code: "round.noReader" };
    for (const id of ["unread", "blank"]) await expect(rounds().open(OPERATOR, id)).rejects.toMatchObject(refused);
    expect((await stored("unread"))?.state).toBe("draft");
  });

  it("does not open without an editor and a deputy for Danish, which every child may come to", async () => {
    const [danish] = editors as [EditorPair];
    await settle("roleOnly", { readerRole });
    await settle("english", { readerRole, editors: [{ ...danish, language: "en" }] });
    await settle("alone", { readerRole, editors: [{ ...danish, deputy: danish.editor }] });
    const refused = { status: 422, code: "round.noEditor" };
    for (const id of ["roleOnly", "english", "alone"]) {
      await expect(rounds().open(OPERATOR, id)).rejects.toMatchObject(refused);
      expect(await overviewOf(id)).toMatchObject({ needsReader: true, state: "draft" });
    }
  });

  it.each([
    ["", "unread", "en rolle, en redaktør og en stedfortræder", "Derfor kan den ikke åbne endnu."],
    ["?lang=en", "unread", "a role, an editor and a deputy", "So it cannot open yet."],
    ["", "roleOnly", "en redaktør og en stedfortræder", "ingen redaktør og stedfortræder, der læser dem på dansk"],
    ["?lang=en", "roleOnly", "an editor and a deputy", "no editor and deputy who read them in Danish"],
  ])("says so to the administrator, before and after it was tried (%s %s)", async (lang, round, before, after) => {
    const cookie = await cookieOf(site.url, "anne");
    const page = await fetch(`${site.url}/admin${lang}`, { headers: { cookie } });
    expect(await shownIn(page)).toContain(before);
    const refused = await send(`/admin${lang}`, { round, do: "open" }, cookie);
    expect(refused.status).toBe(422);
    expect(await shownIn(refused)).toContain(after);
  });

  it("opens with those who read, asks for them and keeps them", async () => {
    await settle("read", { readerRole, editors });
    await rounds().open(OPERATOR, "read");
    const { paper, secret } = await invite("read");
    expect(paper.items.map(({ name }) => name)).toContain("say");
    expect(await answerTo("read", secret)).toEqual({
      status: 200,
      kept: { glad },
      written: ["Her er noget galt"],
    });
    expect(await overviewOf("read")).toMatchObject({ readerRole, needsReader: false, takesOwnWords: true });
  });

  it.each([
    ["", ["Hvem læser egne ord", "Redaktør: Karen", "Stedfortræder: Otto", "Koder til børnenes side"]],
    ["?lang=en", ["Who reads own words", "Editor: Karen", "Deputy: Otto", "Codes for the children’s page"]],
  ])("shows on the administrator's page who reads, and each institution's code (%s)", async (lang, words) => {
    const page = await fetch(`${site.url}/admin${lang}`, { headers: { cookie: await cookieOf(site.url, "anne") } });
    const shown = await shownIn(page);
    const [{ resultCode } = {}] = (await overviewOf("read")).institutions;
    expect(resultCode).toMatch(/^\w{10}$/);
    for (const word of [...words, `<code>${resultCode}</code>`]) expect(shown).toContain(word);
  });

  it("asks for none in a language that nobody reads, and keeps none that is sent in it", async () => {
    const { paper, secret } = await invite("read", "ar");
    expect(paper.locale).toBe("ar");
    expect(paper.items.map(({ name }) => name)).not.toContain("say");
    const before = await writtenTo("read");
    expect(await answerTo("read", secret, "ar")).toEqual({ status: 200, kept: { glad }, written: before });
  });

  it.each([
    ["names nobody", {}],
    ["names a role alone", { readerRole }],
  ])(
    "that stands open and %s goes on without them: not asked, and not kept when an old page sends some",
    async (_, of) => {
      const id = `older-${Object.keys(of).length}`;
      await settle(id, { state: "open", ...of });
      expect(await stored(id)).not.toHaveProperty("editors");
      const { paper, secret } = await invite(id);
      expect(paper.items.map(({ name }) => name)).not.toContain("say");
      expect(paper.pages.flatMap((page) => ("items" in page ? page.items : []))).toEqual(
        paper.items.map(({ name }) => name),
      );
      expect(await answerTo(id, secret)).toEqual({ status: 200, kept: { glad }, written: [] });
    },
  );
});

describe("an editor who does not read any more", () => {
  let count = 0;
  let id: string;
  const users = () => site.database.main.collection<{ name: string }>("users");
  beforeEach(async () => {
    count += 1;
    id = `lost-${count}`;
    await settle(id, { readerRole, editors });
  });

  it.each([
    ["is none any more", { role: "leader", institutionIds: ["birk"] }, "notEditor", "Er ikke redaktør"],
    ["has come to work there", { role: "editor", institutionIds: ["eg"] }, "ownEditor", "Hører til en af rundens"],
    ["is gone", undefined, "unknownEditor", "Findes ikke længere"],
  ])("and %s keeps a draft from opening, and the page says who", async (_, changes, fault, words) => {
    const otto = await users().findOne({ name: "otto" });
    if (changes) await users().updateOne({ name: "otto" }, { $set: changes });
    else await users().deleteOne({ name: "otto" });
    try {
      await expect(rounds().open(OPERATOR, id)).rejects.toMatchObject({ status: 422, code: `round.${fault}` });
      const overview = await overviewOf(id);
      expect(overview).toMatchObject({ needsReader: true, state: "draft" });
      expect(overview.editors).toMatchObject([{ language: "da", editor: { name: "Karen" }, deputy: { fault } }]);
      expect(overview.editors[0]?.editor).not.toHaveProperty("fault");
      const cookie = await cookieOf(site.url, "anne");
      const page = await send("/admin", { round: id, do: "open" }, cookie);
      const html = await shownIn(page);
      expect(html).toContain(words);
      expect(html).toMatch(/En af dem, der skal læse børnenes egne ord/);
    } finally {
      await users().replaceOne({ name: "otto" }, otto as never, { upsert: true });
    }
    await rounds().open(OPERATOR, id);
    expect((await stored(id))?.state).toBe("open");
  });

  it("reads of another institution of the municipality than those of the round", async () => {
    await users().updateOne({ name: "otto" }, { $set: { institutionIds: ["birk"] } });
    await rounds().open(OPERATOR, id);
    expect((await overviewOf(id)).editors[0]?.deputy).toEqual({ name: "Otto" });
  });
});
