/** Chromium with its back-forward cache, which Playwright turns off: pages then come back as they were left. */
import { chromium } from "@playwright/test";
import type { Browser } from "@playwright/test";
import { BROWSER_ARGS, chromiumPath } from "./browser";

const NEEDS = ["--enable-features=BackForwardCache,CacheControlNoStoreEnterBackForwardCache"];

export function openCachingBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    args: [...BROWSER_ARGS, ...NEEDS],
  });
}
