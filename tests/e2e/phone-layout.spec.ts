/**
 * Phones from 320 px, in all seven languages: on every page of a child's way no word lies under a loudspeaker, and nothing
 * can be pushed sideways.
 */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import type { Language } from "../../surveys/paper/language";
import { LANGUAGES } from "../../surveys/paper/language";
import { test } from "../support/browser-test";
import { untilAwake } from "../support/hurry";
import type { Size } from "../support/layout-faults";
import { layoutsAt } from "../support/layout-faults";
import { bankPaper, begin, goOn, walkThrough } from "../support/papers-site";
import type { PapersSite } from "../support/papers-site";
import { issueKeys } from "../support/submissions";

let site: PapersSite;
test.beforeAll(({ papersSite }) => {
  site = papersSite;
});

const SIZES: readonly Size[] = [
  { width: 320, height: 568 },
  { width: 360, height: 640 },
  { width: 390, height: 844 },
];

/** A list of what does not fit, and a `look` that adds to it. */
function looker(page: Page) {
  const faults: string[] = [];
  const look = async (name: string) => {
    for (const { at, sideways, wide, covered } of await layoutsAt(page, SIZES)) {
      if (sideways > 0) faults.push(`${name} at ${at}: ${sideways} px sideways (${wide.join("; ")})`);
      if (covered.length > 0) faults.push(`${name} at ${at}: ${covered.join(" ")} covered`);
    }
  };
  return { faults, look };
}

const DOORS = ["", "?kode=x", "/g/mnpqrstvwx", "/g/mnpqrstvwx?p=fox.fox", "/g/mnpqrstvwx?letters="];
const WRONG = ["/00000000000000000000000000", "/not-a-key", "/g/0000000000", "/g/mnpqrstvwx/fox.fox.fox"];

async function lookAtDoors(page: Page, language: Language, look: (name: string) => Promise<void>) {
  for (const path of [...DOORS, ...WRONG]) {
    const url = new URL(`${site.url}/svar${path}`);
    url.searchParams.set("lang", language);
    await page.goto(url.href);
    await page.evaluate(() => document.fonts.ready);
    await look(path || "/");
  }
  await page.goto(`${site.url}/svar/g/mnpqrstvwx?lang=${language}`);
  await page.locator(".languages > summary").click();
  await look("the menu of languages");
}

/** From a card to thanks, by way of the stop card, and from another card to the page of who said no. */
async function lookAtWay(page: Page, language: Language, look: (name: string) => Promise<void>) {
  const [key, other] = await issueKeys(site.application, "birk-rod", 2);
  await page.goto(`${site.url}/svar/${key?.secret}?lang=${language}`);
  await look("invitation");
  await page.locator('button[value="join"]').click();
  await page.locator(".stop > summary").click();
  await look("stop card");
  await untilAwake(page);
  await page.locator('.stop-card [value="stay"]').click();
  const answer = page.locator('.answers:not([data-type="choose-pictures"]) label').first();
  for (let left = 40; left > 0 && !(await page.locator(".own-answers").isVisible()); left -= 1) {
    await look((await page.locator("h1").textContent()) ?? "");
    if (await answer.isVisible()) await answer.evaluate((label: HTMLElement) => label.click());
    await goOn(page);
  }
  await look("own answers");
  await page.locator('.next[value="send"]').click();
  await expect(page.locator(".receipt")).toBeVisible();
  await look("thanks");
  await page.goto(`${site.url}/svar/${other?.secret}?lang=${language}`);
  await page.locator('button[value="leave"]').last().click();
  await expect(page.locator('button[value="leave"]')).toHaveCount(0);
  await look("left");
}

for (const language of LANGUAGES)
  test(`a child's way and its doors fit a phone, in ${language}`, async ({ page }) => {
    const { faults, look } = looker(page);
    await lookAtDoors(page, language, look);
    await lookAtWay(page, language, look);
    expect(faults).toEqual([]);
  });

for (const language of ["da", "uk", "ar"] as const)
  test(`every way of answering at every age up to twelve fits a phone, in ${language}`, async ({ page }) => {
    const { faults, look } = looker(page);
    for (const form of ["3-5", "6-9", "10-12"] as const) {
      const paper = bankPaper(form, language);
      const scales = new Set<string>();
      const items = paper.items.filter(({ type }) => !scales.has(type) && scales.add(type));
      const one = { ...paper, items, pages: items.map(({ name }) => ({ items: [name] })) };
      await site.open(page, one);
      await begin(page);
      await walkThrough(page, one, (name) => look(`${form} ${name}`));
    }
    expect(faults).toEqual([]);
  });
