/** Every page on paper: nothing light on white, in the light and in the dark, when backgrounds are left out. */
import { mkdirSync } from "node:fs";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { OPERATOR } from "../../server/accounts/rules";
import { test } from "../support/browser-test";
import { untilAwake } from "../support/hurry";
import { lightOnWhite } from "../support/light-on-white";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { PASSWORD } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";
import { unfoldAll } from "../support/unfold";
import { answerAll, sendAll } from "../support/old-browsers/any-walk";
import { press } from "../support/walk-survey";

/** To look at: a folder for what is printed. */
const LOOK = process.env["LYT_LOOK"];

let site: Site;
test.beforeAll(async () => {
  site = await startSite();
  for (const { secret } of await issueKeys(site.application, "eg-1a", 22))
    await put(site.url, freshId(), aSubmission(site.application, secret));
  await site.application.services.rounds.close(OPERATOR, "forar");
  await site.application.services.rounds.seal(OPERATOR, "forar", { isEarlyAccepted: true });
});
test.afterAll(() => site.close());

async function expectDark(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ media: "print", colorScheme });
    expect(await lightOnWhite(page), `${name}, ${colorScheme}`).toEqual([]);
  }
  if (LOOK) {
    mkdirSync(LOOK, { recursive: true });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.pdf({ path: `${LOOK}/${name.replaceAll(/[^\w]+/g, "-")}.pdf`, printBackground: false });
  }
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${site.url}/log-ind`);
  await page.getByLabel("Brugernavn").fill(name);
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await press(page, "Log ind");
  await expect(page).not.toHaveURL(/log-ind/);
}

const OPEN = [
  "/",
  "/log-ind",
  "/nowhere",
  "/svar",
  "/svar?kode=x",
  "/svar/g/mnpqrstvwx",
  "/svar/g/mnpqrstvwx?letters=",
];
const WRONG = ["/svar/00000000000000000000000000", "/svar/g/0000000000", "/log-ind?til=%2Fadmin"];

test("pages that everybody can open", async ({ page }) => {
  for (const path of [...OPEN, ...WRONG]) {
    await page.goto(site.url + path);
    await expectDark(page, path);
  }
});

for (const group of ["eg-1a", "birk-rod"] as const)
  test(`a child's pages in ${group}`, async ({ page, scalesSite }) => {
    await page.goto(await scalesSite.card(group));
    await expectDark(page, `${group} invitation`);
    await press(page, "Ja");
    await untilAwake(page);
    await answerAll(page, (heading) => expectDark(page, `${group} ${heading}`), { isInHurry: true });
    await expectDark(page, `${group} own answers`);
    await sendAll(page);
    await expectDark(page, `${group} thanks`);
  });

test("adults' pages: rounds, results with every table open, the gallery, a form tried", async ({ page }) => {
  await signIn(page, "anne");
  for (const path of [
    "/admin",
    "/leder",
    "/leder/eg",
    "/leder/eg?lang=en",
    "/leder/birk",
    "/galleri",
    "/galleri/fil",
  ]) {
    await page.goto(site.url + path);
    await expectDark(page, `anne ${path}`);
    await unfoldAll(page);
    await expectDark(page, `anne ${path} open`);
  }
});
