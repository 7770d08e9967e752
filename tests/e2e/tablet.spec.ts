/**
 * A tablet that goes from child to child: Back, Forward, the back-forward cache and a tab left open never show the child
 * before, and a child's own reload and own Back keep its answers. In Chromium with its back-forward cache turned on.
 */
import { expect } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { goThroughHistory, openCachingBrowser, openTablet } from "../support/caching-browser";
import { hurryOn, hurryToTheEnd } from "../support/hurry";
import type { Site } from "../support/site";
import { issueKeys } from "../support/submissions";
import { chooseFirst, expectQuestion, press, pressPictures } from "../support/walk-survey";

const DOOR = "/svar/g/0123456789";
let site: Site;
let browser: Browser;
test.beforeAll(async ({ plainSite }) => {
  site = plainSite;
  browser = await openCachingBrowser();
});
test.afterAll(async () => {
  await browser.close();
  // Which pages are kept is the browser's choice; that some were is what makes these tests tell something.
  expect(fromCache > 0 || cameBack < 5).toBe(true);
});

const tablet = (javaScriptEnabled = true) => openTablet(browser, { baseURL: site.url, javaScriptEnabled });
let cameBack = 0;
let fromCache = 0;
async function goBack(page: Page): Promise<void> {
  cameBack += 1;
  if (await goThroughHistory(page, -1)) fromCache += 1;
}

async function freshKey() {
  const [key] = await issueKeys(site.application, "eg-1a", 1);
  if (!key?.pictures) throw new Error("no key was issued");
  return { ...key, pictures: key.pictures };
}

async function expectDoor(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Hej! Tryk på billederne fra dit kort." })).toBeVisible();
  await expect(page.locator('.slot[data-at="filled"]')).toHaveCount(0);
}

/** What a child before has left would show: its question, its answers, its thanks. */
const TRACES = ".question-page, .question-block, .own-answers, .receipt, .practice, .rest-page, .invitation";

/** Back to the beginning of the tab's history, one press at a time: a door is all there is. */
async function expectOnlyDoorsBehind(page: Page): Promise<void> {
  const entries = await page.evaluate(() => history.length);
  for (let press = 1; press < entries; press += 1) {
    await goBack(page);
    if (page.url() === "about:blank") return;
    await expect(page.locator("main.door")).toBeVisible();
    await expect(page.locator(TRACES)).toHaveCount(0);
  }
}

async function answer(page: Page, count: number): Promise<void> {
  await hurryOn(page, count);
  await expectQuestion(page, count + 1, 8);
}

const ways: readonly [string, (page: Page) => Promise<void>][] = [
  ["pictures", async (page) => pressPictures(page, (await freshKey()).pictures.split("."))],
  [
    "letters",
    async (page) => {
      await page.getByRole("link", { name: "Skriv bogstaver" }).click();
      await page.getByRole("textbox").fill((await freshKey()).letters);
      await press(page, "Videre");
    },
  ],
];

for (const [name, enter] of ways)
  test(`by ${name}: an unfinished walk is left when the door is opened anew, and its answers are gone`, async () => {
    const context = await tablet();
    const page = await context.newPage();
    await page.goto(DOOR);
    await enter(page);
    await press(page, "Ja");
    await answer(page, 3);
    const left = page.url();
    expect(
      await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("lyt-draft"))),
    ).toHaveLength(1);
    await page.goto(DOOR);
    await expectDoor(page);
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("lyt-draft")))).toEqual(
      [],
    );
    await goBack(page);
    await expectDoor(page);
    expect(page.url()).not.toBe(left);
    await expectOnlyDoorsBehind(page);
    await context.close();
  });

test("after sending, Back from the door shows no thanks, and Forward none either", async () => {
  const context = await tablet();
  const page = await context.newPage();
  await page.goto(DOOR);
  await pressPictures(page, (await freshKey()).pictures.split("."));
  await press(page, "Ja");
  await hurryToTheEnd(page);
  await press(page, "Send mine svar");
  await expect(page.getByRole("heading", { name: "Tak. Nu har vi hørt dig." })).toBeVisible();
  await page.getByRole("link", { name: "Næste barn" }).click();
  await expectDoor(page);
  await goBack(page);
  await expectDoor(page);
  await goThroughHistory(page, 1);
  await expectDoor(page);
  await expectOnlyDoorsBehind(page);
  await context.close();
});

test("two pictures of a child that went away are not shown to the next one", async () => {
  const context = await tablet();
  const page = await context.newPage();
  await page.goto(DOOR);
  await pressPictures(page, (await freshKey()).pictures.split(".").slice(0, 2));
  await expect(page.locator('.slot[data-at="filled"]')).toHaveCount(2);
  await page.reload();
  await expect(page.locator('.slot[data-at="filled"]')).toHaveCount(2);
  await page.goto(DOOR);
  await goBack(page);
  await expectDoor(page);
  await context.close();
});

test("a door whose scripts do not wake ends the visit too", async () => {
  const context = await tablet();
  const page = await context.newPage();
  await page.goto(DOOR);
  await pressPictures(page, (await freshKey()).pictures.split("."));
  await press(page, "Ja");
  await answer(page, 1);
  await page.route(/\/assets\/.*\.js/, (route) => route.abort());
  await page.goto(DOOR);
  await page.unroute(/\/assets\/.*\.js/);
  await goBack(page);
  await expectDoor(page);
  await context.close();
});

test("a child's own reload and own Back keep its walk: one question back, as Tilbage does", async () => {
  const context = await tablet();
  const page = await context.newPage();
  await page.goto(`/svar/${(await freshKey()).secret}`);
  await press(page, "Ja");
  await answer(page, 3);
  await page.reload();
  await expectQuestion(page, 4, 8);
  await goBack(page);
  await expectQuestion(page, 3, 8);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
  await goBack(page);
  await expectQuestion(page, 2, 8);
  await press(page, "Videre");
  await press(page, "Videre");
  await hurryToTheEnd(page);
  await goBack(page);
  await expectQuestion(page, 8, 8);
  await press(page, "Videre");
  await press(page, "Send mine svar");
  await expect(page.getByRole("heading", { name: "Tak. Nu har vi hørt dig." })).toBeVisible();
  await context.close();
});

test("another card in the same tab: the first child's page is not shown by Back, and its card still finds its answers", async () => {
  const context = await tablet();
  const page = await context.newPage();
  const [first, second] = [await freshKey(), await freshKey()];
  await page.goto(`/svar/${first.secret}`);
  await press(page, "Ja");
  await answer(page, 1);
  await page.goto(`/svar/${second.secret}`);
  await expect(page.getByText("Vil du være med?").first()).toBeVisible();
  await goBack(page);
  await expect(page.getByRole("heading", { name: "Hej! Har du et kort?" })).toBeVisible();
  await expect(page.locator(TRACES)).toHaveCount(0);
  await page.goto(`/svar/${first.secret}`);
  await expectQuestion(page, 2, 8);
  await context.close();
});

test("a tab left open, and one that is restored after an hour, lead to the door", async () => {
  const context = await tablet();
  const [old, fresh] = [await context.newPage(), await context.newPage()];
  await old.goto(DOOR);
  await pressPictures(old, (await freshKey()).pictures.split("."));
  await press(old, "Ja");
  await expect(old).toHaveURL(/#svar$/);
  await fresh.goto(DOOR);
  await expectDoor(fresh);
  await expect.poll(() => fresh.evaluate(() => localStorage.getItem("lyt-visit"))).toContain("||");
  await old.bringToFront();
  // What a browser says when somebody goes back to a tab; under Playwright every tab is in sight all the time.
  await old.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expectDoor(old);
  await pressPictures(old, (await freshKey()).pictures.split("."));
  await press(old, "Ja");
  await expect(old).toHaveURL(/#svar$/);
  // The walk's own entry of the history is marked a moment after it is there.
  const marked = () => old.evaluate(() => typeof (history.state as { visit?: unknown } | null)?.visit);
  await expect.poll(marked).toBe("string");
  await old.evaluate(() => {
    const [name, key, seenAt] = (localStorage.getItem("lyt-visit") ?? "").split("|");
    localStorage.setItem("lyt-visit", [name, key, Number(seenAt) - 61 * 60_000].join("|"));
  });
  await old.reload();
  await expectDoor(old);
  await context.close();
});

test("without scripts Back asks before it posts again, and shows nothing of the child before", async () => {
  const context = await tablet(false);
  const page = await context.newPage();
  await page.goto(DOOR);
  await pressPictures(page, (await freshKey()).pictures.split("."));
  await press(page, "Ja");
  await expectQuestion(page, 1, 8);
  await chooseFirst(page);
  await press(page, "Videre");
  await expectQuestion(page, 2, 8);
  await page.goto(DOOR);
  await expectDoor(page);
  await expect(page.goBack()).rejects.toThrow("ERR_CACHE_MISS");
  await expect(page.locator(TRACES)).toHaveCount(0);
  await context.close();
});
