/** Finds what would keep somebody out of a page. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** No page of ours has frames of others: axe may run in the page itself, and lists nothing but what is wrong. */
const violationsOf = (page: Page) =>
  new AxeBuilder({ page })
    .options({ runOnly: { type: "tag", values: TAGS }, resultTypes: ["violations"] })
    .setLegacyMode()
    .analyze();

export async function expectAccessible(page: Page): Promise<void> {
  // A page that is still fading in has no contrast to measure.
  await page.evaluate(() => {
    const finite = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(finite.map(({ finished }) => finished));
  });
  const { violations } = await violationsOf(page);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  expect(found, `on ${page.url()}`).toEqual([]);
}
