/** Between a round's end and the end of its grace: what was begun goes on in a living page too, and nothing else begins. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { hurryToTheEnd } from "../support/hurry";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { issueKeys } from "../support/submissions";
import { chooseFirst, expectQuestion, press } from "../support/walk-survey";

let site: Site;
test.beforeAll(async () => {
  site = await startSite();
});
test.afterAll(() => site.close());
test.beforeEach(() => site.clock.set("2026-03-10T09:00:00Z"));

const endWindow = () => site.clock.set("2026-03-21T23:00:00Z");
const closed = { name: "Her er lukket lige nu" };
const thanks = { name: "Tak. Nu har vi hørt dig." };

async function open(page: Page, kind: "card" | "group"): Promise<void> {
  const [key] = await issueKeys(site.application, "eg-1a", 1);
  await page.goto(`${site.url}/svar/${kind === "card" ? key?.secret : `g/0123456789/${key?.pictures}`}`);
}

for (const kind of ["card", "group"] as const)
  test(`by ${kind}: a reload finds the answers again, Back and all, and they are sent`, async ({ page }) => {
    await open(page, kind);
    await press(page, "Ja");
    await hurryToTheEnd(page);
    endWindow();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Her er dine svar" })).toBeVisible();
    await press(page, "Tilbage");
    await expectQuestion(page, 8, 8);
    await page.reload();
    await expectQuestion(page, 8, 8);
    await press(page, "Videre");
    await press(page, "Send mine svar");
    await expect(page.getByRole("heading", thanks)).toBeVisible();
  });

test("what was opened may be begun and sent; what was not says that it is closed, and keeps nothing", async ({
  page,
}) => {
  await open(page, "card");
  await expect(page.getByText("Vil du være med?").first()).toBeVisible();
  endWindow();
  await press(page, "Ja");
  await hurryToTheEnd(page);
  await press(page, "Send mine svar");
  await expect(page.getByRole("heading", thanks)).toBeVisible();
  site.clock.set("2026-03-10T09:00:00Z");
  await open(page, "card");
  endWindow();
  const [answer] = await Promise.all([page.waitForResponse(/\/svar\//), page.reload()]);
  expect(answer.status()).toBe(200);
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("heading", closed)).toBeVisible();
  await expect(page.getByRole("button", { name: "Ja", exact: true })).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("lyt-draft")))).toEqual(
    [],
  );
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a page that is posted once more goes on, one that is asked for anew is closed", async ({ page }) => {
    await open(page, "group");
    await press(page, "Ja");
    await chooseFirst(page);
    await press(page, "Videre");
    endWindow();
    const shown = await page.title();
    await page.reload();
    await expect(page).toHaveTitle(shown);
    await press(page, "Videre");
    await expect(page).not.toHaveTitle(shown);
    await page.goto(page.url());
    await expect(page.getByRole("heading", closed)).toBeVisible();
  });
});
