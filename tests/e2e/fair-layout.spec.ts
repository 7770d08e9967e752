/**
 * The picture of an answer is a part of the measurement: whatever a label wraps to, all answers of one question are drawn in
 * the same box at the same scale. Measured over every item of the bank for children of three to nine.
 */
import { expect, test } from "@playwright/test";
import type { Size } from "../support/layout-faults";
import { layoutsAt } from "../support/layout-faults";
import { bankPaper, begin, startPapersSite, walkThrough } from "../support/papers-site";
import type { PapersSite } from "../support/papers-site";

let site: PapersSite;
test.beforeAll(async () => {
  site = await startPapersSite();
});
test.afterAll(() => site.close());

/** Tablets both ways, a laptop, two phones, and a tablet at 200 %. */
const SIZES: readonly Size[] = [
  { width: 1024, height: 768 },
  { width: 820, height: 1180 },
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 360, height: 640 },
  { width: 512, height: 384 },
];

for (const language of ["da", "uk", "ar"] as const)
  for (const form of ["3", "3-5", "6-9"] as const)
    test(`all answers of a question at ${form} are drawn in the same box, in ${language}`, async ({ page }) => {
      test.setTimeout(180_000);
      const paper = bankPaper(form, language);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await site.open(page, paper);
      await begin(page);
      const unfair: string[] = [];
      let seen = 0;
      await walkThrough(page, paper, async (name) => {
        seen += 1;
        for (const { at, unequal } of await layoutsAt(page, SIZES))
          if (unequal >= 1) unfair.push(`${name} at ${at}: ${unequal.toFixed(1)} px`);
      });
      expect(seen).toBeGreaterThanOrEqual(paper.items.length);
      expect(unfair).toEqual([]);
    });

test("a chosen answer's picture is no smaller, with forced colours or more contrast either", async ({ page }) => {
  await site.open(page, bankPaper("6-9", "da"));
  await begin(page);
  await page.locator(".answers label").first().click();
  for (const media of [{}, { forcedColors: "active" }, { contrast: "more" }] as const) {
    await page.emulateMedia({ reducedMotion: "reduce", ...media });
    for (const { at, unequal } of await layoutsAt(page, SIZES)) expect(unequal, at).toBeLessThan(1);
  }
});
