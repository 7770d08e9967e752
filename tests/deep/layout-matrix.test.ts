/**
 * Every item of the bank for children and young people, in all seven languages, at every size that a school or a home has:
 * equal pictures, nothing covered, nothing to be pushed sideways, at 10-12 nothing to scroll. The shorter runs are `tests/e2e/*-layout.spec.ts`.
 */
import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Language } from "../../surveys/paper/language";
import { LANGUAGES } from "../../surveys/paper/language";
import { openBrowser } from "../support/browser";
import type { Size } from "../support/layout-faults";
import { layoutsAt } from "../support/layout-faults";
import { bankPaper, begin, startPapersSite, walkThrough } from "../support/papers-site";
import type { PapersSite } from "../support/papers-site";

let site: PapersSite;
let browser: Browser;
beforeAll(async () => {
  site = await startPapersSite();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** The last four are 1280x800, 1024x768 and 820x1180 at 200 %, and a phone lying down. */
const SIZES: readonly Size[] = [
  "1920x1080",
  "1366x768",
  "1280x800",
  "1180x820",
  "1080x810",
  "1024x768",
  "820x1180",
  "768x1024",
  "600x960",
  "390x844",
  "360x640",
  "320x568",
  "640x400",
  "512x384",
  "410x590",
  "844x390",
].map((size) => {
  const [width = 0, height = 0] = size.split("x").map(Number);
  return { width, height };
});

/** One or two questions of 10-12 lie on one screen there, and no word is broken. */
const isUnscrolled = (language: Language, at: string) =>
  ["da", "uk", "ar"].includes(language) && ["820x1180", "1280x800"].includes(at);

for (const language of LANGUAGES)
  for (const form of ["3", "3-5", "6-9", "10-12", "13-18"] as const)
    it(`lays out every item at ${form} in ${language} fairly and within the page`, async () => {
      const isOlder = form === "10-12" || form === "13-18";
      const paper = bankPaper(form, language, { isOneByOne: !isOlder });
      const page = await browser.newPage({ reducedMotion: "reduce" });
      await site.open(page, paper);
      await begin(page);
      const faults: string[] = [];
      await walkThrough(page, paper, async (name) => {
        for (const { at, unequal, sideways, covered, down, broken } of await layoutsAt(page, SIZES)) {
          if (form === "10-12" && isUnscrolled(language, at) && (down > 0 || broken.length > 0))
            faults.push(`${name} at ${at}: ${down} px to scroll, ${broken.join(" ")} broken`);
          if (unequal >= 1) faults.push(`${name} at ${at}: pictures differ by ${unequal.toFixed(1)} px`);
          if (sideways > 0) faults.push(`${name} at ${at}: ${sideways} px sideways`);
          if (covered.length > 0) faults.push(`${name} at ${at}: ${covered.join(" ")} covered`);
        }
      });
      await page.close();
      expect(faults).toEqual([]);
    });
