/** A survey is published when a round opens on it: not before it keeps the rules; what it asks of whom holds on the server. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import type { Group } from "../../server/organisation/contract";
import { definitions } from "../../surveys/definitions/index";
import { buildLibrary } from "../../surveys/engine/survey-library";
import { LANGUAGES } from "../../surveys/paper/language";
import type { Language } from "../../surveys/paper/language";
import { shippedNarrations } from "../../surveys/narration/shipped";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { aRound } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";
import puls from "../../surveys/definitions/puls/v1.json" with { type: "json" };
import { cookieOf, postForm } from "../support/sign-in";

const VERSIONS = { unkind: 2, forSchools: 3, planless: 4 } as const;

/** The same survey with other words or conditions in the questions about feeling safe. */
function changed(version: number, change: object): { path: string; json: unknown } {
  const json = structuredClone(puls) as { version: number; forms: Record<string, { pages: { elements: object[] }[] }> };
  json.version = version;
  for (const { pages } of Object.values(json.forms))
    for (const { elements } of pages)
      for (const element of elements) if ("name" in element && element.name === "safe") Object.assign(element, change);
  return { path: `puls/v${version}.json`, json };
}

const negated = { default: "Er du ikke tryg her?", da: "Er du ikke tryg her?", en: "Are you not safe here?" };
const library = buildLibrary(
  [
    ...definitions,
    changed(VERSIONS.unkind, { title: negated, stress: undefined }),
    changed(VERSIONS.forSchools, { visibleIf: "{fact.kind} = 'skole'" }),
    { path: "puls/planless.json", json: { ...puls, version: VERSIONS.planless, supportPlan: undefined } },
  ],
  { narrations: shippedNarrations },
);

let site: Site;
beforeAll(async () => {
  site = await startSite({ library });
  const { rounds } = site.application.stores;
  await rounds.insert(aRound({ id: "unkind", surveyVersion: VERSIONS.unkind }));
  await rounds.insert(aRound({ id: "schools", surveyVersion: VERSIONS.forSchools }));
});
afterAll(() => site.close());

describe("a survey that breaks a rule", () => {
  const state = async (id: string) => (await site.application.stores.rounds.find(id))?.state;

  it("is not published, and the operator is told which rule, and where", async () => {
    await expect(site.application.services.rounds.open(OPERATOR, "unkind")).rejects.toMatchObject({
      code: "round.unfitSurvey",
      message: expect.stringMatching(/safe: .*\[no-negation\]$/) as string,
    });
    expect(await state("unkind")).toBe("draft");
  });

  it("is refused to the administrator in words", async () => {
    const cookie = await cookieOf(site.url, "anne");
    const refused = await postForm(`${site.url}/admin`, { round: "unkind", do: "open" }, cookie);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Spørgeskemaet er ikke godt nok til børnene endnu.");
    expect(await state("unkind")).toBe("draft");
  });
});

describe("a survey that asks about what may hurt", () => {
  const planFor = async (round: string, group: string, locale: Language = "da") => {
    const [key] = await issueKeys(site.application, group, 1, round);
    const { responses } = site.application.services;
    return (await responses.openKey(key?.secret ?? "", { locale, address: "test" })).supportPlan;
  };
  const five: Group = {
    id: "eg-5a",
    institutionId: "eg",
    name: "5. A",
    band: "10-12",
    childCount: 20,
    code: "q123456789",
  };

  beforeAll(async () => {
    await site.application.stores.organisation.insertGroups([five]);
    await site.application.stores.rounds.insert(
      aRound({ id: "whole", survey: "trivsel", groupIds: ["birk-rod", "eg-1a", "eg-5a"] }),
    );
    await site.application.services.rounds.open(OPERATOR, "whole");
    await site.application.stores.rounds.insert(
      aRound({ id: "planless", surveyVersion: VERSIONS.planless, state: "open" }),
    );
  });

  it.each(LANGUAGES)("tells a child whom to turn to, as it can at its age, in %s", async (language) => {
    const [small, school, older] = await Promise.all(
      ["birk-rod", "eg-1a", "eg-5a"].map((group) => planFor("whole", group, language)),
    );
    for (const plan of [small, school]) expect(plan).toMatch(/^\P{Nd}{20,}$/u);
    expect(older).toContain("116 111");
    expect(new Set([small, school, older]).size).toBe(3);
    expect(await planFor("forar", "eg-1a", language)).toBe(school);
  });

  it("is none where the survey has no plan", async () => {
    expect(await planFor("planless", "eg-1a")).toBeUndefined();
  });
});

describe("a question that only schools are asked", () => {
  beforeAll(() => site.application.services.rounds.open(OPERATOR, "schools"));

  it.each([
    ["kept from a school", "eg-1a", "6-9", true],
    ["dropped from a kindergarten, which was not asked", "birk-rod", "3-5", false],
  ] as const)("is %s", async (_what, group, band, isKept) => {
    const [key] = await issueKeys(site.application, group, 1, "schools");
    const submission = aSubmission(site.application, key?.secret ?? "", { round: "schools", band });
    const id = freshId();
    const response = await put(site.url, id, submission);
    expect(response.status).toBe(200);
    const stored = await site.database.main.collection("responses").findOne({ _id: id as never });
    expect("safe" in (stored?.answers as object)).toBe(isKept);
    expect("glad" in (stored?.answers as object)).toBe(true);
  });
});
