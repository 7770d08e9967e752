/** An editor finds a worrying text within the clock and says what was done; one is escalated when nobody reads it. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { test } from "../support/browser-test";
import type { ReadingSite } from "../support/reading-site";
import { startReadingSite } from "../support/reading-site";
import { PASSWORD } from "../support/small-municipality";

let here: ReadingSite;
test.beforeAll(async () => {
  here = await startReadingSite("2026-03-13T12:00:00Z");
});
test.afterAll(() => here.site.close());

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${here.site.url}/log-ind`);
  await page.getByLabel("Brugernavn").fill(name);
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.includes("log-ind"));
}

test("a worrying text is found within the clock, by keyboard, and what was done is said", async ({ page }) => {
  await here.write("Jeg tør ikke gå hjem");
  await signIn(page, "karen");
  await expect(page).toHaveURL(/laeserum/);
  await expect(page.getByRole("heading", { name: "Læserum" })).toBeVisible();
  await expect(page.getByRole("blockquote")).toHaveText("Jeg tør ikke gå hjem");
  await expect(page.getByText("for sent")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bekymrer mig" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Du har selv pligt til at sige det videre" })).toBeVisible();
  await expect(page.getByRole("button", { name: "I orden" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByLabel("Jeg har sendt en underretning til kommunen").focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Gem, hvad jeg har gjort" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Tak, fordi du gjorde noget")).toBeVisible();
  await expect(page.getByText("Jeg tør ikke gå hjem")).toHaveCount(0);
  await expect(page.getByText("Der er ikke noget at læse lige nu.")).toBeVisible();
  await expectAccessible(page);
});

test("a text that nobody reads is late for the deputy and on the administrator's page, without a word of it", async ({
  page,
  browser,
}) => {
  await here.write("Ingen har læst mig");
  here.site.clock.set("2026-03-16T15:00:00Z");
  await here.site.application.services.readingRoom.tick();
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, "otto");
  await expect(page.getByText("1 er ikke læst til tiden.")).toBeVisible();
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  const other = await browser.newPage({ locale: "da-DK" });
  await signIn(other, "anne");
  await expect(other.getByText("1 er over tiden.")).toBeVisible();
  await expect(other.getByText("Ingen har læst mig")).toHaveCount(0);
  await expectAccessible(other);
  await other.close();
});
