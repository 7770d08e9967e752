/**
 * By keyboard each way of answering is one tab stop, and arrows move within it. That without scripts everything can be reached
 * with Tab is seen along the way without scripts in `scales.spec.ts`.
 */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { everyScale } from "../support/every-scale";
import { untilAwake } from "../support/hurry";
import type { ScalesSite } from "../support/scales-site";
import { goOn } from "../support/papers-site";
import { untilArrived } from "../support/walk-survey";

let site: ScalesSite;
test.beforeAll(({ scalesSite }) => {
  site = scalesSite;
});

async function open(page: Page, language = "da"): Promise<void> {
  await site.open(page, "eg-1a", `?lang=${language}`);
  await untilAwake(page);
}

/** What has the focus, as long as it lies among the answers. */
const focusedAnswer = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const isAnswer = focused?.closest(".scale") !== null;
    return isAnswer ? (focused?.getAttribute("value") ?? focused?.getAttribute("name") ?? focused?.tagName) : undefined;
  });

/** The answers that Tab comes to between the question's loudspeaker and the foot. */
async function stops(page: Page): Promise<string[]> {
  await page.locator(".ask .speaker").focus();
  const found: string[] = [];
  for (let left = 40; left > 0; left -= 1) {
    await page.keyboard.press("Tab");
    const at = await focusedAnswer(page);
    if (at !== undefined && at !== null) found.push(at);
    else if (found.length > 0 || (await page.evaluate(() => document.activeElement?.closest(".foot") !== null))) break;
  }
  return found;
}

/** The stickers are one, the places another; what a child makes itself has tools, and two steps have a way back. */
const MORE_STOPS: Readonly<Record<string, number>> = { "place-map": 2 };
const WITH_TOOLS = ["drawing", "voice-note", "photo", "two-step"];

test("every way of choosing is one tab stop, before and after something is chosen", async ({ page }) => {
  await open(page);
  for (const at of everyScale().pages) {
    const [name = ""] = "items" in at ? at.items : [];
    const type = everyScale().items.find((item) => item.name === name)?.type ?? "";
    if (type && !WITH_TOOLS.includes(type)) {
      expect(await stops(page), `${name}, untouched`).toHaveLength(MORE_STOPS[type] ?? 1);
      if (type !== "text") {
        await untilArrived(page);
        await page.locator(".scale :is(label, .answer-button, .place)").nth(1).click();
        expect(await stops(page), `${name}, chosen`).toHaveLength(MORE_STOPS[type] ?? 1);
      }
    }
    await goOn(page);
  }
});

/** Arrows, Home and End, in the direction of reading; Tab comes back to the last. */
async function expectArrows(page: Page, locator: string, language: "da" | "ar"): Promise<void> {
  const [onward, back] = language === "ar" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  const all = page.locator(locator);
  const last = (await all.count()) - 1;
  await all.first().focus();
  for (const [key, index] of [
    [onward, 1],
    ["ArrowDown", 2],
    [back, 1],
    ["ArrowUp", 0],
    [back, last],
    [onward, 0],
    ["End", last],
    ["Home", 0],
    [onward, 1],
  ] as const) {
    await page.keyboard.press(key);
    await expect(all.nth(index), `${key} in ${language}`).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await expect(all.nth(1)).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(all.nth(1)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.locator(`${locator}:is(:checked, [aria-pressed="true"])`)).toHaveCount(1);
}

/** With one of two chosen, the one before the last: arrows pass by what sleeps because enough is chosen. */
async function expectSleepersPassed(page: Page): Promise<void> {
  const boxes = page.getByRole("checkbox");
  await expect(boxes.nth(1)).toBeChecked();
  await boxes.nth(3).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(boxes.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(boxes.nth(3)).toBeFocused();
}

for (const language of ["da", "ar"] as const)
  test(`arrows, Home and End move among pictures to choose, to rank and places, and Tab comes back to the last, in ${language}`, async ({
    page,
  }) => {
    await open(page, language);
    for (const locator of [
      '[role="toolbar"] input[type="checkbox"]',
      '[role="toolbar"] .answer-button',
      '[role="toolbar"] .place',
    ]) {
      while ((await page.locator(locator).count()) === 0) await goOn(page);
      await expectArrows(page, locator, language);
      if (locator.includes("checkbox")) await expectSleepersPassed(page);
    }
  });
