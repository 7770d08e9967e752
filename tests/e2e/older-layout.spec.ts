/** The pages of children from ten years: what is seen without scrolling, what is heard first, edges, and dark colours. */
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import type { Language } from "../../surveys/paper/language";
import { expectAccessible } from "../support/axe";
import { layoutsAt } from "../support/layout-faults";
import { bankPaper, begin, goOn, startPapersSite, walkThrough } from "../support/papers-site";
import type { PapersSite } from "../support/papers-site";

let site: PapersSite;
test.beforeAll(async () => {
  site = await startPapersSite();
});
test.afterAll(() => site.close());

async function openBank(page: Page, form: "10-12" | "13-18", language: Language = "da") {
  const paper = bankPaper(form, language, { isOneByOne: false });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await site.open(page, paper);
  await begin(page);
  return paper;
}

for (const language of ["da", "uk", "ar"] as const)
  test(`10-12: one or two questions without scrolling on a tablet and a laptop, and no word broken, in ${language}`, async ({
    page,
  }) => {
    const paper = await openBank(page, "10-12", language);
    const faults: string[] = [];
    await walkThrough(page, paper, async (name) => {
      for (const { at, down, broken } of await layoutsAt(page, [
        { width: 820, height: 1180 },
        { width: 1280, height: 800 },
      ]))
        if (down > 0 || broken.length > 0) faults.push(`${name} at ${at}: ${down} px to scroll, ${broken.join(" ")}`);
    });
    expect(faults).toEqual([]);
    expect(paper.pages.some((one) => "items" in one && one.items.length === 2)).toBe(true);
  });

test("10-12: five steps stand in one row of rings on a tablet", async ({ page }) => {
  const paper = await openBank(page, "10-12");
  await page.setViewportSize({ width: 820, height: 1180 });
  await walkThrough(page, paper, async (name) => {
    for (const row of await page.locator('.answers[data-type="options"]').all()) {
      const tops = await row.locator(".ring").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
      expect(Math.max(...tops) - Math.min(...tops), name).toBeLessThan(1);
    }
  });
});

test("10-12: a page that has come is heard from its question, and never from the survey's title", async ({ page }) => {
  const paper = await openBank(page, "10-12");
  const question = new Map(paper.items.map((item) => [item.name, item.question]));
  for (const at of paper.pages) {
    const first = question.get("items" in at ? (at.items[0] ?? "") : "") ?? "";
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page.locator("h1")).toHaveText(first);
    await expect(page.locator("h1")).toBeFocused();
    await goOn(page);
  }
});

test("13-18: a page's heading is what is asked about, or its first question", async ({ page }) => {
  const paper = await openBank(page, "13-18");
  for (const at of paper.pages) {
    const first = "items" in at ? paper.items.find(({ name }) => name === at.items[0]) : undefined;
    const expected = ("items" in at && at.title) || first?.question || "";
    await expect(page.locator("h1")).toHaveText(expected);
    await expect(page.locator("h1")).toBeFocused();
    expect(expected).not.toBe(paper.title);
    await goOn(page);
  }
});

/** Contrast of the edge of an answer (its shadow) against the card, by WCAG 2.2's relative luminance. */
const edgeContrast = (page: Page) =>
  page
    .locator(".question-block .answer-card")
    .first()
    .evaluate((card) => {
      const luminance = (colour: string) => {
        const [red = 0, green = 0, blue = 0] = (/rgba?\(([^)]+)\)/.exec(colour)?.[1] ?? "").split(",").map((part) => {
          const share = Number(part) / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const { boxShadow, backgroundColor } = getComputedStyle(card);
      const [one, other] = [luminance(boxShadow), luminance(backgroundColor)];
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    });

for (const colorScheme of ["light", "dark"] as const)
  for (const contrast of ["no-preference", "more"] as const)
    test(`13-18: edges of answers are seen, and a page is accessible, in ${colorScheme}, ${contrast} contrast`, async ({
      page,
    }) => {
      await openBank(page, "13-18");
      await page.emulateMedia({ reducedMotion: "reduce", colorScheme, contrast });
      expect(await edgeContrast(page)).toBeGreaterThanOrEqual(contrast === "more" ? 7 : 3);
      await page.locator(".answers label").first().click();
      await page.locator(".quiet").last().click();
      await expectAccessible(page);
      await page.locator("summary").first().click();
      await expectAccessible(page);
      const background = await page.locator(".child").evaluate((child) => getComputedStyle(child).backgroundColor);
      expect(background).toBe(colorScheme === "dark" ? "rgb(26, 47, 55)" : "rgb(255, 255, 255)");
    });

test("a younger child's page keeps its colours when the device is dark", async ({ page }) => {
  await site.open(page, bankPaper("6-9", "da"));
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
  await expectAccessible(page);
  await begin(page);
  await expectAccessible(page);
  await expect(page.locator(".answer-card").first()).toHaveCSS("background-color", "rgb(255, 255, 255)");
});

for (const [form, size] of [
  ["13-18", { width: 390, height: 844 }],
  ["13-18", { width: 1280, height: 400 }],
  ["6-9", { width: 360, height: 640 }],
] as const)
  test(`nothing lies on the answer that the keyboard has come to, at ${form} and ${size.width}x${size.height}`, async ({
    page,
  }) => {
    const paper = bankPaper(form, "da", { isOneByOne: form === "6-9" });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.setViewportSize(size);
    await site.open(page, paper);
    await begin(page);
    const covered: string[] = [];
    await walkThrough(page, paper, async (name) => {
      const found = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>(".answer :is(input, .answer-button)")].flatMap((control) => {
          control.focus();
          const card = control.closest(".answer");
          const box = card?.getBoundingClientRect();
          if (!card || !box) return ["no card"];
          const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, window.innerHeight)];
          const isSeen = [0.1, 0.5, 0.9].every((share) =>
            card.contains(document.elementFromPoint(box.left + box.width / 2, top + (bottom - top) * share)),
          );
          return isSeen ? [] : [card.textContent ?? ""];
        }),
      );
      covered.push(...found.map((answer) => `${name}: ${answer}`));
    });
    expect(covered).toEqual([]);
  });
