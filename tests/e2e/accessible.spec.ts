/** axe finds nothing on any page: a child's, a leader's, an administrator's; light and dark; Danish and English. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { OPERATOR } from "../../server/accounts/rules";
import { test } from "../support/browser-test";
import { expectAccessible } from "../support/axe";
import { untilAwake } from "../support/hurry";
import { goOn } from "../support/papers-site";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { PASSWORD } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";
import { unfoldAll } from "../support/unfold";
import { chooseFirst, expectQuestion, press } from "../support/walk-survey";

let site: Site;
test.beforeAll(async () => {
  site = await startSite();
});
test.afterAll(() => site.close());

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${site.url}/log-ind`);
  await page.getByLabel("Brugernavn").fill(name);
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await press(page, "Log ind");
  await expect(page).not.toHaveURL(/log-ind/);
}

for (const [group, questions] of [
  ["eg-1a", 8],
  ["birk-rod", 8],
] as const)
  test(`every kind of page of a child in ${group}`, async ({ page }) => {
    const [key] = await issueKeys(site.application, group, 1);
    await page.goto(`${site.url}/svar/${key?.secret}`);
    await expectAccessible(page);
    await press(page, "Ja");
    await untilAwake(page);
    // Every question is looked at in `tests/deep-browser/accessible-everywhere.spec.ts`: here the first of each kind.
    const kinds = new Set<string | null>();
    for (let at = 1; at <= questions; at += 1) {
      await expectQuestion(page, at, questions);
      const kind = await page.locator("main.question").getAttribute("data-asks");
      if (!kinds.has(kind)) {
        await chooseFirst(page);
        await expectAccessible(page);
        kinds.add(kind);
      }
      await goOn(page);
    }
    await expect(page.getByRole("heading", { name: "Her er dine svar" })).toBeVisible();
    await expectAccessible(page);
    await page.locator("summary").first().click();
    await expectAccessible(page);
    await press(page, "Nej, videre");
    await press(page, "Send mine svar");
    await expect(page.getByRole("heading", { name: "Tak. Nu har vi hørt dig." })).toBeVisible();
    await expectAccessible(page);
  });

const OPEN_PAGES = ["/", "/?lang=en", "/svar", "/svar?kode=x", "/svar/g/mnpqrstvwx", "/svar/g/mnpqrstvwx?letters="];
const WRONG_PAGES = ["/svar/00000000000000000000000000", "/svar/g/0000000000", "/log-ind", "/nowhere"];
test("every page that anybody can open", async ({ page }) => {
  for (const path of [...OPEN_PAGES, ...WRONG_PAGES]) {
    await page.goto(site.url + path);
    await expectAccessible(page);
  }
});

async function expectAccessibleInBoth(page: Page): Promise<void> {
  await unfoldAll(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
}

test("the administrator's rounds, and a leader's results, light and dark", async ({ page }) => {
  await signIn(page, "anne");
  await expectAccessibleInBoth(page);
  for (const { secret } of await issueKeys(site.application, "birk-rod", 12))
    await put(site.url, freshId(), aSubmission(site.application, secret, { band: "3-5" }));
  await site.application.services.rounds.close(OPERATOR, "forar");
  await site.application.services.rounds.seal(OPERATOR, "forar", { isEarlyAccepted: true });
  for (const path of ["/admin", "/leder", "/leder/birk", "/leder/birk?lang=en", "/leder/eg"]) {
    await page.goto(site.url + path);
    await expectAccessibleInBoth(page);
  }
});
