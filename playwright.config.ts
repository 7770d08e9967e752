/** Browser tests and screenshots, in the Chromium found on this machine (CHROMIUM_PATH). */
import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS, chromiumPath } from "./tests/support/browser";

export default defineConfig({
  // Each with a browser, sites, ports and folders of its own (tests/support/browser-test.ts).
  workers: 3,
  // Three browsers on two cores: what a busy machine was too slow for is tried once more, and reported as flaky.
  retries: 1,
  timeout: 90_000,
  forbidOnly: true,
  outputDir: "test-results",
  use: {
    locale: "da-DK",
    timezoneId: "Europe/Copenhagen",
    // Nothing to wait for where moving is not what is tested.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { executablePath: chromiumPath(), args: BROWSER_ARGS },
  },
  projects: [
    { name: "browser", testDir: "tests/e2e" },
    { name: "deep-browser", testDir: "tests/deep-browser", timeout: 600_000 },
    { name: "screenshots", testDir: "tests/screenshots" },
  ],
});
