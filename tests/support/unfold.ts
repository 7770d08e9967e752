/** Unfolds whatever is folded on a page, also what only comes with what was unfolded before it. */
import type { Page } from "@playwright/test";

export async function unfoldAll(page: Page): Promise<void> {
  for (let wasFolded = true; wasFolded; )
    wasFolded = await page.evaluate(async () => {
      const folded = document.querySelectorAll<HTMLDetailsElement>("details:not([open])");
      for (const one of folded) one.querySelector("summary")?.click();
      // What comes with it has been fetched by then.
      await new Promise((resolve) => setTimeout(resolve, 250));
      return folded.length > 0;
    });
}
