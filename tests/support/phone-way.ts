/** A child's whole way and the doors to it on a phone, looked at page by page, in any language. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import type { Language } from "../../surveys/paper/language";
import { untilAwake } from "./hurry";
import type { Size } from "./layout-faults";
import { layoutsAt } from "./layout-faults";
import { goOn } from "./papers-site";
import type { Site } from "./site";
import { issueKeys } from "./submissions";

export const PHONES: readonly Size[] = [
  { width: 320, height: 568 },
  { width: 360, height: 640 },
  { width: 390, height: 844 },
];

export const DOORS = [
  "",
  "?kode=x",
  "/g/mnpqrstvwx",
  "/g/mnpqrstvwx?p=fox.fox",
  "/g/mnpqrstvwx?letters=",
  "/00000000000000000000000000",
  "/not-a-key",
  "/g/0000000000",
  "/g/mnpqrstvwx/fox.fox.fox",
] as const;

export type Look = (name: string) => Promise<void>;

/** A list of what does not fit, and a `look` that adds to it; `sizesAt`: on which phones the page is looked at that comes next. */
export function looker(page: Page, sizesAt: (turn: number) => readonly Size[]) {
  const faults: string[] = [];
  let turn = 0;
  const look: Look = async (name) => {
    for (const { at, sideways, wide, covered } of await layoutsAt(page, sizesAt(turn))) {
      if (sideways > 0) faults.push(`${name} at ${at}: ${sideways} px sideways (${wide.join("; ")})`);
      if (covered.length > 0) faults.push(`${name} at ${at}: ${covered.join(" ")} covered`);
    }
    turn += 1;
  };
  return { faults, look };
}

export async function lookAtDoors(
  page: Page,
  { site, language, doors, look }: { site: Site; language: Language; doors: readonly string[]; look: Look },
): Promise<void> {
  for (const path of doors) {
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

async function lookAtQuestions(page: Page, look: Look): Promise<void> {
  const answer = page.locator('.answers:not([data-type="choose-pictures"]) label').first();
  for (let left = 40; left > 0 && !(await page.locator(".own-answers").isVisible()); left -= 1) {
    await look((await page.locator("h1").textContent()) ?? "");
    if (await answer.isVisible()) await answer.evaluate((label: HTMLElement) => label.click());
    await goOn(page);
  }
}

/** From a card to thanks, by way of the stop card, and from another card to the page of who said no. */
export async function lookAtWay(
  page: Page,
  { site, language, look }: { site: Site; language: Language; look: Look },
): Promise<void> {
  const [key, other] = await issueKeys(site.application, "birk-rod", 2);
  await page.goto(`${site.url}/svar/${key?.secret}?lang=${language}`);
  await look("invitation");
  await page.locator('button[value="join"]').click();
  await page.locator(".stop > summary").click();
  await look("stop card");
  await untilAwake(page);
  await page.locator('.stop-card [value="stay"]').click();
  await lookAtQuestions(page, look);
  await look("own answers");
  await page.locator('.next[value="send"]').click();
  await expect(page.locator(".receipt")).toBeVisible();
  await look("thanks");
  await page.goto(`${site.url}/svar/${other?.secret}?lang=${language}`);
  await page.locator('button[value="leave"]').last().click();
  await expect(page.locator('button[value="leave"]')).toHaveCount(0);
  await look("left");
}
