/** The whole journey: children answer, the administrator closes and seals, the leader reads what they said. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { hurryToTheEnd } from "../support/hurry";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { PASSWORD } from "../support/small-municipality";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";
import { press } from "../support/walk-survey";

let site: Site;
test.beforeAll(async () => {
  site = await startSite();
});
test.afterAll(() => site.close());

async function signIn(page: Page, name: string, password = PASSWORD): Promise<void> {
  await page.goto(`${site.url}/log-ind`);
  await page.getByLabel("Brugernavn").fill(name);
  await page.getByLabel("Adgangskode").fill(password);
  await press(page, "Log ind");
}

async function readAsLeader(page: Page): Promise<void> {
  await signIn(page, "bo");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Egeskolen · Forår");
  await expect(page.getByText("23 af 34 børn har svaret (68 %)")).toBeVisible();
  await expect(page.getByText(/^Af de børn, der svarede, .+ næsten alle/).first()).toBeVisible();
  for (const fold of ["form", "theme"]) await page.locator(`.${fold}-fold > summary`).first().click();
  await expect(page.getByRole("img", { name: /^Søjler/ }).first()).toBeVisible();
  await page.getByText("Vis som tabel").first().click();
  await expect(page.getByRole("table")).toBeVisible();
  await expect(page.getByRole("heading", { name: "4-5 år: vises ikke" })).toBeVisible();
}

test("from a child's answer to a leader's result", async ({ page, browser }) => {
  await test.step("twenty-two children answer over the wire, and one in a browser", async () => {
    for (const { secret } of await issueKeys(site.application, "eg-1a", 22))
      expect((await put(site.url, freshId(), aSubmission(site.application, secret))).status).toBe(200);
    const [card] = await issueKeys(site.application, "eg-1a", 1);
    await page.goto(`${site.url}/svar/${card?.secret}`);
    await press(page, "Ja");
    await hurryToTheEnd(page);
    await press(page, "Send mine svar");
    await expect(page.getByRole("heading", { name: "Tak. Nu har vi hørt dig." })).toBeVisible();
  });

  const late = await browser.newPage();
  await test.step("one more child has answered everything, but not pressed send", async () => {
    const [card] = await issueKeys(site.application, "eg-1a", 1);
    await late.goto(`${site.url}/svar/${card?.secret}`);
    await press(late, "Ja");
    await hurryToTheEnd(late);
  });

  await test.step("nobody can read anything yet", async () => {
    await signIn(page, "bo");
    await expect(page.getByText("Ingen runde er afsluttet endnu")).toBeVisible();
    await press(page, "Log ud");
    await expect(page).toHaveURL(`${site.url}/`);
  });

  await test.step("the administrator closes the round, and seals it although it is in its grace", async () => {
    await signIn(page, "anne");
    await expect(page).toHaveURL(`${site.url}/admin`);
    await page.getByText("Luk runden").click();
    await press(page, "Ja, luk den nu");
    await expect(page.getByRole("status")).toHaveText("Runden er lukket.");
    await page.getByText("Forsegl runden").click();
    await page.getByRole("checkbox").check();
    await press(page, "Ja, forsegl den for altid");
    await expect(page.getByRole("status")).toHaveText(/^Runden er forseglet/);
    await press(page, "Log ud");
  });

  await test.step("the leader reads it, in words first, then figures, then a table", async () => {
    await readAsLeader(page);
  });

  await test.step("another leader sees nothing of it", async () => {
    const other = await browser.newPage();
    await signIn(other, "carla");
    for (const path of ["/leder/eg", "/leder/eg/forar", "/admin"])
      expect((await other.goto(site.url + path))?.status(), path).toBe(404);
    await other.close();
  });

  await test.step("a late answer is told so, in friendly words", async () => {
    await press(late, "Send mine svar");
    await expect(late.getByText("Nu er det lukket, så vi kan ikke tage imod flere svar.")).toBeVisible();
    expect(await site.database.main.collection("responses").countDocuments()).toBe(0);
    await late.close();
  });
});

test("a wrong password is told the same way as an unknown name, and the name stays written", async ({ page }) => {
  for (const name of ["anne", "nobody"]) {
    await signIn(page, name, "wrong-password");
    await expect(page.getByRole("alert")).toHaveText("Navn og adgangskode passer ikke sammen. Prøv igen.");
    await expect(page.getByLabel("Brugernavn")).toHaveValue(name);
  }
});

test("signing in leads back to where one wanted to go, and never to another site", async ({ page }) => {
  await page.goto(`${site.url}/leder/eg`);
  await expect(page).toHaveURL(/\/log-ind\?til=%2Fleder%2Feg$/);
  await page.getByLabel("Brugernavn").fill("bo");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await press(page, "Log ind");
  await expect(page).toHaveURL(`${site.url}/leder/eg`);
  await press(page, "Log ud");
  await page.goto(`${site.url}/log-ind?til=${encodeURIComponent("//elsewhere.example/leder")}`);
  await page.getByLabel("Brugernavn").fill("bo");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await press(page, "Log ind");
  await expect(page).toHaveURL(`${site.url}/leder/eg`);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an adult can sign in, read and sign out", async ({ page }) => {
    await signIn(page, "bo");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await press(page, "Log ud");
    await expect(page).toHaveURL(`${site.url}/`);
  });
});
