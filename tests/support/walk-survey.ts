/** A child's hands: opens a key and presses through a survey in a browser, with or without scripts. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

/** A page that has just come takes no touch yet; asked at every frame, where a click would try again ever more seldom. */
export const untilArrived = (page: Page) => page.waitForFunction(() => !document.querySelector("[data-arriving]"));

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await untilArrived(page);
  await page
    .getByRole("button", { name, exact: typeof name === "string" })
    .filter({ visible: true })
    .last()
    .click();
}

/** The first answer of a page's first question. */
export async function chooseFirst(page: Page): Promise<void> {
  await untilArrived(page);
  await page.locator(".answers label").first().click();
}

/** The place on the path says which question this is; what is tried first and a rest before it are passed. */
export async function expectQuestion(page: Page, at: number, of: number): Promise<void> {
  const question = page.getByRole("img", { name: `Spørgsmål ${at} af ${of}` });
  const between = page.locator(".rest-page, .practice");
  await expect(question.or(between).first()).toBeVisible();
  if (await between.isVisible()) await press(page, "Videre");
  await expect(question).toBeVisible();
}

/** Chooses the first answer of every question from `from` on, until the child's own answers are shown. */
export async function answerEverything(page: Page, { from = 1, to = 8 } = {}): Promise<void> {
  for (let at = from; at <= to; at += 1) {
    await expectQuestion(page, at, to);
    await chooseFirst(page);
    await press(page, "Videre");
  }
  await expect(page.getByRole("heading", { name: "Her er dine svar" })).toBeVisible();
}

/** Presses the pictures of a key at a group's door; the third leads on. */
export async function pressPictures(page: Page, pictures: readonly string[]): Promise<void> {
  for (const name of pictures) {
    const before = page.url();
    // The same picture may come twice: the second is pressed when the first has been taken.
    await page.locator(`.key-grid a:has(use[href$="#${name}"])`).last().click();
    await page.waitForURL((url) => url.href !== before);
  }
}
