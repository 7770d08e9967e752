/** A browser of 2021: it lacks the library and the style rules that are newer than the oldest browsers we name. */
import { mkdirSync } from "node:fs";
import { expect } from "@playwright/test";
import type { BrowserContext, Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { answerAll, sendAll } from "../support/old-browsers/any-walk";
import { forgetNewer } from "../support/old-browsers/forget";
import { startSite } from "../support/site";
import { PASSWORD } from "../support/small-municipality";
import { issueKeys } from "../support/submissions";
import { press, pressPictures } from "../support/walk-survey";

/** To look at what such a browser shows: a folder for pictures. */
const LOOK = process.env["LYT_LOOK"];

async function shot(page: Page, name: string): Promise<void> {
  if (!LOOK) return;
  mkdirSync(LOOK, { recursive: true });
  const { width } = page.viewportSize() ?? { width: 0 };
  await page.waitForTimeout(600);
  await page.screenshot({
    path: `${LOOK}/${width}-${name.replaceAll(/[^\w]+/g, "-").slice(0, 40)}.png`,
    fullPage: true,
  });
}

async function expectForgotten(page: Page): Promise<void> {
  const left = await page.evaluate(() => [
    "SubmitEvent" in window,
    "requestSubmit" in HTMLFormElement.prototype,
    "structuredClone" in window,
    "findLastIndex" in Array.prototype,
  ]);
  expect(left).toEqual(left.map(() => false));
}

async function oldPage(context: BrowserContext, faults: string[]): Promise<Page> {
  await forgetNewer(context);
  const page = await context.newPage();
  page.on("pageerror", ({ message }) => faults.push(message));
  return page;
}

const TABLET = { width: 820, height: 1180 };
for (const viewport of LOOK ? [TABLET, { width: 390, height: 844 }, { width: 1280, height: 800 }] : [TABLET])
  test(`a child goes all the way in it, at ${viewport.width}`, async ({ browser, scalesSite: site }) => {
    const context = await browser.newContext({ viewport, locale: "da-DK", hasTouch: true });
    const faults: string[] = [];
    const page = await oldPage(context, faults);
    await page.goto(`${site.url}/svar`);
    await expectForgotten(page);
    await shot(page, "door");
    const [key] = await issueKeys(site.application, "birk-rod", 1);
    await page.goto(`${site.url}/svar/g/mnpqrstvwx`);
    await shot(page, "pictures");
    await pressPictures(page, (key?.pictures ?? "").split("."));
    await page.locator('button[value="join"]').waitFor();
    await shot(page, "invitation-young");

    await page.goto(await site.card("eg-1a"));
    await shot(page, "invitation");
    await press(page, "Ja");
    await page.locator(".question-page").waitFor();
    // Awake: nothing of this is a form post.
    const posts: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
    await answerAll(page, (heading) => shot(page, heading));
    await shot(page, "own answers");
    await sendAll(page);
    await shot(page, "thanks");
    const { answers } = await site.sent();
    expect(Object.keys(answers).length).toBeGreaterThan(8);
    expect(posts).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

test("an adult signs in, opens a round's step and reads results in it", async ({ browser }) => {
  const site = await startSite();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "da-DK" });
  const faults: string[] = [];
  const page = await oldPage(context, faults);
  await page.goto(`${site.url}/log-ind`);
  await shot(page, "sign-in");
  await page.getByLabel("Brugernavn").fill("anne");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await press(page, "Log ind");
  await expect(page).toHaveURL(`${site.url}/admin`);
  await shot(page, "admin");
  await page.getByText("Luk runden").click();
  await press(page, "Ja, luk den nu");
  await expect(page.getByRole("status")).toHaveText("Runden er lukket.");
  await page.goto(`${site.url}/leder/eg`);
  await shot(page, "leader");
  expect(faults).toEqual([]);
  await context.close();
  await site.close();
});
