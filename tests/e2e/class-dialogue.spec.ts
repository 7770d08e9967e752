/** From a result to a talk, from a talk to a proposal, and from that to something done: a leader and a class. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { test } from "../support/browser-test";
import { startLeaderSite } from "../support/leader-site";
import { LIND_ROUND, addLiv } from "../support/lind";
import { PASSWORD } from "../support/small-municipality";
import type { Site } from "../support/site";

const PROJECTOR = { width: 1280, height: 720 };

let site: Site;
test.beforeAll(async () => {
  site = await startLeaderSite();
  await addLiv(site);
});
test.afterAll(() => site.close());

async function signIn(page: Page): Promise<void> {
  await page.goto(`${site.url}/log-ind`);
  await page.getByLabel("Brugernavn").fill("liv");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await page.getByRole("button", { name: "Log ind" }).click();
  await page.waitForURL(`${site.url}/leder/lind**`);
}

async function openLink(page: Page): Promise<string> {
  await page.goto(`${site.url}/leder/lind/${LIND_ROUND}/samtale`);
  await page.getByRole("button", { name: "Lav et link til skærmen" }).click();
  const link = page.getByRole("link", { name: /^\/samtale\// });
  await expect(link).toBeVisible();
  return site.url + ((await link.getAttribute("href")) ?? "");
}

const isWhole = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

test("a leader reads, a class talks and proposes, and the leader makes it an action and finishes it", async ({
  page,
  browser,
}) => {
  await signIn(page);
  await page.goto(`${site.url}/leder/lind/${LIND_ROUND}`);
  await page.getByRole("link", { name: "Klassesamtale" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Klassesamtale");
  const link = await openLink(page);

  // A teacher without an account, on a computer without scripts.
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "da-DK", viewport: PROJECTOR });
  const board = await context.newPage();
  await board.goto(link);
  await expect(board.getByRole("heading", { level: 1 })).toHaveText("Læs først");
  await board.getByRole("link", { name: "Begynd samtalen" }).click();
  await expect(board.getByRole("heading", { name: "Tal om det to og to" })).toBeVisible();
  await board.getByRole("link", { name: "Skriv et forslag" }).click();
  await board.getByLabel("Vores forslag").fill("Vi vil stemme om fredagens time.");
  await board.getByRole("button", { name: "Send forslaget" }).click();
  await expect(board.getByRole("status")).toContainText("Forslaget er sendt");
  await board.getByRole("link", { name: "Næste" }).click();
  await expect(board.getByText("2 af")).toBeVisible();
  await context.close();

  await page.goto(`${site.url}/leder/lind/${LIND_ROUND}`);
  await page.getByRole("link", { name: "Handlinger", exact: true }).click();
  const proposed = page.getByRole("region", { name: /^Foreslået af børnene/ });
  await expect(proposed.getByRole("heading", { name: "Vi vil stemme om fredagens time." })).toBeVisible();
  await expect(proposed.getByText(/^Foreslået i samtalen den 10\.\smarts af /)).toBeVisible();
  await proposed.getByText("Ændr").press("Enter");
  await proposed.getByRole("button", { name: "Sæt i gang" }).click();
  await expect(proposed.getByRole("alert")).toContainText("Skriv, hvem der gør det.");
  await proposed.getByLabel("Hvem gør det?").fill("Klassens lærer");
  await proposed.getByLabel("Hvornår er det gjort?").fill("2026-03-27");
  await proposed.getByRole("button", { name: "Sæt i gang" }).click();

  const underway = page.getByRole("region", { name: /^I gang/ });
  await expect(underway.getByText(/^Klassens lærer, senest 27\.\smarts/)).toBeVisible();
  await underway.getByText("Ændr").press("Enter");
  await underway.getByRole("button", { name: "Det er gjort" }).click();
  await expect(page.getByRole("region", { name: /^Gjort/ }).getByText(/^Gjort den 10\.\smarts/)).toBeVisible();
});

test("a sentence on the leader's page becomes an action about it", async ({ page }) => {
  await signIn(page);
  await page.goto(`${site.url}/leder/lind/${LIND_ROUND}`);
  await page
    .getByRole("link", { name: /^Skriv en handling ?: / })
    .first()
    .click();
  await expect(page.getByText(/^Det handler om: .+ · Forår 2026$/)).toBeVisible();
  await page.getByLabel("Hvad gør I?").first().fill("Vi spørger hver uge");
  await page.getByLabel("Hvem gør det?").first().fill("Lederen");
  await page.getByLabel("Hvornår er det gjort?").first().fill("2026-03-09");
  await page.getByRole("button", { name: "Sæt i gang" }).first().click();
  const underway = page.getByRole("region", { name: /^I gang/ });
  await expect(underway.getByRole("heading", { name: "Vi spørger hver uge" })).toBeVisible();
  await expect(underway.getByText("Fristen er gået")).toBeVisible();
});

test("arrows step through a dialogue on a projector, and each step is whole there", async ({ page }) => {
  await signIn(page);
  const link = await openLink(page);
  await page.setViewportSize(PROJECTOR);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Læs først");
  for (let nr = 1; ; nr += 1) {
    await page.keyboard.press(nr % 2 ? "ArrowRight" : "PageDown");
    await page.waitForURL(`**?nr=${nr}`);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height, page.url()).toBeLessThanOrEqual(PROJECTOR.height);
    if (await page.getByRole("heading", { name: "Tak, fordi I talte sammen" }).isVisible()) break;
    expect(nr).toBeLessThan(30);
  }
  // Who writes moves the caret, not the page.
  await page.getByLabel("Vores forslag").fill("Ja");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByLabel("Vores forslag")).toBeFocused();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("heading", { name: "Tal om det to og to" })).toBeVisible();
});

test("every page is accessible and whole, in Danish and English, on a projector and on a phone", async ({ page }) => {
  await signIn(page);
  const link = await openLink(page);
  const pages = [
    link,
    `${link}?nr=1`,
    `${link}?nr=1&skriv=ja`,
    `${link}?nr=99`,
    `${site.url}/leder/lind/${LIND_ROUND}/samtale`,
    `${site.url}/handlinger/lind?ny=ja`,
    `${site.url}/leder/lind/${LIND_ROUND}/miljoe`,
  ];
  for (const address of pages)
    for (const lang of ["da", "en"]) {
      await page.setViewportSize(PROJECTOR);
      await page.goto(`${address}${address.includes("?") ? "&" : "?"}lang=${lang}`);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await isWhole(page), page.url()).toBe(true);
    }
});

test("nothing is left to see behind a link that is none", async ({ page }) => {
  const response = await page.goto(`${site.url}/samtale/${"0".repeat(26)}`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Her er ikke noget");
});
