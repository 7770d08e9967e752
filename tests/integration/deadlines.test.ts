/** Both deadlines at every entrance: a key's page by card and by pictures, a form post, the API, and a group's door. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { aRound } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const TODAY = "2026-03-10T09:00:00Z";
const { opensAt, closesAt } = aRound();
const GRACE_ENDS = new Date("2026-03-24T23:00:00Z");
const by = (moment: Date, ms: number) => new Date(moment.getTime() + ms);

type Told = "walk" | "closed" | "unknown" | "sent" | "sealed" | "door";

const SAYS: readonly [Told, RegExp][] = [
  ["sent", /Tak\. Nu har vi hørt dig\./],
  ["sealed", /Nu er det lukket, så/],
  ["door", /Tryk på billederne fra dit kort/],
  ["unknown", /Vi kan ikke finde dit kort/],
  [
    "walk",
    /<h1[^>]*>.*(?:Er du glad for at være her|Kan du lide at være her)|name="do" value="(?:join|decline:|next)/s,
  ],
  ["closed", /Her er lukket lige nu/],
];

/** What stands on the page; what it carries for its scripts is no word to the child. */
async function told(response: Response): Promise<Told | undefined> {
  const body = (await response.text()).replace(/<script[\s\S]*$/, "");
  return SAYS.find(([, words]) => words.test(body))?.[0];
}

const get = (path: string) => fetch(site.url + path);
const post = (path: string, fields: Record<string, string>) =>
  fetch(site.url + path, { method: "POST", body: new URLSearchParams(fields) });

const walkIn = (page: string) => (/name="walk" value="([^"]*)"/.exec(page)?.[1] ?? "").replaceAll("&quot;", '"');

/** Issued and opened while the round is open; `begun` is a walk on its way, `opened` an invitation not yet answered. */
async function aChild(kind: "card" | "group") {
  site.clock.set(TODAY);
  const [key] = await issueKeys(site.application, "eg-1a", 1);
  const keyText = kind === "card" ? (key?.secret ?? "") : `0123456789/${key?.pictures ?? ""}`;
  const path = kind === "card" ? `/svar/${keyText}` : `/svar/g/${keyText}`;
  const opened = walkIn(await (await get(path)).text());
  const begun = walkIn(await (await post(path, { walk: opened, do: "join" })).text());
  const { answers } = aSubmission(site.application, keyText);
  const looking = JSON.stringify({ ...(JSON.parse(begun) as object), stage: "looking", answers });
  return { keyText, path, opened, begun, looking };
}

const entrances = {
  "a key's page": async (path: string) => told(await get(path)),
  "an invitation opened before, Ja": async (path: string, child: Awaited<ReturnType<typeof aChild>>) =>
    told(await post(path, { walk: child.opened, do: "join" })),
  "a step of a walk that was begun": async (path: string, child: Awaited<ReturnType<typeof aChild>>) =>
    told(await post(path, { walk: child.begun, do: "stay" })),
  "a post without a walk": async (path: string) => told(await post(path, { do: "join" })),
  "sending a form": async (path: string, child: Awaited<ReturnType<typeof aChild>>) =>
    told(await post(path, { walk: child.looking, do: "send" })),
  "the API": async (_path: string, { keyText }: Awaited<ReturnType<typeof aChild>>): Promise<Told | undefined> => {
    const body = aSubmission(site.application, keyText, { mode: keyText.includes("/") ? "class" : "solo" });
    const { status } = await put(site.url, freshId(), body);
    return ({ 200: "sent", 404: "unknown", 410: "sealed" } as const)[status];
  },
  "the group's door": async () => told(await get("/svar/g/0123456789")),
};

const moments: readonly [string, Date, readonly (Told | undefined)[]][] = [
  ["before it opens", by(opensAt, -1), ["unknown", "unknown", "unknown", "unknown", "unknown", "unknown", "closed"]],
  ["as it opens", opensAt, ["walk", "walk", "walk", "walk", "sent", "sent", "door"]],
  ["a moment before it closes", by(closesAt, -1), ["walk", "walk", "walk", "walk", "sent", "sent", "door"]],
  ["as it closes", closesAt, ["closed", "walk", "walk", "closed", "sent", "sent", "closed"]],
  ["as the grace ends", by(GRACE_ENDS, -1), ["closed", "walk", "walk", "closed", "sent", "sent", "closed"]],
  ["after the grace", GRACE_ENDS, ["unknown", "unknown", "unknown", "unknown", "unknown", "sealed", "closed"]],
];

describe.each(["card", "group"] as const)("by %s", (kind) => {
  it.each(moments)("%s", async (_when, moment, expected) => {
    const seen: (Told | undefined)[] = [];
    for (const enter of Object.values(entrances)) {
      const child = await aChild(kind);
      site.clock.set(moment);
      seen.push(await enter(child.path, child));
    }
    expect(Object.fromEntries(Object.keys(entrances).map((name, at) => [name, seen[at]]))).toEqual(
      Object.fromEntries(Object.keys(entrances).map((name, at) => [name, expected[at]])),
    );
  });
});

it("the page of a closing round is one of ours that goes on: 200, and never kept", async () => {
  const { path } = await aChild("card");
  site.clock.set(closesAt);
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect((await get("/svar/g/0123456789")).status).toBe(404);
});

it("a round that is closed on time, and one that nothing has closed yet, are the same to a child", async () => {
  const { path, begun, looking } = await aChild("group");
  site.clock.set(by(closesAt, 1000));
  const before = [await told(await get(path)), await told(await post(path, { walk: begun, do: "stay" }))];
  await site.application.services.rounds.tick();
  expect([await told(await get(path)), await told(await post(path, { walk: begun, do: "stay" }))]).toEqual(before);
  expect(before).toEqual(["closed", "walk"]);
  expect(await told(await post(path, { walk: looking, do: "send" }))).toBe("sent");
});
