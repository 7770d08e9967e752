/** A child's page that is listened to: opened by a card, turned by hand, and which file says which of its texts. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { narrationUrl } from "../../surveys/narration/narration";
import { shippedNarrations } from "../../surveys/narration/shipped";
import type { Site } from "./site";
import { issueKeys } from "./submissions";
import { untilArrived } from "./walk-survey";

export async function cardOf(site: Site, groupId: string, roundId?: string): Promise<string> {
  const [key] = await issueKeys(site.application, groupId, 1, roundId);
  return `${site.url}/svar/${key?.secret}`;
}

/** Opens a card and says yes; the first page of a paper is then on the screen. */
export async function beginListening(page: Page, site: Site, groupId: string, roundId?: string): Promise<void> {
  await page.goto(await cardOf(site, groupId, roundId));
  await page.locator('button[value="join"]').click();
  await expect(page.locator(".question").first()).toBeVisible();
}

export async function onward(page: Page): Promise<void> {
  await untilArrived(page);
  await page.locator(".foot .next").click();
}
export const fileOf = (text: string) => narrationUrl(shippedNarrations, "da", text) ?? `no file says “${text}”`;
export const heading = (page: Page) => page.locator(".bubble h1").innerText();
export const large = (page: Page) => page.locator('.speaker[data-size="large"]');

/** Past what is only tried: there a page reads more than its heading. */
export async function passPractice(page: Page): Promise<void> {
  while (await page.locator(".practice").isVisible()) await onward(page);
}

export async function forget(page: Page): Promise<void> {
  await page.evaluate(() => ((window as unknown as { ear: { heard: string[] } }).ear.heard = []));
}
