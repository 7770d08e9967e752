/** A walk that is left in the middle or begun in an odd browser: nobody else sees it, and its child can go on. */
import { expect } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { OPERATOR } from "../../server/accounts/rules";
import { KEY_THINGS } from "../../surveys/pictures/key-things";
import { test } from "../support/browser-test";
import { goThroughHistory, openCachingBrowser, openTablet } from "../support/caching-browser";
import { hurryOn, hurryToTheEnd } from "../support/hurry";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { issueKeys } from "../support/submissions";
import { expectQuestion, press, pressPictures } from "../support/walk-survey";

const DOOR = "/svar/g/0123456789";
let site: Site;
let browser: Browser;
test.beforeAll(async () => {
  site = await startSite();
  browser = await openCachingBrowser();
});
test.afterAll(async () => {
  await browser.close();
  await site.close();
});

const tablet = () => openTablet(browser, { baseURL: site.url });

async function begin(page: Page): Promise<string> {
  const [key] = await issueKeys(site.application, "eg-1a", 1);
  const pictures = key?.pictures ?? "";
  await page.goto(DOOR);
  await pressPictures(page, pictures.split("."));
  await press(page, "Ja");
  return pictures;
}

async function sendAll(page: Page): Promise<void> {
  await hurryToTheEnd(page);
  await press(page, "Send mine svar");
  await expect(page.getByRole("heading", { name: "Tak. Nu har vi hørt dig." })).toBeVisible();
}

test("whoever goes on to an adult's page has left the walk: Back leads to the door", async () => {
  const context = await tablet();
  const page = await context.newPage();
  await begin(page);
  await hurryOn(page, 2);
  await page.goto("/log-ind");
  await goThroughHistory(page, -1);
  await expect(page.locator(".key-grid")).toBeVisible();
  await context.close();
});

test("a child that reloads while pictures are paused goes on with its answers", async () => {
  const context = await tablet();
  const page = await context.newPage();
  const pictures = await begin(page);
  await hurryOn(page, 3);
  const wrong = KEY_THINGS.filter((thing) => !pictures.includes(thing));
  for (let at = 0; at < 40; at += 1)
    await fetch(`${site.url}${DOOR}/${wrong[at % wrong.length]}.${wrong[0]}.${wrong[1]}`);
  await page.reload();
  await expect(page.getByText("Intet er gået tabt.")).toBeVisible();
  await press(page, "Prøv igen");
  await expectQuestion(page, 4, 8);
  await page.waitForURL(/#svar$/);
  await sendAll(page);
  await site.application.services.guessing.reopenDoor(OPERATOR, "eg-1a");
  await context.close();
});

for (const [how, spoil] of [
  [
    "refuses the tab's storage",
    () =>
      Object.defineProperty(window, "sessionStorage", {
        get: () => {
          throw new Error("no");
        },
      }),
  ],
  ["has none for the tab", () => Object.defineProperty(window, "sessionStorage", { value: null })],
  [
    "cannot read what is stored",
    () => {
      Storage.prototype.getItem = () => {
        throw new Error("no");
      };
    },
  ],
] as const)
  test(`a browser that ${how} still lets a child answer`, async () => {
    const context = await tablet();
    await context.addInitScript(spoil);
    const page = await context.newPage();
    await begin(page);
    await sendAll(page);
    await context.close();
  });
