/** Who reads aloud to children: what their pages are told of voices, and an administrator's choice of which comes first. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPersons } from "../../surveys/narration/voices";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { issueKeys } from "../support/submissions";
import { cookieOf, postForm } from "../support/sign-in";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const send = (path: string, fields: Record<string, string>, cookie?: string) =>
  postForm(site.url + path, fields, cookie);

async function invitation(locale: "da" | "en" | "ar" = "da") {
  const [key] = await issueKeys(site.application, "eg-1a", 1);
  return site.application.services.responses.openKey(key?.secret ?? "", { locale, address: "test" });
}

describe("a child's page", () => {
  it.each(["da", "en"] as const)(
    "is told the file of every text it can show, in %s, and of no others",
    async (locale) => {
      const { voices, paper, words, label, supportPlan, feedbackDueAt } = await invitation(locale);
      const shown = JSON.stringify({ paper, words, label, supportPlan });
      const texts = Object.keys(voices.sounds);
      expect(texts).toEqual(
        expect.arrayContaining([paper.title, words.join, words.yes, supportPlan, ...label.sentences]),
      );
      expect(feedbackDueAt).toBeTruthy();
      for (const { question, narration = question, choices } of paper.items)
        for (const text of [narration, ...choices.map((choice) => choice.label)]) expect(texts).toContain(text);
      // What is filled in on the page (a date, a number) is not written in what it is given.
      expect(texts.filter((text) => !/\d/.test(text) && !shown.includes(JSON.stringify(text).slice(1, -1)))).toEqual(
        [],
      );
      expect(Object.values(voices.sounds).some(isPersons)).toBe(false);
    },
  );

  it("is told nothing where there are no files, and weighs little more where there are", async () => {
    const [arabic, danish] = await Promise.all([invitation("ar"), invitation("da")]);
    expect(arabic.voices).toEqual({ order: "device-first", sounds: {} });
    expect(JSON.stringify(danish.voices).length).toBeLessThan(30_000);
  });
});

describe("which voice comes first", () => {
  const orderTold = async () => (await invitation()).voices.order;
  const atDoor = async () => (await fetch(`${site.url}/svar`)).text();

  it("is the device's own, until an administrator turns it", async () => {
    expect(await orderTold()).toBe("device-first");
    const cookie = await cookieOf(site.url, "anne");
    const page = await (await fetch(`${site.url}/admin`, { headers: { cookie } })).text();
    expect(page).toMatch(/<input[^>]*name="order"[^>]*checked=""[^>]*value="device-first"/);
    expect(await atDoor()).toContain("device-first");

    const turned = await send("/admin/oplaesning", { order: "file-first" }, cookie);
    expect([turned.status, turned.headers.get("location")]).toEqual([302, "/admin?done=voices"]);
    expect(await orderTold()).toBe("file-first");
    expect(await atDoor()).toContain("file-first");
    const saved = await (await fetch(`${site.url}/admin?done=voices`, { headers: { cookie } })).text();
    expect(saved).toContain("Det er gemt.");
    expect(saved).toMatch(/<input[^>]*name="order"[^>]*checked=""[^>]*value="file-first"/);
  });

  it("is not a leader's to turn, nor a stranger's, and nothing else than the two", async () => {
    const before = await orderTold();
    const other = before === "device-first" ? "file-first" : "device-first";
    expect((await send("/admin/oplaesning", { order: other }, await cookieOf(site.url, "bo"))).status).toBe(404);
    expect((await send("/admin/oplaesning", { order: other })).headers.get("location")).toMatch(/^\/log-ind/);
    expect((await send("/admin/oplaesning", { order: "cloud" }, await cookieOf(site.url, "anne"))).status).toBe(400);
    expect(await orderTold()).toBe(before);
  });
});
