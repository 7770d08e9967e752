/** The gallery in a browser: every way of answering wakes up without a fault, can be tried, and is accessible. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { galleryQuery } from "../../server/gallery/contract";
import type { GalleryChoice } from "../../server/gallery/contract";
import { expectAccessible } from "../support/axe";
import { test } from "../support/browser-test";
import type { Site } from "../support/site";
import { PASSWORD } from "../support/small-municipality";
import { press } from "../support/walk-survey";

let site: Site;
test.beforeAll(({ plainSite }) => {
  site = plainSite;
});

async function signIn(page: Page): Promise<void> {
  await page.goto(`${site.url}/log-ind`);
  await page.getByLabel("Brugernavn").fill("anne");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await press(page, "Log ind");
  await expect(page).toHaveURL(`${site.url}/admin`);
}

const show = (page: Page, choice: Omit<GalleryChoice, "version">) =>
  page.goto(`${site.url}/galleri${galleryQuery({ version: 1, ...choice })}`);

test("every way of answering wakes up without a fault at every age, and the page is accessible", async ({ page }) => {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await signIn(page);
  for (const form of ["3-5", "6-9", "10-12"] as const) {
    await show(page, { survey: "svarmaader", form, language: "da" });
    await expect(page.locator(".speaker").first()).toBeEnabled();
    await page.waitForLoadState("networkidle");
    expect(faults, form).toEqual([]);
    await expectAccessible(page);
  }
});

test("a slow device wakes all of it up without a fault", async ({ page }) => {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await signIn(page);
  const device = await page.context().newCDPSession(page);
  await device.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await show(page, { survey: "svarmaader", form: "3-5", language: "da" });
  await expect(page.locator(".speaker").first()).toBeEnabled({ timeout: 30_000 });
  await page.waitForLoadState("networkidle");
  expect(faults).toEqual([]);
});

test("an answer, and a reason for none, can be tried", async ({ page }) => {
  await signIn(page);
  await show(page, { survey: "trivsel", form: "6-9", language: "da" });
  const glad = page.locator(".gallery-item").filter({ hasText: "glad · " });
  await expect(glad.locator(".speaker").first()).toBeEnabled();
  await glad.locator(".answers label").first().click();
  await expect(glad.getByRole("radio", { checked: true })).toHaveCount(1);
  await glad.getByRole("button", { name: "Vil ikke svare" }).click();
  await expect(glad.getByRole("button", { name: "Vil ikke svare" })).toHaveAttribute("aria-pressed", "true");
  await expect(glad.getByRole("radio", { checked: true })).toHaveCount(0);
  await glad.locator(".answers label").first().click();
  await expect(glad.getByRole("radio", { checked: true })).toHaveCount(1);
});

test("another form and language are one press away, and what a question is about is drawn", async ({ page }) => {
  await signIn(page);
  await page.getByText("Mere", { exact: true }).click();
  await page.getByRole("link", { name: "Galleri" }).click();
  const older = page.getByRole("link", { name: "10-12 år: 33 spørgsmål" });
  await older.click();
  await expect(older).toHaveAttribute("aria-current", "page");
  await page.getByRole("link", { name: "العربية" }).click();
  await expect(page.locator(".gallery-stage").first()).toHaveAttribute("dir", "rtl");
  await expect(page.locator(".question-picture")).toHaveCount(33);
});

test("a file is brought, drawn by us or by SurveyJS, and refused in words", async ({ page }) => {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await signIn(page);
  await page.goto(`${site.url}/galleri`);
  await page.getByRole("link", { name: "Prøv din egen fil" }).click();
  const bring = async (name: string) => {
    await page.getByLabel("Vælg en fil").setInputFiles(`tests/cases/surveys/made/${name}.json`);
    await expect(page.getByLabel("Spørgeskemaet")).not.toHaveValue("");
    await page.getByRole("button", { name: "Vis", exact: true }).click();
  };
  await bring("checkbox-at-most");
  await expect(page.getByRole("heading", { name: "Sådan ser det ud" })).toBeVisible();
  await expectAccessible(page);
  await bring("expression-question");
  await expect(page.locator(".sd-root-modern")).toBeVisible();
  await bring("a-list");
  await expect(page.getByRole("alert")).toContainText("Filen kan ikke bruges");
  expect(faults).toEqual([]);
});

test("SurveyJS's renderer neither leaves the page, nor shows markup, nor hangs on a regular expression", async ({
  page,
}) => {
  const json = JSON.stringify({
    navigateToUrl: "/log-ind?a={q1}",
    checkErrorsMode: "onValueChanged",
    textUpdateMode: "onTyping",
    elements: [
      {
        type: "text",
        name: "q1",
        title: "Kode",
        validators: [{ type: "regex", regex: "^(a+)+$", text: "Passer ikke" }],
      },
      { type: "matrix", name: "q2", title: "Du skrev {q1}", columns: ["Ja"], rows: ["Nu"] },
    ],
  });
  await signIn(page);
  await page.goto(`${site.url}/galleri/fil`);
  await page.getByLabel("Spørgeskemaet").fill(json);
  await page.getByRole("button", { name: "Vis", exact: true }).click();
  const drawn = page.locator(".sd-root-modern");
  const code = drawn.getByRole("textbox", { name: "Kode" });
  await code.fill(`${"a".repeat(40)}!`);
  await expect(drawn.getByText("Passer ikke")).toBeVisible();
  await code.fill("<b>aaa</b>");
  await expect(drawn.getByText("Du skrev <b>aaa</b>")).toBeVisible();
  await code.fill("aaa");
  await page.getByRole("button", { name: "Færdig" }).click();
  await page.waitForTimeout(1000);
  expect(new URL(page.url()).pathname).toBe("/galleri/fil");
});
