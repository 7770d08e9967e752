/**
 * The picture of an answer is a part of the measurement: whatever a label wraps to, all answers of one question are drawn in
 * the same box at the same scale. Measured over every item of the bank for children of three to nine: in Danish at every
 * size, in other languages at every size at some age. `tests/deep/layout-matrix.test.ts` has all languages at all of them.
 */
import { expect } from "@playwright/test";
import { test } from "../support/browser-test";
import type { Size } from "../support/layout-faults";
import { layoutsAt } from "../support/layout-faults";
import { bankPaper, begin, walkThrough } from "../support/papers-site";
import type { PapersSite } from "../support/papers-site";

let site: PapersSite;
test.beforeAll(({ papersSite }) => {
  site = papersSite;
});

/** Tablets both ways, a laptop, two phones, and a tablet at 200 %. */
const SIZES: readonly Size[] = [
  { width: 1024, height: 768 },
  { width: 820, height: 1180 },
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 360, height: 640 },
  { width: 512, height: 384 },
];

/** On which a Danish word of an answer stays whole. */
const isPhone = ({ width }: Size) => width === 390 || width === 360;

const LANGUAGES = ["da", "uk", "ar"] as const;
const FORMS = ["3", "3-5", "6-9"] as const;
LANGUAGES.forEach((language, row) =>
  FORMS.forEach((form, column) =>
    test(`all answers of a question at ${form} are drawn in the same box, in ${language}`, async ({ page }) => {
      const sizes =
        language === "da" ? SIZES : SIZES.filter((_, at) => at % FORMS.length === (row + column) % FORMS.length);
      const breaksNoWord = language === "da" && form !== "3";
      const paper = bankPaper(form, language);
      await site.open(page, paper);
      await begin(page);
      const faults: string[] = [];
      let seen = 0;
      await walkThrough(page, paper, async (name) => {
        seen += 1;
        for (const [index, { at, unequal, broken }] of (await layoutsAt(page, sizes)).entries()) {
          if (unequal >= 1) faults.push(`${name} at ${at}: ${unequal.toFixed(1)} px`);
          const size = sizes[index];
          if (breaksNoWord && size && isPhone(size) && broken.length > 0)
            faults.push(`${name} at ${at}: ${broken.join(" ")} broken`);
        }
      });
      expect(seen).toBeGreaterThanOrEqual(paper.items.length);
      expect(faults).toEqual([]);
    }),
  ),
);

test("a chosen answer's picture is no smaller, with forced colours or more contrast either", async ({ page }) => {
  await site.open(page, bankPaper("6-9", "da"));
  await begin(page);
  await page.locator(".answers label").first().click();
  for (const media of [{}, { forcedColors: "active" }, { contrast: "more" }] as const) {
    await page.emulateMedia({ reducedMotion: "reduce", ...media });
    for (const { at, unequal } of await layoutsAt(page, SIZES)) expect(unequal, at).toBeLessThan(1);
  }
});
