/** The pages of children from ten years: what is seen without scrolling, what is heard first, edges, and dark colours. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import type { Language } from "../../surveys/paper/language";
import { expectAccessible } from "../support/axe";
import { test } from "../support/browser-test";
import type { LayoutAt } from "../support/layout-faults";
import { layoutsAt } from "../support/layout-faults";
import { bankPaper, begin, walkThrough } from "../support/papers-site";
import type { PapersSite } from "../support/papers-site";
import { looker, PHONES } from "../support/phone-way";

let site: PapersSite;
test.beforeAll(({ papersSite }) => {
  site = papersSite;
});

async function openBank(page: Page, form: "10-12" | "13-18", language: Language = "da") {
  const paper = bankPaper(form, language, { isOneByOne: false });
  await site.open(page, paper);
  await begin(page);
  return paper;
}

const TABLET = { width: 820, height: 1180 };
const LAPTOP = { width: 1280, height: 800 };

/** Five steps stand in one row of rings. */
async function expectOneRow(page: Page, name: string): Promise<void> {
  for (const row of await page.locator('.answers[data-type="options"]').all()) {
    const tops = await row.locator(".ring").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(Math.max(...tops) - Math.min(...tops), name).toBeLessThan(1);
  }
}

/** A page that has come is heard from its heading: there is one, and it has the focus. */
async function expectHeard(page: Page, expected: string): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.locator("h1")).toHaveText(expected);
  await expect(page.locator("h1")).toBeFocused();
}

const unscrolled = (name: string, { at, down, broken }: LayoutAt): string[] =>
  down > 0 || broken.length > 0 ? [`${name} at ${at}: ${down} px to scroll, ${broken.join(" ")}`] : [];

test("10-12: each page is heard from its question, has one or two without scrolling on a tablet and a laptop, breaks no word, and has its five steps in one row of rings on a tablet", async ({
  page,
}) => {
  const paper = await openBank(page, "10-12");
  const question = new Map(paper.items.map((item) => [item.name, item.question]));
  const faults: string[] = [];
  await walkThrough(page, paper, async (name) => {
    await expectHeard(page, question.get(name.split(" + ")[0] ?? "") ?? "");
    for (const layout of await layoutsAt(page, [LAPTOP, TABLET])) faults.push(...unscrolled(name, layout));
    await expectOneRow(page, name);
  });
  expect(faults).toEqual([]);
  expect(paper.pages.some((one) => "items" in one && one.items.length === 2)).toBe(true);
});

// All pages, and Ukrainian beside these two: `tests/deep/layout-matrix.test.ts`.
test("10-12: one or two questions without scrolling on a tablet and a laptop, and no word broken, in ar", async ({
  page,
}) => {
  const whole = bankPaper("10-12", "ar", { isOneByOne: false });
  expect(whole.pages.some((one) => "items" in one && one.items.length === 2)).toBe(true);
  const paper = { ...whole, pages: whole.pages.filter((_, at) => at % 3 === 1) };
  await site.open(page, paper);
  await begin(page);
  const faults: string[] = [];
  await walkThrough(page, paper, async (name) => {
    for (const layout of await layoutsAt(page, [LAPTOP, TABLET])) faults.push(...unscrolled(name, layout));
  });
  expect(faults).toEqual([]);
});

for (const language of ["da", "ar"] as const)
  test(`10-12: every way of answering fits a phone, in ${language}`, async ({ page }) => {
    const bank = bankPaper("10-12", language);
    const scales = new Set<string>();
    const items = bank.items.filter(({ type }) => !scales.has(type) && scales.add(type));
    const paper = { ...bank, items, pages: items.map(({ name }) => ({ items: [name] })) };
    const { faults, look } = looker(page, () => PHONES);
    await site.open(page, paper);
    await begin(page);
    await walkThrough(page, paper, look);
    expect(faults).toEqual([]);
  });

/** The answers that something lies on when the keyboard comes to them. */
const coveredAnswers = (page: Page) =>
  page.evaluate(() =>
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

test("13-18: a page's heading is what is asked about, or its first question; nothing lies on the answer that the keyboard has come to, on a phone and in a low window", async ({
  page,
}) => {
  const paper = await openBank(page, "13-18");
  const covered: string[] = [];
  const headings = paper.pages.map((at) => {
    const first = "items" in at ? paper.items.find(({ name }) => name === at.items[0]) : undefined;
    return ("items" in at && at.title) || first?.question || "";
  });
  let seen = 0;
  await walkThrough(page, paper, async (name) => {
    const expected = headings[seen] ?? "";
    seen += 1;
    await expectHeard(page, expected);
    expect(expected).not.toBe(paper.title);
    for (const size of [
      { width: 390, height: 844 },
      { width: 1280, height: 400 },
    ]) {
      await page.setViewportSize(size);
      for (const answer of await coveredAnswers(page)) covered.push(`${name} at ${size.width}: ${answer}`);
    }
  });
  expect(seen).toBe(paper.pages.length);
  expect(covered).toEqual([]);
});

test("6-9: nothing lies on the answer that the keyboard has come to, on a small phone", async ({ page }) => {
  const paper = bankPaper("6-9", "da");
  await page.setViewportSize({ width: 360, height: 640 });
  await site.open(page, paper);
  await begin(page);
  const covered: string[] = [];
  await walkThrough(page, paper, async (name) => {
    for (const answer of await coveredAnswers(page)) covered.push(`${name}: ${answer}`);
  });
  expect(covered).toEqual([]);
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

test("13-18: edges of answers are seen, and a page is accessible, in light and dark, with more contrast or not", async ({
  page,
}) => {
  await openBank(page, "13-18");
  const inAll = async (look: (colorScheme: "light" | "dark", contrast: "no-preference" | "more") => Promise<void>) => {
    for (const colorScheme of ["light", "dark"] as const)
      for (const contrast of ["no-preference", "more"] as const) {
        await page.emulateMedia({ reducedMotion: "reduce", colorScheme, contrast });
        await look(colorScheme, contrast);
      }
  };
  await inAll(async (colorScheme, contrast) =>
    expect(await edgeContrast(page), `${colorScheme}, ${contrast}`).toBeGreaterThanOrEqual(contrast === "more" ? 7 : 3),
  );
  await page.locator(".answers label").first().click();
  await page.locator(".quiet").last().click();
  await inAll(() => expectAccessible(page));
  await page.locator("summary").first().click();
  await inAll(async (colorScheme) => {
    await expectAccessible(page);
    const background = await page.locator(".child").evaluate((child) => getComputedStyle(child).backgroundColor);
    expect(background).toBe(colorScheme === "dark" ? "rgb(26, 47, 55)" : "rgb(255, 255, 255)");
  });
});

test("a younger child's page keeps its colours when the device is dark", async ({ page }) => {
  await site.open(page, bankPaper("6-9", "da"));
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
  await expectAccessible(page);
  await begin(page);
  await expectAccessible(page);
  await expect(page.locator(".answer-card").first()).toHaveCSS("background-color", "rgb(255, 255, 255)");
});
