/**
 * Chromium with its back-forward cache, also for pages that say no-store: pages come back as they were left. Playwright
 * turns it off, and waits in vain for a page that comes back so; here the history is walked by the page itself.
 */
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "@playwright/test";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { BROWSER_ARGS, chromiumPath } from "./browser";
import { untilArrived } from "./walk-survey";

export function openCachingBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    args: [...BROWSER_ARGS, "--enable-features=BackForwardCache,CacheControlNoStoreEnterBackForwardCache"],
  });
}

const CAME_BACK = "came-back";
const FROM_CACHE = "from the cache";

/** Whose pages remember how they came: out of the cache, anew, or without leaving the document. */
export async function openTablet(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "da-DK", reducedMotion: "reduce", ...options });
  await context.addInitScript(
    ([name, fromCache]) => {
      const note = (how: string) => {
        // What came out of the cache may lead on to a page that comes anew.
        if (sessionStorage.getItem(name) !== fromCache) sessionStorage.setItem(name, how);
      };
      addEventListener("pageshow", ({ persisted }) => note(persisted ? fromCache : "anew"));
      addEventListener("popstate", () => note("within the document"));
    },
    [CAME_BACK, FROM_CACHE] as const,
  );
  return context;
}

/** While one page goes and another comes nothing may answer. */
const LONGEST_ANSWER_MS = 500;

/** How the page came that is there now; undefined as long as none has come. */
const howItCame = (page: Page): Promise<string | undefined> =>
  Promise.race([
    page
      .evaluate((name) => (location.href === "about:blank" ? "to nothing" : sessionStorage.getItem(name)), CAME_BACK)
      .then((how) => how ?? undefined)
      // The page was just leading on to another one.
      .catch(() => undefined),
    wait(LONGEST_ANSWER_MS, undefined),
  ]);

/** Walks through the tab's history; true when a page came out of the cache. */
export async function goThroughHistory(page: Page, by: 1 | -1): Promise<boolean> {
  await untilArrived(page);
  await page.evaluate(
    ([steps, name]) => {
      sessionStorage.removeItem(name);
      setTimeout(() => history.go(steps));
    },
    [by, CAME_BACK] as const,
  );
  for (;;) {
    const how = await howItCame(page);
    if (how) return how === FROM_CACHE;
    await wait(20);
  }
}
