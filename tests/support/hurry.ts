/**
 * A child in a hurry, in a living page: the page's own answers and buttons, pressed as fast as it draws them and keeps its
 * draft. For what lies behind the questions; that hands get there too is `child.spec.ts` and its like.
 */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

/** Answered on from the page that is shown; `upTo`: so many questions, then the page behind them stays. */
interface Hurry {
  readonly upTo?: number;
  readonly isSilent?: boolean;
}

/** Runs in the page. */
async function hurry({ upTo = Number.POSITIVE_INFINITY, isSilent = false }: Hurry): Promise<void> {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const walk = () => document.querySelector<HTMLInputElement>('input[name="walk"]')?.value;
  const drafts = () => {
    try {
      return [localStorage, sessionStorage]
        .flatMap((storage) => Object.entries(storage))
        .filter(([name]) => name.startsWith("lyt-draft-"))
        .join();
    } catch {
      // A browser that keeps nothing.
      return "";
    }
  };
  const take = async (element: HTMLElement | undefined) => {
    const [walkBefore, draftBefore] = [walk(), drafts()];
    element?.click();
    for (let left = 2_000; left > 0; left -= 1) {
      if (walk() !== walkBefore && (draftBefore === "" || drafts() !== draftBefore)) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`Nothing came of pressing "${element?.textContent}".`);
  };
  const isQuestion = () => all(".answers").length > 0 && all(".practice").length === 0;
  for (let answered = 0; all(".own-answers").length === 0; ) {
    if (isQuestion()) {
      if (answered === upTo) return;
      answered += 1;
      if (!isSilent && all(".answers :checked").length === 0) await take(all(".answers label")[0]);
    }
    await take(all('.foot button[value="next"]')[0]);
  }
}

/** Its loudspeakers sleep until a page is awake. */
export const untilAwake = (page: Page) =>
  page.locator("main.question .speaker:enabled").first().waitFor({ state: "attached" });

/** The first answer of this question and of those behind it. */
export async function hurryOn(page: Page, upTo: number): Promise<void> {
  await untilAwake(page);
  await page.evaluate(hurry, { upTo });
}

/** On to the child's own answers, with the first answer of every question, or none at all. */
export async function hurryToTheEnd(page: Page, { isSilent = false } = {}): Promise<void> {
  await untilAwake(page);
  await page.evaluate(hurry, { isSilent });
  if (!isSilent) await expect(page.getByRole("heading", { name: "Her er dine svar" })).toBeVisible();
}
