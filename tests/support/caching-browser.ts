/**
 * Chromium with its back-forward cache, also for pages that say no-store: pages come back as they were left. Playwright
 * turns it off, and waits in vain for a page that comes back so; here the history is walked by the page itself.
 */
import { chromium } from "@playwright/test";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { BROWSER_ARGS, chromiumPath } from "./browser";

export function openCachingBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    args: [...BROWSER_ARGS, "--enable-features=BackForwardCache,CacheControlNoStoreEnterBackForwardCache"],
  });
}

const CAME_FROM_CACHE = "came-from-cache";

/** Whose pages remember that they have come out of the cache. */
export async function openTablet(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "da-DK", ...options });
  await context.addInitScript((name) => {
    addEventListener("pageshow", ({ persisted }) => persisted && sessionStorage.setItem(name, "yes"));
  }, CAME_FROM_CACHE);
  return context;
}

/** Walks through the tab's history; true when a page came out of the cache. */
export async function goThroughHistory(page: Page, by: 1 | -1): Promise<boolean> {
  await page.evaluate(
    ([steps, name]) => {
      sessionStorage.removeItem(name);
      setTimeout(() => history.go(steps));
    },
    [by, CAME_FROM_CACHE] as const,
  );
  // As long as a page needs to come, and to lead on.
  await page.waitForTimeout(700);
  for (;;) {
    await page.waitForLoadState();
    const cameFromCache = await page
      .evaluate((name) => location.href !== "about:blank" && sessionStorage.getItem(name) === "yes", CAME_FROM_CACHE)
      // The page was just leading on to another one.
      .catch(() => undefined);
    if (cameFromCache !== undefined) return cameFromCache;
  }
}
