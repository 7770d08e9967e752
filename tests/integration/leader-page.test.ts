/** What a leader's page costs the database: the same few questions, however many rounds and groups there are. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { operationsOf } from "../support/count-operations";
import { startLeaderSite } from "../support/leader-site";
import type { Site } from "../support/site";
import { cookieOf } from "../support/sign-in";

let site: Site;
let cookie: string;
beforeAll(async () => {
  site = await startLeaderSite();
  cookie = await cookieOf(site.url, "anne");
});
afterAll(() => site.close());

const visit = async (path: string): Promise<void> => {
  const response = await fetch(site.url + path, { headers: { cookie } });
  expect([path, response.status]).toEqual([path, 200]);
  await response.text();
};

/** Whose session it is. */
const SESSION = ["sessions.findOne", "users.findOne"];

it.each(["/leder/lind", "/leder/lind/forar-2025", "/leder/gran?lang=en"])("%s asks four things", async (path) => {
  await visit(path);
  const asked = await operationsOf(site.database, () => visit(path));
  expect(asked.filter((operation) => !SESSION.includes(operation)).sort()).toEqual([
    "feedbacks.findOne",
    "municipality.findOne",
    "releases.find",
    "rounds.find",
  ]);
});
