/**
 * axe on every question of two papers, and on every page of every scale in Danish and in Arabic. In short:
 * `tests/e2e/accessible.spec.ts` and `scales.spec.ts`.
 */
import { expect } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { test } from "../support/browser-test";
import { everyScale } from "../support/every-scale";
import { untilAwake } from "../support/hurry";
import { goOn } from "../support/papers-site";
import { issueKeys } from "../support/submissions";
import { chooseFirst, expectQuestion, press } from "../support/walk-survey";

for (const group of ["eg-1a", "birk-rod"])
  test(`every question of a child in ${group}, answered`, async ({ page, plainSite: site }) => {
    const [key] = await issueKeys(site.application, group, 1);
    await page.goto(`${site.url}/svar/${key?.secret}`);
    await press(page, "Ja");
    for (let at = 1; at <= 8; at += 1) {
      await expectQuestion(page, at, 8);
      await chooseFirst(page);
      await expectAccessible(page);
      await press(page, "Videre");
    }
    await expect(page.getByRole("heading", { name: "Her er dine svar" })).toBeVisible();
  });

for (const language of ["da", "ar"] as const)
  test(`every page of every scale, in ${language}`, async ({ page, scalesSite: site }) => {
    await site.open(page, "eg-1a", `?lang=${language}`);
    await untilAwake(page);
    for (let at = 0; at < everyScale().pages.length; at += 1) {
      await expect(page.locator("main h1")).toBeVisible();
      await expectAccessible(page);
      await goOn(page);
    }
    await expectAccessible(page);
  });
