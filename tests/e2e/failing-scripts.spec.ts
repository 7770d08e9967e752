/** Scripts that do not come, do not wake or fail on their way: the page goes on, and what was answered is kept. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { answerAll, sendAll } from "../support/old-browsers/any-walk";
import { expectHeading } from "../support/scales-site";
import type { ScalesSite } from "../support/scales-site";
import { PASSWORD } from "../support/small-municipality";
import { issueKeys } from "../support/submissions";
import { chooseFirst, press, pressPictures, untilArrived } from "../support/walk-survey";

let site: ScalesSite;
test.beforeAll(({ scalesSite }) => {
  site = scalesSite;
});
test.setTimeout(45_000);

const VENDOR = /\/assets\/vendor-.*\.js$/;
const LADDER = /\/assets\/ladder-.*\.js$/;

/** A browser that lacks something pages are drawn with; their scripts have been read by then. */
const cannotDraw = (page: Page) =>
  page.addInitScript(() => {
    const { flatMap } = Array.prototype;
    Object.defineProperty(Array.prototype, "flatMap", { get: () => (window.__remixRouter ? undefined : flatMap) });
  });

const isAwake = (page: Page) => page.locator(".ask .speaker:enabled").first().waitFor();

const chosenSoFar = (page: Page) =>
  page
    .locator('input[name="walk"]')
    .inputValue()
    .then((walk) => Object.keys((JSON.parse(walk) as { answers: object }).answers));

const again = (page: Page) => page.getByRole("button", { name: "Prøv igen", exact: true });

/** The first two questions, answered; the third is there. */
async function answerTwo(page: Page): Promise<void> {
  await press(page, "Ja");
  await expectHeading(page, "Hvem ligner dig mest?");
  await chooseFirst(page);
  await press(page, "Videre");
  await expectHeading(page, "Tør du sige, hvad du mener, i klassen?");
  await untilArrived(page);
  await page.getByText("Nogle gange").click();
  await press(page, "Videre");
  await expectHeading(page, "Lytter de voksne til dig?");
  expect(await chosenSoFar(page)).toHaveLength(2);
}

/** Videre until what stands on the page cannot be drawn. */
async function goOnUntilItFails(page: Page): Promise<void> {
  for (let left = 16; left > 0 && !(await again(page).isVisible()); left -= 1) {
    await untilArrived(page);
    const before = await page.locator("h1").first().textContent();
    await page.evaluate(() => document.querySelector<HTMLElement>('.foot button[value="next"]')?.click());
    // The heading comes first: a page is there with its answers, or with its rest.
    await page.waitForFunction((was) => {
      const buttons = [...document.querySelectorAll("button")].map(({ textContent }) => textContent?.trim());
      const isDrawn = document.querySelector(".answers, .rest-picture") !== null;
      return buttons.includes("Prøv igen") || (isDrawn && document.querySelector("h1")?.textContent !== was);
    }, before);
  }
  await expect(page.getByText("Intet er gået tabt.")).toBeVisible();
}

test("when a page's scripts are answered 404, a child goes all the way without them", async ({ page }) => {
  await page.route(VENDOR, (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(await site.card("eg-1a"));
  await press(page, "Ja");
  await answerAll(page);
  await sendAll(page);
  expect(Object.keys((await site.sent()).answers).length).toBeGreaterThan(8);
});

for (const [what, answer] of [
  ["are a page in their place", { status: 200, contentType: "text/html", body: "<!doctype html><p>Log on" }],
  ["are no script", { status: 200, contentType: "text/javascript", body: "const = 1" }],
  ["do not come at all", undefined],
] as const)
  test(`when a page's scripts ${what}, a child goes on without them`, async ({ page }) => {
    await page.route(VENDOR, (route) => (answer ? route.fulfill(answer) : route.abort()));
    await page.goto(await site.card("eg-1a"));
    await answerTwo(page);
  });

test("a page that cannot be woken becomes one without scripts by itself, and so do the next ones", async ({ page }) => {
  await cannotDraw(page);
  await page.goto(await site.card("eg-1a"));
  await page.waitForURL(/uden-scripts/);
  await answerTwo(page);
  expect(page.url()).toContain("uden-scripts");
});

test("a page in the middle of a walk that cannot be woken keeps what was answered", async ({ page, context }) => {
  await context.route(VENDOR, (route) => route.abort());
  await page.goto(await site.card("eg-1a"));
  await press(page, "Ja");
  await page.locator(".answers label").first().click();
  await press(page, "Videre");
  await expectHeading(page, "Tør du sige, hvad du mener, i klassen?");
  await page.getByText("Nogle gange").click();
  await context.unroute(VENDOR);
  await cannotDraw(page);
  await press(page, "Videre");
  await page.waitForURL(/uden-scripts/);
  await expectHeading(page, "Lytter de voksne til dig?");
  expect(await chosenSoFar(page)).toHaveLength(2);
});

test("a page whose scripts fail at a press posts what was pressed", async ({ page }) => {
  await page.goto(await site.card("eg-1a"));
  await isAwake(page);
  await page.addInitScript(() => {
    window.FormData = class {
      constructor() {
        throw new Error("no form data here");
      }
    } as unknown as typeof FormData;
  });
  await page.reload();
  await isAwake(page);
  await answerTwo(page);
});

test("an adult's page that cannot be woken can be used", async ({ page }) => {
  await cannotDraw(page);
  await page.goto(`${site.url}/log-ind`);
  await page.getByLabel("Brugernavn").fill("anne");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await press(page, "Log ind");
  await page.getByText("Luk runden").click();
  await expect(page.getByRole("button", { name: "Ja, luk den nu" })).toBeVisible();
});

test("a way of answering that cannot be fetched leaves a way to try again, with what was answered", async ({
  page,
}) => {
  await page.route(LADDER, (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(await site.card("eg-1a"));
  await isAwake(page);
  await answerTwo(page);
  await goOnUntilItFails(page);
  await test.step("again in vain: it is drawn without scripts", async () => {
    await again(page).click();
    await page.waitForURL(/uden-scripts/);
    await expectHeading(page, "Hvor højt står du på stigen lige nu?");
    expect(await chosenSoFar(page)).toHaveLength(2);
    await page.getByText("10", { exact: true }).click();
    await press(page, "Videre");
    await expectHeading(page, "Hvad vil du helst have mere af?");
    expect(await chosenSoFar(page)).toHaveLength(3);
  });
});

test("it is there again when it has been tried again", async ({ page }) => {
  await page.route(LADDER, (route) => route.abort());
  await page.goto(await site.card("eg-1a"));
  await isAwake(page);
  await answerTwo(page);
  await goOnUntilItFails(page);
  await page.unroute(LADDER);
  await again(page).click();
  await expectHeading(page, "Hvor højt står du på stigen lige nu?");
  await isAwake(page);
  expect(page.url()).not.toContain("uden-scripts");
  expect(await chosenSoFar(page)).toHaveLength(2);
});

test("the page behind the pictures opens although its script does not come", async ({ page }) => {
  let asked = 0;
  await page.route(/\/assets\/group-key-.*\.js/, (route) => {
    asked += 1;
    return route.fulfill({ status: 404, body: "" });
  });
  const [key] = await issueKeys(site.application, "birk-rod", 1);
  await page.goto(`${site.url}/svar/g/mnpqrstvwx`);
  await isAwake(page);
  await pressPictures(page, (key?.pictures ?? "").split("."));
  await press(page, "Ja");
  await page.locator(".question-page").waitFor();
  expect(asked).toBeLessThan(6);
});
