/** "I sagde – vi gør": a leader answers, a child of seven hears it, one of fourteen reads it, and everybody sees what is late. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { urls } from "../../app/urls";
import { expectAccessible } from "../support/axe";
import { test } from "../support/browser-test";
import { startLeaderSite } from "../support/leader-site";
import { LIND_ROUND, addLiv } from "../support/lind";
import { PASSWORD } from "../support/small-municipality";
import type { Site } from "../support/site";

let site: Site;
let address: string;
test.beforeAll(async () => {
  site = await startLeaderSite();
  await addLiv(site);
  await site.application.services.feedback.tick();
  const codes = await site.application.stores.resultCodes.listOf([LIND_ROUND]);
  address = site.url + urls.childrensResult(codes.find(({ institution }) => institution === "lind")?._id ?? "");
});
test.afterAll(() => site.close());

const isWhole = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
const part = (page: Page, audience: string, name: string) =>
  page.locator(`.letter:has(#letter-${audience}) .letter-part`).filter({ has: page.getByRole("heading", { name }) });

async function write(page: Page): Promise<void> {
  for (const audience of ["young", "older"])
    for (const [name, words] of [
      ["I sagde", "I vil gerne bestemme mere."],
      ["Vi gør", "Vi holder et møde hver uge."],
      ["Det gør vi ikke", "Vi laver ikke skemaet om."],
    ] as const) {
      const fields = part(page, audience, name);
      await fields.getByLabel("Dine ord").fill(words);
      if (audience === "older") continue;
      await fields.getByText("Billede ved siden af").first().click();
      await fields.getByLabel("Børn er med til at bestemme").check();
    }
}

test("a leader answers, a child of seven hears it and one of fourteen reads it", async ({ page, browser }) => {
  await page.goto(`${site.url}/log-ind`);
  await page.getByLabel("Brugernavn").fill("liv");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await page.getByRole("button", { name: "Log ind" }).click();
  await page.waitForURL(`${site.url}/leder/lind**`);
  await page.goto(`${site.url}/leder/lind/${LIND_ROUND}`);
  await page.getByRole("link", { name: "Svar til børnene" }).click();
  await expectAccessible(page);
  await write(page);
  await page.getByRole("button", { name: "Vis det til børnene" }).click();
  await expect(page.getByRole("status")).toContainText("Børnene kan læse og høre jeres svar nu.");
  expect(await isWhole(page)).toBe(true);
  await page.getByRole("link", { name: "Plakat til væggen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("I sagde – vi gør");
  await expect(page.locator(".poster-qr svg")).toBeVisible();
  await expectAccessible(page);

  const context = await browser.newContext({ locale: "da-DK", viewport: { width: 820, height: 1180 } });
  const child = await context.newPage();
  await child.goto(address);
  await expectAccessible(child);
  await child.getByRole("link", { name: "Op til 9 år" }).click();
  await expect(child.getByRole("heading", { name: "Vi gør", exact: true })).toBeVisible();
  await expect(child.locator(".result-picture svg").first()).toBeVisible();
  await expectAccessible(child);
  // What is of the result has files; a device without a voice says that an adult has to read the rest.
  const heard = child.waitForResponse((response) => response.url().endsWith(".mp3"));
  await child.getByRole("button", { name: /I sagde/ }).click();
  expect((await heard).ok()).toBe(true);
  await child.getByRole("button", { name: /Vi gør/ }).click();
  await expect(child.getByText("Vi holder et møde hver uge.")).toBeVisible();

  await child.goto(`${address}?for=older`);
  await expect(child.getByText("Vi laver ikke skemaet om.")).toBeVisible();
  await expect(child.locator(".result-picture")).toHaveCount(0);
  await expectAccessible(child);
  await child.goto(`${address}?for=young&lang=ar`);
  await expect(child.locator("html")).toHaveAttribute("dir", "rtl");
  await expectAccessible(child);
  await child.setViewportSize({ width: 360, height: 740 });
  expect(await isWhole(child)).toBe(true);
  await context.close();
});

test("what is late is said to the children, and an unknown code is met kindly", async ({ page }) => {
  const codes = await site.application.stores.resultCodes.listOf([LIND_ROUND]);
  const other = codes.find(({ institution }) => institution === "skole-1")?._id ?? "";
  await page.goto(`${site.url}${urls.childrensResult(other)}?for=young`);
  await expect(page.locator(".result-status")).toContainText(/svarer de voksne jer|Vi venter stadig på svar/);
  await expectAccessible(page);
  const answer = await page.goto(`${site.url}/r/zzzzzzzzzz`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vi kan ikke finde den side");
});
