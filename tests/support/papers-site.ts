/**
 * A site whose one group meets whatever paper a test lays before it: the whole bank, one item a page, or a survey of this
 * installation. So every drawing and every wording is looked at on the real page, without a round for each.
 */
import type { Page } from "@playwright/test";
import { wholeBank } from "../../surveys/engine/bank-surveys";
import type { SurveyLibrary } from "../../surveys/engine/survey-library";
import { buildLibrary } from "../../surveys/engine/survey-library";
import type { FormName } from "../../surveys/paper/form";
import type { Language } from "../../surveys/paper/language";
import { LANGUAGES } from "../../surveys/paper/language";
import type { Paper } from "../../surveys/paper/paper";
import { untilAwake } from "./hurry";
import { libraryOf } from "./paper-library";
import { startSite } from "./site";
import type { Site } from "./site";
import { aReadRound } from "./small-municipality";
import { issueKeys } from "./submissions";
import { untilArrived } from "./walk-survey";

const banks = new Map<FormName, SurveyLibrary>();

/** Every item of the bank that a form has, whatever was answered elsewhere; broken into pages as its age is, or one by one. */
export function bankPaper(form: FormName, language: Language, { isOneByOne = true } = {}): Paper {
  const library = banks.get(form) ?? buildLibrary([wholeBank.define(form)], { allowMedia: true });
  banks.set(form, library);
  const paper = library.paper(wholeBank.slug, wholeBank.version, form, language);
  const items = paper.items.map((item) => ({ ...item, visibleIf: undefined, enableIf: undefined }));
  return { ...paper, items, pages: isOneByOne ? items.map(({ name }) => ({ items: [name] })) : paper.pages };
}

export interface PapersSite extends Site {
  /** Opens a card whose paper is this one, in its language, at the invitation. */
  open(page: Page, paper: Paper): Promise<void>;
}

export async function startPapersSite(): Promise<PapersSite> {
  let laid: Paper | undefined;
  const library = libraryOf((form) => (form === "6-9" ? laid : undefined), LANGUAGES);
  const site = await startSite({ library, round: aReadRound() });
  return {
    ...site,
    async open(page, paper) {
      laid = paper;
      const [key] = await issueKeys(site.application, "eg-1a", 1);
      await page.goto(`${site.url}/svar/${key?.secret}?lang=${paper.locale}`);
    },
  };
}

/** Says yes, and waits until the page is awake. */
export async function begin(page: Page): Promise<void> {
  await page.locator('button[value="join"]').click();
  await untilAwake(page);
  await page.evaluate(() => document.fonts.ready);
}

/** On to the next page of a living walk, whichever stage that is; the fastest way that is still the page's own button. */
export async function goOn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const walk = () => document.querySelector<HTMLInputElement>('input[name="walk"]')?.value;
    const before = walk();
    document.querySelector<HTMLElement>('.foot button[value="next"]')?.click();
    for (let left = 600; walk() === before; left -= 1) {
      if (left === 0) throw new Error("There is no way on from this page.");
      await new Promise(requestAnimationFrame);
    }
  });
}

/** The second of the two steps of a question that has them: one side is chosen, "a little or a lot" is asked. */
async function openSecondStep(page: Page): Promise<void> {
  const second = page.locator(".second-step");
  await untilArrived(page);
  await page.locator(".answers :is(.answer-button, label)").first().click();
  if (!(await second.isVisible())) await page.locator('.foot button[value="next"]').click();
  await second.waitFor();
}

/** Every page of a paper's questions, and both steps of those that have two; `look` is told which it is. */
export async function walkThrough(page: Page, paper: Paper, look: (name: string) => Promise<void>): Promise<void> {
  for (const at of paper.pages) {
    const names = "items" in at ? at.items : [];
    if (names.length > 0) await look(names.join(" + "));
    if (paper.items.some(({ name, type }) => type === "two-step" && names.includes(name))) {
      await openSecondStep(page);
      await look(`${names.join(" + ")}, second step`);
    }
    await goOn(page);
  }
}
