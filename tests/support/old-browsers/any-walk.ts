/** Through any paper in a browser, with or without scripts: something is answered on every page, whatever it asks. */
import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { press, untilArrived } from "../walk-survey";

const MOST_PAGES = 60;
const OWN_ANSWERS = "Her er dine svar";

type Push = (button: Locator) => Promise<unknown>;

/** Where a page comes from is not what is looked at: a page that has just come takes this too. */
const pushAtOnce: Push = (button) => button.evaluate((element: HTMLElement) => element.click());

const pushByHand =
  (page: Page): Push =>
  async (button) => {
    await untilArrived(page);
    await button.click();
  };

async function answerOne(page: Page, push: Push): Promise<void> {
  const answer = page
    .locator(".answers :is(label, .answer-button, .place, .token):not([aria-disabled='true'])")
    .first();
  if ((await answer.isVisible()) && (await answer.locator("input[type=file]").count()) === 0) await push(answer);
  const text = page.locator(".answers textarea, textarea.answer-text").first();
  if (await text.isVisible()) await text.fill("Mere tid til at lege");
}

/** From the first question to the child's own answers; `look` is told which page it is. */
export async function answerAll(
  page: Page,
  look: (heading: string) => Promise<void> = async () => {},
  { isInHurry = false } = {},
): Promise<void> {
  const push = isInHurry ? pushAtOnce : pushByHand(page);
  const walk = page.locator('input[name="walk"]');
  for (let at = 0; at < MOST_PAGES; at += 1) {
    const heading = (await page.getByRole("heading", { level: 1 }).first().textContent()) ?? "";
    if (heading === OWN_ANSWERS) return;
    await answerOne(page, push);
    await look(`${at} ${heading}`);
    const before = await walk.inputValue();
    await push(page.locator('.foot button[value="next"]'));
    // In the page, at every frame: also over a page that is posted.
    await page.waitForFunction(
      (was) => (document.querySelector<HTMLInputElement>('input[name="walk"]')?.value ?? was) !== was,
      before,
    );
  }
  throw new Error("This paper has no end.");
}

/** From a card's or a group's page to the thanks. */
export async function sendAll(page: Page): Promise<void> {
  await press(page, "Send mine svar");
  await expect(page.getByRole("heading", { name: "Tak. Nu har vi hørt dig." })).toBeVisible();
}
