/** When the database or the network is away: a child's answers stay on the device, and sending can be pressed again. */
import { expect } from "@playwright/test";
import { test } from "../support/browser-test";
import { openGatedStore } from "../support/gate";
import type { GatedStore } from "../support/gate";
import { hurryToTheEnd } from "../support/hurry";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { issueKeys } from "../support/submissions";
import { answerEverything, press } from "../support/walk-survey";

let store: GatedStore;
let site: Site;
test.beforeAll(async () => {
  store = await openGatedStore();
  site = await startSite({ mongodbUrl: store.url });
});
test.afterAll(async () => {
  await site.close();
  await store.close();
});

async function freshCard(): Promise<string> {
  const [key] = await issueKeys(site.application, "eg-1a", 1);
  return `${site.url}/svar/${key?.secret}`;
}

const thanks = { name: "Tak. Nu har vi hørt dig." };

test("while the database is away the page says so, keeps the answers, and sends them later, once", async ({ page }) => {
  await page.goto(await freshCard());
  await press(page, "Ja");
  await hurryToTheEnd(page);
  await store.shut();
  const [answer] = await Promise.all([page.waitForResponse(/\/api\/responses\//), press(page, "Send mine svar")]);
  expect(answer.status()).toBe(503);
  expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
  await expect(page.getByText("Dine svar er her stadig.")).toBeVisible();
  await store.open();
  await page.reload().catch(() => {});
  await expect(page.getByRole("heading", { name: "Her er dine svar" })).toBeVisible();
  await press(page, "Send mine svar");
  await expect(page.getByRole("heading", thanks)).toBeVisible();
  expect(await site.database.main.collection("responses").countDocuments()).toBe(1);
});

test("without network nothing is lost either", async ({ page, context }) => {
  await page.goto(await freshCard());
  await press(page, "Ja");
  await hurryToTheEnd(page);
  await context.setOffline(true);
  await press(page, "Send mine svar");
  await expect(page.getByText("Dine svar er her stadig.")).toBeVisible();
  await context.setOffline(false);
  await press(page, "Send mine svar");
  await expect(page.getByRole("heading", thanks)).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the page that could not be handled can be posted once more", async ({ page }) => {
    await page.goto(await freshCard());
    await press(page, "Ja");
    await answerEverything(page);
    await store.shut();
    const [answer] = await Promise.all([page.waitForResponse(/\/svar\//), press(page, "Send mine svar")]);
    expect(answer.status()).toBe(503);
    await store.open();
    await press(page, /Prøv igen/);
    await expect(page.getByRole("heading", thanks)).toBeVisible();
  });
});
