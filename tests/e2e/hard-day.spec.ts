/**
 * A hard day, all at once: a browser of 2021 with a back-forward cache, plain nginx in front, one tablet that goes from
 * child to child, and a server that is stopped and started while answers are being sent.
 */
import { rm } from "node:fs/promises";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { goThroughHistory, openCachingBrowser, openTablet } from "../support/caching-browser";
import { folderEnv, settleFolder, withFolder } from "../support/data-folder";
import { hurryOn, hurryToTheEnd } from "../support/hurry";
import { nginxPath, startNginx } from "../support/nginx";
import { forgetNewer } from "../support/old-browsers/forget";
import { freePort, startProcess } from "../support/server-process";
import { PASSWORD } from "../support/small-municipality";
import { issueKeys } from "../support/submissions";
import { press, pressPictures } from "../support/walk-survey";

test.skip(!nginxPath, "there is no nginx");

const DOOR = "/svar/g/0123456789";

const expectDoor = (page: Page) => expect(page.locator(".key-grid")).toBeVisible();
const expectThanks = (page: Page) =>
  expect(page.getByRole("heading", { name: "Tak. Nu har vi hørt dig." })).toBeVisible();

test("old browser, plain nginx, shared tablet and a restart: nobody's answer is lost or seen by another", async () => {
  test.setTimeout(240_000);
  const folder = await settleFolder();
  const [one, other] = await withFolder(folder, ({ application }) => issueKeys(application, "eg-1a", 2));
  const [ours, http] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${http}`;
  const env = { ...folderEnv(folder), PORT: String(ours), PUBLIC_URL: url, TRUST_PROXY: "1" };
  const start = () => startProcess(["build/server/start.js"], env, "/readyz");
  let server = await start();
  const location = `location / { proxy_pass http://127.0.0.1:${ours}; }`;
  const nginx = await startNginx(`server { listen 127.0.0.1:${http}; ${location} }`, [http]);
  const browser = await openCachingBrowser();
  const context = await openTablet(browser, { baseURL: url, viewport: { width: 820, height: 1180 } });
  await forgetNewer(context);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));

  // The first child goes away in the middle; the second one sees nothing of it.
  await page.goto(DOOR);
  await pressPictures(page, one?.pictures?.split(".") ?? []);
  await press(page, "Ja");
  await hurryOn(page, 3);
  await page.goto(DOOR);
  await goThroughHistory(page, -1);
  await expectDoor(page);
  await expect(page.locator(".answers")).toHaveCount(0);

  // The server is away just as the second child sends: its answers stay, and arrive once it is back.
  await pressPictures(page, other?.pictures?.split(".") ?? []);
  await press(page, "Ja");
  await hurryToTheEnd(page);
  await server.stop();
  await press(page, "Send mine svar");
  await expect(page.getByRole("alert").first()).toContainText("Dine svar er her stadig");
  server = await start();
  await press(page, "Send mine svar");
  await expectThanks(page);
  await page.getByRole("link", { name: "Næste barn" }).click();
  await expectDoor(page);
  await goThroughHistory(page, -1);
  await expectDoor(page);

  // A leader signs in through the same proxy, after the restart.
  await page.goto("/log-ind");
  await page.getByLabel("Brugernavn").fill("bo");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await press(page, "Log ind");
  await expect(page).toHaveURL(/\/leder/);

  await browser.close();
  await nginx.stop();
  await server.stop();
  const stored = await withFolder(folder, ({ database }) => database.main.collection("responses").countDocuments({}));
  expect(stored).toBe(1);
  expect(faults).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});
