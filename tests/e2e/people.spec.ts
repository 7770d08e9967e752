/** A leader who is invited by mail, signs in by what was caught of it, is handed over and removed; and the pages around her. */
import { expect } from "@playwright/test";
import { urls } from "../../app/urls";
import { expectAccessible } from "../support/axe";
import { test } from "../support/browser-test";
import { signInAsAnne } from "../support/leader-site";
import type { Site } from "../support/site";
import { startSite } from "../support/site";
import { partsOf, startSmtpServer } from "../support/smtp-server";

let site: Site;
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
test.beforeAll(async () => {
  smtp = await startSmtpServer();
  site = await startSite({ smtpUrl: smtp.url });
});
test.afterAll(async () => {
  await site.close();
  await smtp.close();
});

test("comes by mail, leads, and is taken over", async ({ page, browser }) => {
  await signInAsAnne(page, site);
  await page.getByText("Mere", { exact: true }).click();
  await page.getByRole("link", { name: "Brugere" }).click();
  await expectAccessible(page);
  await page.getByLabel("Navn", { exact: true }).fill("Lea Ny");
  await page.getByLabel("Mailadresse").fill("lea@example.dk");
  await page.getByLabel("Institutioner", { exact: true }).selectOption("Egeskolen");
  await page.getByRole("button", { name: "Inviter" }).click();
  await expect(page.getByRole("status")).toHaveText("Invitationen er på vej.");
  await site.application.services.mail.sendDue();
  const [caught] = smtp.caught;
  const text = (caught && partsOf(caught)["text/plain"]) ?? "";
  expect(text).toContain("Hej Lea Ny");
  const [link = ""] = /http\S+\/kode#\S+/.exec(text) ?? [];

  // Her own browser, with nothing of Anne's.
  const leas = await (await browser.newContext({ locale: "da-DK" })).newPage();
  await leas.goto(link);
  await expect(leas.getByLabel("Kode", { exact: true })).toHaveValue(/^[0-9a-z-]{23}$/);
  await expectAccessible(leas);
  await leas.getByLabel("Din nye adgangskode").fill("cykel-regnbue-12");
  await leas.keyboard.press("Enter");
  await expect(leas.getByText("Lea Ny")).toBeVisible();
  await expect(leas).toHaveURL(new RegExp(urls.results()));
  await leas.getByRole("link", { name: /Lea Ny/ }).click();
  await expect(leas.getByRole("heading", { level: 1 })).toHaveText("Din konto");
  await expectAccessible(leas);

  await page.getByRole("link", { name: /Lea Ny/ }).click();
  await expectAccessible(page);
  await page.getByLabel("Hvem overtager?").selectOption("Carla");
  await page.getByLabel("Ja, fjern Lea Ny").check();
  await page.getByRole("button", { name: "Fjern" }).click();
  await expect(page.getByRole("status")).toHaveText("Personen er fjernet.");
  await leas.reload();
  await expect(leas).toHaveURL(/log-ind/);
  await page.getByRole("link", { name: /Carla/ }).click();
  await expect(page.getByLabel("Institutioner", { exact: true })).toHaveValues(["birk", "eg"]);
});

test("what stands behind More is for keyboard and screen reader too", async ({ page }) => {
  await signInAsAnne(page, site);
  for (const path of [urls.audit(), urls.mail(), urls.jobs(), `${urls.audit()}?lang=en`, `${urls.mail()}?lang=en`]) {
    await page.goto(site.url + path);
    await expectAccessible(page);
  }
  await page.goto(site.url + urls.audit());
  await page.getByText("Mere", { exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Galleri" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Brugere" })).toBeFocused();
  await page.getByLabel("Hvad", { exact: true }).selectOption("Log ind og ud");
  await page.getByRole("button", { name: "Vis" }).click();
  await expect(page.getByRole("cell", { name: /loggede ind/ }).first()).toBeVisible();
  await expect(page.getByRole("cell", { name: /inviterede/ })).toHaveCount(0);
  await page.goto(`${site.url}${urls.forgotten()}`);
  await expectAccessible(page);
});

test("a letter is alone on its paper", async ({ page }) => {
  await signInAsAnne(page, site);
  await page.goto(site.url + urls.people());
  await page.getByLabel("Navn", { exact: true }).fill("Uden Mail");
  await page.getByLabel("Analytiker").check();
  await page.getByLabel("Jeg printer den").check();
  await page.getByRole("button", { name: "Inviter" }).click();
  await expect(page.getByRole("heading", { name: "Kode til Uden Mail" })).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Vælg en adgangskode. Dit brugernavn er uden.mail.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Inviter" })).toBeHidden();
});
