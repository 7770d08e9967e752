/** What children write and draw is asked for only where the round names who reads it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import type { Round } from "../../server/rounds/contract";
import { definitions } from "../../surveys/definitions/index";
import { buildLibrary } from "../../surveys/engine/survey-library";
import { shippedNarrations } from "../../surveys/narration/shipped";
import { LANGUAGES } from "../../surveys/paper/language";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { aRound, PASSWORD } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";
import trivsel from "../../surveys/definitions/trivsel/v1.json" with { type: "json" };

const VERSION = 2;
const QUESTION = "Sig det her?";
const everywhere = (text: string) => Object.fromEntries(LANGUAGES.map((language) => [language, text]));
const say = {
  type: "comment",
  name: "say",
  itemType: "text",
  theme: "voice",
  title: { default: QUESTION, ...everywhere(QUESTION) },
  picture: { kind: "thing", thing: "star", alt: everywhere("En stjerne") },
};

/** The survey of this installation with one question more, for 10-12. */
function withOwnWords(): { path: string; json: unknown } {
  const json = structuredClone(trivsel) as { version: number; forms: { "10-12": { pages: object[] } } };
  json.version = VERSION;
  json.forms["10-12"].pages.push({ name: "page-say", elements: [say] });
  return { path: `trivsel/v${VERSION}.json`, json };
}

const narrations = {
  ...shippedNarrations,
  da: { ...shippedNarrations.da, [QUESTION]: { file: "say.mp3", source: "recorded" } as const },
};
const library = buildLibrary([...definitions, withOwnWords()], { narrations });
const glad = library.scoringKey("trivsel", VERSION, "10-12").items.find(({ name }) => name === "glad")
  ?.choices[0]?.value;
const readerRole = { da: "Skolens trivselsperson", en: "The school's wellbeing officer" };

let site: Site;
beforeAll(async () => {
  site = await startSite({ library });
  await site.application.stores.organisation.insertGroups([
    { id: "eg-5a", institutionId: "eg", name: "5. A", band: "10-12", childCount: 20, code: "q123456789" },
  ]);
});
afterAll(() => site.close());

const stored = (id: string) => site.application.stores.rounds.find(id);
const settle = (id: string, changes: Partial<Round> = {}) =>
  site.application.stores.rounds.insert(
    aRound({ id, survey: "trivsel", surveyVersion: VERSION, groupIds: ["eg-5a"], ...changes }),
  );

async function invite(round: string) {
  const [key] = await issueKeys(site.application, "eg-5a", 1, round);
  const secret = key?.secret ?? "";
  return { secret, ...(await site.application.services.responses.openKey(secret, { locale: "da", address: "test" })) };
}

async function answerTo(round: string, secret: string) {
  const id = freshId();
  const answers = { glad, say: "Her er noget galt" };
  const body = { ...aSubmission(site.application, secret), round, band: "10-12", answers };
  const { status } = await put(site.url, id, body);
  const kept = await site.database.main.collection("responses").findOne({ _id: id as never });
  return { status, kept: kept?.answers as object };
}

describe("a round of a survey that takes own words", () => {
  it("does not open as long as it names nobody who reads them", async () => {
    await settle("unread");
    await expect(site.application.services.rounds.open(OPERATOR, "unread")).rejects.toMatchObject({
      status: 422,
      code: "round.noReader",
    });
    await settle("blank", { readerRole: { da: " ", en: " " } });
    await expect(site.application.services.rounds.open(OPERATOR, "blank")).rejects.toMatchObject({
      code: "round.noReader",
    });
    expect((await stored("unread"))?.state).toBe("draft");
  });

  it.each([
    ["", "hvem der læser dem", "Derfor kan den ikke åbne endnu."],
    ["?lang=en", "who reads them", "So it cannot open yet."],
  ])("says so to the administrator, before and after it was tried (%s)", async (lang, before, after) => {
    const send = (path: string, fields: Record<string, string>, cookie = "") =>
      fetch(site.url + path, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { cookie },
        redirect: "manual",
      });
    const signedIn = await send("/log-ind", { name: "anne", password: PASSWORD });
    const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const page = await (await fetch(`${site.url}/admin${lang}`, { headers: { cookie } })).text();
    expect(page).toContain(before);
    const refused = await send(`/admin${lang}`, { round: "unread", do: "open" }, cookie);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(after);
  });

  it("opens with a reader, asks for them and keeps them", async () => {
    await settle("read", { readerRole });
    await site.application.services.rounds.open(OPERATOR, "read");
    const { paper, secret } = await invite("read");
    expect(paper.items.map(({ name }) => name)).toContain("say");
    expect(await answerTo("read", secret)).toEqual({
      status: 200,
      kept: { glad, say: "Her er noget galt" },
    });
    const overviews = await site.application.services.rounds.listOverviews(OPERATOR);
    expect(overviews.find(({ id }) => id === "read")).toMatchObject({ readerRole, needsReader: false });
  });

  it("that stands open without a reader goes on without them: not asked, and not kept when an old page sends some", async () => {
    await settle("older", { state: "open" });
    expect(await stored("older")).not.toHaveProperty("readerRole");
    const { paper, secret } = await invite("older");
    expect(paper.items.map(({ name }) => name)).not.toContain("say");
    expect(paper.pages.flatMap((page) => ("items" in page ? page.items : []))).toEqual(
      paper.items.map(({ name }) => name),
    );
    expect(await answerTo("older", secret)).toEqual({ status: 200, kept: { glad } });
  });
});
