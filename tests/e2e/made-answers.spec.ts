/** What a child makes itself in a browser: a drawing that comes back with the draft, and a photo that stays on the page. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { everyScale } from "../support/every-scale";
import { untilAwake } from "../support/hurry";
import { goOn } from "../support/papers-site";
import { expectHeading } from "../support/scales-site";
import { press } from "../support/walk-survey";

/** On, and nothing is answered, to the page of that heading. */
async function skipTo(page: Page, heading: string): Promise<void> {
  await untilAwake(page);
  const shown = page.locator("h1");
  for (let left = everyScale().pages.length; left > 0 && (await shown.textContent()) !== heading; left -= 1)
    await goOn(page);
  await expectHeading(page, heading);
}

test("a drawing is drawn, taken back stroke by stroke, and comes back with the draft", async ({
  page,
  scalesSite: site,
}) => {
  await site.open(page, "eg-1a");
  await skipTo(page, "Tegn et godt sted");
  const sheet = page.locator(".drawing-sheet");
  const box = await sheet.boundingBox();
  if (!box) throw new Error("no sheet");
  for (const from of [40, 120]) {
    await page.mouse.move(box.x + from, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + from + 80, box.y + 120, { steps: 8 });
    await page.mouse.up();
  }
  const strokes = async () => (await sheet.locator("path").getAttribute("d"))?.match(/M/g)?.length ?? 0;
  expect(await strokes()).toBe(2);
  await press(page, "Fortryd");
  expect(await strokes()).toBe(1);
  await page.waitForTimeout(300);
  await page.reload();
  await expectHeading(page, "Tegn et godt sted");
  expect(await strokes()).toBe(1);
});

test("a photo is drawn anew and stays on the page", async ({ page, scalesSite: site }) => {
  await site.open(page, "eg-1a");
  await skipTo(page, "Vis os et godt sted");
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 30 } });
  await page.locator('input[type="file"]').setInputFiles({ name: "sted.png", mimeType: "image/png", buffer });
  await expect(page.getByRole("img", { name: "Dit billede" })).toHaveAttribute("src", /^data:image\/jpeg;base64,/);
  await press(page, "Slet");
  await expect(page.getByRole("img", { name: "Dit billede" })).toHaveCount(0);
});
