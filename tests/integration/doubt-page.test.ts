/** The administrator's page about a round whose secrets are lost: both ways on, and no button that would be refused. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { OPERATOR } from "../../server/accounts/rules";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { issueKeys } from "../support/submissions";
import { cookieOf } from "../support/sign-in";

let site: Site;
let cookie: string;
beforeAll(async () => {
  site = await startSite();
  await issueKeys(site.application, "eg-1a", 1);
  await site.application.services.rounds.close(OPERATOR, "forar");
  await site.database.secrets.collection("roundSecrets").deleteMany({});
  cookie = await cookieOf(site.url, "anne");
});
afterAll(() => site.close());

it.each([
  ["", "lyt release import &lt;fil&gt;", "Er der aldrig læst et resultat af den"],
  ["?lang=en", "lyt release import &lt;file&gt;", "If no result of it was ever read"],
])("tells of both commands (%s)", async (lang, fromFile, unread) => {
  const page = await (await fetch(`${site.url}/admin${lang}`, { headers: { cookie } })).text();
  const [, warning = ""] = /data-kind="doubt">([^<]*)</.exec(page) ?? [];
  expect(warning).toContain(fromFile);
  expect(warning).toContain(unread);
  expect(warning).toContain("lyt round seal forar --nothing-was-read");
  expect(page).not.toContain('value="seal"');
});
