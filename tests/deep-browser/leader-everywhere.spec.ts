/** A leader's page of every institution with everything unfolded, light and dark, in both languages. Short: `tests/e2e/leader.spec.ts`. */
import { expectAccessible } from "../support/axe";
import { test } from "../support/browser-test";
import { LEADER_INSTITUTIONS, signInAsAnne, startLeaderSite } from "../support/leader-site";
import type { Site } from "../support/site";
import { unfoldAll } from "../support/unfold";

let site: Site;
test.beforeAll(async () => {
  site = await startLeaderSite();
});
test.afterAll(() => site.close());

for (const institution of LEADER_INSTITUTIONS)
  for (const lang of ["da", "en"] as const)
    test(`the page of ${institution} is accessible in light and dark, in ${lang}`, async ({ page }) => {
      await signInAsAnne(page, site);
      await page.goto(`${site.url}/leder/${institution}?lang=${lang}`);
      await unfoldAll(page);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page);
      }
    });
