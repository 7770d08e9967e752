/** What an administrator unfolds of a round on a phone, in Danish and English: it stays on its card, and axe finds nothing. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { test } from "../support/browser-test";
import { settleEditors } from "../support/editors";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { aRound, PASSWORD } from "../support/small-municipality";
import { press } from "../support/walk-survey";

let site: Site;
test.beforeAll(async () => {
  site = await startSite();
  const { stores } = site.application;
  const { karen, rita } = await settleEditors(site.application);
  // A word too long for a column of a phone.
  const name = "Naturfritidsordningsinstitutionen";
  await stores.organisation.insertInstitutions([{ id: "lang", name, kinds: ["fritidshjem"], areaId: "nord" }]);
  const group = { institutionId: "lang", name: "Alle", band: "6-9", childCount: 20, code: "yyyyyyyyyy" } as const;
  await stores.organisation.insertGroups([{ id: "lang-1", ...group }]);
  const editors = [
    { language: "da", editor: karen, deputy: rita },
    { language: "uk", editor: rita, deputy: "gone" },
  ] as const;
  await stores.rounds.insert(aRound({ id: "laest", groupIds: ["eg-1a", "lang-1"], state: "open", editors }));
  await stores.resultCodes.insertNew([{ _id: "0123456789", round: "laest", institution: "lang" }]);
});
test.afterAll(() => site.close());

/** Of a card: how far its parts stick out, but for what scrolls in a frame of its own. */
const sticksOut = (page: Page): Promise<number> =>
  page.locator("article.round").evaluateAll((cards) =>
    Math.max(
      ...cards.flatMap((card) => {
        const edge = card.getBoundingClientRect().right;
        const parts = [...card.querySelectorAll("p, li, span, summary, .table-frame")];
        return parts.map((part) => Math.round(part.getBoundingClientRect().right - edge));
      }),
    ),
  );

test("who reads own words and each institution's code stay on the card", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site.url}/log-ind`);
  await page.getByLabel("Brugernavn").fill("anne");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await press(page, "Log ind");
  for (const lang of ["", "?lang=en"]) {
    await page.goto(`${site.url}/admin${lang}`);
    const card = page.locator("article.round", { has: page.locator(".editors") });
    for (const fold of await card.locator(".heard > summary").all()) await fold.click();
    await expect(card.getByText("0123456789")).toBeVisible();
    await expect(card.locator(".editors small")).toHaveCount(3);
    expect(await sticksOut(page)).toBeLessThan(0);
    await expectAccessible(page);
  }
});
