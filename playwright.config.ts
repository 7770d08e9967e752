/** Browser tests and screenshots, in the Chromium found on this machine (CHROMIUM_PATH). */
import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS, chromiumPath } from "./tests/support/browser";

export default defineConfig({
  workers: 1,
  retries: 0,
  timeout: 90_000,
  forbidOnly: true,
  outputDir: "test-results",
  use: {
    locale: "da-DK",
    timezoneId: "Europe/Copenhagen",
    launchOptions: { executablePath: chromiumPath(), args: BROWSER_ARGS },
  },
  projects: [
    { name: "browser", testDir: "tests/e2e" },
    { name: "screenshots", testDir: "tests/screenshots" },
  ],
});
