/** Takes the pictures of docs/images, from the demo municipality as a newcomer meets it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { OPERATOR } from "../../server/accounts/rules";
import { systemClock } from "../../server/lib/clock";
import { readSettings } from "../../server/lib/env";
import { createLogger } from "../../server/observability/logger";
import { runServer } from "../../server/run-server";
import type { RunningServer } from "../../server/run-server";
import { giveVoice, listen } from "../support/voices";
import { press } from "../support/walk-survey";

const TABLET = { width: 820, height: 1180 };
const LAPTOP = { width: 1280, height: 800 };

let folder: string;
let server: RunningServer;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lyt-images-"));
  const settings = readSettings({ PORT: "0", DATA_DIR: folder, DEMO: "yes" });
  server = await runServer({ settings, logger: createLogger("silent"), clock: systemClock });
});
test.afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function freshKey(band: "3-5" | "6-9") {
  const { stores, services } = server.application;
  const [round] = await stores.rounds.listInStates(["open"]);
  const groups = await stores.organisation.listGroups(round?.groupIds ?? []);
  const group = groups.find((one) => one.band === band);
  const [key] = await services.rounds.issueKeys(OPERATOR, round?.id ?? "", group?.id ?? "", 1);
  if (!key || !group) throw new Error("the demo has no open round");
  return { ...key, code: group.code };
}

async function take(page: Page, name: string, size: { width: number; height: number }) {
  await page.setViewportSize(size);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `docs/images/${name}.png`, animations: "disabled" });
}

async function begin(page: Page, band: "3-5" | "6-9"): Promise<void> {
  // A tablet has a voice of its own; here it says everything in no time.
  await listen(page);
  await giveVoice(page);
  await page.setViewportSize(TABLET);
  await page.goto(`${server.url}/svar/${(await freshKey(band)).secret}`);
  await press(page, "Ja");
}

/** What is tried first is passed. */
async function passPractice(page: Page): Promise<void> {
  await expect(page.locator(".practice")).toBeVisible();
  while (await page.locator(".practice").isVisible()) await press(page, "Videre");
}

test("a child of 3-5", async ({ page }) => {
  await begin(page, "3-5");
  await passPractice(page);
  await page.locator(".answers label").first().click();
  await take(page, "child-3-5", TABLET);
});

test("a child of 6-9, and thanks", async ({ page }) => {
  await begin(page, "6-9");
  await passPractice(page);
  await press(page, "Videre");
  await page.locator(".answers label").first().click();
  await take(page, "child-6-9", TABLET);
  const onward = page.locator('.foot button[value="next"]');
  const send = page.getByRole("button", { name: "Send mine svar" });
  while (!(await send.isVisible())) await onward.click();
  await send.click();
  await expect(page.getByRole("heading", { name: "Tak. Nu har vi hørt dig." })).toBeVisible();
  await take(page, "child-thanks", TABLET);
});

test("the door of a group", async ({ page }) => {
  const { code, pictures } = await freshKey("3-5");
  await page.setViewportSize(TABLET);
  await page.goto(`${server.url}/svar/g/${code}?p=${pictures?.split(".")[0]}`);
  await take(page, "child-key", TABLET);
});

for (const role of ["leader", "administrator"] as const)
  test(`the page of a ${role}`, async ({ page }) => {
    const person = server.demo?.[role];
    await page.goto(`${server.url}/log-ind`);
    await page.getByLabel("Brugernavn").fill(person?.name ?? "");
    await page.getByLabel("Adgangskode").fill(person?.password ?? "");
    await press(page, "Log ind");
    await expect(page).not.toHaveURL(/log-ind/);
    await take(page, role === "leader" ? "leader" : "admin", LAPTOP);
  });
