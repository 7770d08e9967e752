/**
 * The picture of an answer is a part of the measurement: whatever a label wraps to, all answers of one question are drawn in
 * the same box at the same scale; on a phone no word is covered and nothing can be pushed sideways. Measured over every item
 * of the bank for children of three to nine, in Danish at each size by turns, and in Arabic once. All languages
 * at all ages at all sizes is `tests/deep/layout-matrix.test.ts`.
 */
import { expect } from "@playwright/test";
import { test } from "../support/browser-test";
import type { LayoutAt, Size } from "../support/layout-faults";
import { layoutsAt } from "../support/layout-faults";
import { bankPaper, begin, walkThrough } from "../support/papers-site";
import { PHONES } from "../support/phone-way";

/** Tablets both ways, a laptop, three phones, and a tablet at 200 %. */
const SIZES: readonly Size[] = [
  { width: 1024, height: 768 },
  { width: 820, height: 1180 },
  { width: 1280, height: 800 },
  { width: 512, height: 384 },
  ...PHONES,
];

function faultsOf({ size, unequal, sideways, wide, covered }: LayoutAt): string[] {
  const isPhone = PHONES.includes(size);
  return [
    ...(unequal >= 1 ? [`pictures differ by ${unequal.toFixed(1)} px`] : []),
    ...(isPhone && sideways > 0 ? [`${sideways} px sideways (${wide.join("; ")})`] : []),
    ...(isPhone && covered.length > 0 ? [`${covered.join(" ")} covered`] : []),
  ];
}

/** A third of the sizes each: all of them in Danish. */
const ASKED = [
  { form: "3", language: "da", third: 0 },
  { form: "3-5", language: "da", third: 1 },
  { form: "6-9", language: "da", third: 2 },
  { form: "6-9", language: "ar", third: 1 },
] as const;

/** Phones on which a Danish word of an answer stays whole. */
const [, ...WHOLE] = PHONES;

ASKED.forEach(({ form, language, third }) =>
  test(`all answers of a question at ${form} are drawn in the same box and fit a phone, in ${language}`, async ({
    page,
    papersSite: site,
  }) => {
    const whole = language === "da" && form !== "3" ? WHOLE : [];
    const paper = bankPaper(form, language);
    await site.open(page, paper);
    await begin(page);
    const faults: string[] = [];
    let seen = 0;
    await walkThrough(page, paper, async (name) => {
      seen += 1;
      for (const layout of await layoutsAt(page, [
        ...new Set([...SIZES.filter((_, at) => at % 3 === third), ...whole]),
      ])) {
        faults.push(...faultsOf(layout).map((fault) => `${name} at ${layout.at}: ${fault}`));
        if (whole.includes(layout.size) && layout.broken.length > 0)
          faults.push(`${name} at ${layout.at}: ${layout.broken.join(" ")} broken`);
      }
    });
    expect(seen).toBeGreaterThanOrEqual(paper.items.length);
    expect(faults).toEqual([]);
  }),
);

test("a chosen answer's picture is no smaller, with forced colours or more contrast either", async ({
  page,
  papersSite: site,
}) => {
  await site.open(page, bankPaper("6-9", "da"));
  await begin(page);
  await page.locator(".answers label").first().click();
  for (const media of [{}, { forcedColors: "active" }, { contrast: "more" }] as const) {
    await page.emulateMedia({ reducedMotion: "reduce", ...media });
    for (const { at, unequal } of await layoutsAt(page, SIZES)) expect(unequal, at).toBeLessThan(1);
  }
});
