/** From a real workbook to groups on the page; what is of persons never leaves the browser; pages for keyboard and screen reader. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { urls } from "../../app/urls";
import { expectAccessible } from "../support/axe";
import { test } from "../support/browser-test";
import { signInAsAnne } from "../support/leader-site";
import { madeWorkbook, withFiles } from "../support/made-workbook";
import type { Site } from "../support/site";
import { startSite } from "../support/site";

let site: Site;
test.beforeAll(async () => {
  site = await startSite();
});
test.afterAll(() => site.close());

const HEAD = ["Område", "Skole", "Skolekode", "Type", "Klasse", "Elevens navn", "CPR-nr."];
const child = (school: readonly [string, string, string, string], group: string, at: number) => [
  ...school,
  group,
  `Barn${at} Hemmeligsen`,
  `${String((at % 28) + 1).padStart(2, "0")}0115-4${String(at).padStart(3, "0")}`,
];
const EGE = ["Sønder Å", "Ærøskolen", "101001", "Skole, SFO"] as const;
const BIRK = ["Nord", "Birkeskolen", "101002", "Specialskole"] as const;
const CHILDREN = [
  ...Array.from({ length: 22 }, (_, at) => child(EGE, "3. A", at)),
  ...Array.from({ length: 6 }, (_, at) => child(BIRK, "4. S", at)),
];

async function chooseFile(page: Page, rows: Parameters<typeof madeWorkbook>[0]): Promise<void> {
  await page.goto(site.url + urls.importInstitutions());
  await page.getByLabel("Vælg en fil").setInputFiles({
    name: "skoler.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(await madeWorkbook(rows)),
  });
}

test("children are counted in the browser, and their schools and classes are on the page", async ({ page }) => {
  const sent: string[] = [];
  page.on("request", (request) => void sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await signInAsAnne(page, site);
  await page.goto(site.url + urls.institutions());
  await page.getByRole("link", { name: "Hent fra regneark" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hent fra regneark");
  await expectAccessible(page);
  await chooseFile(page, [HEAD, ...CHILDREN]);
  await expect(page.getByRole("heading", { name: "Hvad står i kolonnerne?" })).toBeFocused();
  await expect(page.getByRole("row", { name: /CPR-nr\..*Ligner CPR-numre/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Elevens navn.*Handler om personer/ })).toBeVisible();
  await expect(page.getByLabel("Hver linje er et barn")).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Se, hvad der vil ske" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Det vil ske" })).toBeFocused();
  await expect(page.getByText("2 nye institutioner")).toBeVisible();
  await expect(page.getByText("1 nyt område")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Gennemfør importen" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Importen er gennemført." })).toBeVisible();
  await page.getByRole("link", { name: "Se institutionerne" }).click();
  await page.getByRole("link", { name: "Ærøskolen" }).click();
  await expect(page.getByText("Sønder Å · Skole · SFO · Nr. 101001")).toBeVisible();
  await expect(page.locator(".group-line").filter({ hasText: "3. A" })).toContainText("22 børn");
  await expectAccessible(page);
  expect(sent.some((one) => one.includes("101001"))).toBe(true);
  expect(sent.filter((one) => /Hemmeligsen|0115-4|01154/.test(one))).toEqual([]);
});

test("a second import updates, one that is wrong does nothing, and a matched column is remembered", async ({
  page,
}) => {
  await signInAsAnne(page, site);
  const head = ["Område", "Sted", "Skolekode", "Type", "Klasse", "Antal"];
  await chooseFile(page, [head, ["Vest", "Ahornskolen", "101003", "Skole", "1. A", 400]]);
  await page.getByLabel("Det er: Sted").selectOption("Institutionens navn");
  await page.getByRole("button", { name: "Se, hvad der vil ske" }).click();
  await expect(page.getByText("Antallet er over 60.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Gennemfør importen" })).toHaveCount(0);
  await expectAccessible(page);
  for (const [count, sum] of [
    [20, "1 ny gruppe"],
    [21, "1 gruppe ændres"],
  ] as const) {
    await chooseFile(page, [head, ["Vest", "Ahornskolen", "101003", "Skole", "1. A", count]]);
    await expect(page.getByLabel("Det er: Sted")).toHaveValue("name");
    await page.getByRole("button", { name: "Se, hvad der vil ske" }).click();
    await expect(page.getByText(sum)).toBeVisible();
    await page.getByRole("button", { name: "Gennemfør importen" }).click();
    await expect(page.getByRole("heading", { name: "Importen er gennemført." })).toBeVisible();
  }
  const { institutions, groups } = await site.application.stores.organisation.listTogether({ hasAllGroups: true });
  const ahorn = institutions.filter(({ name }) => name === "Ahornskolen");
  expect(ahorn).toHaveLength(1);
  expect(
    groups.filter(({ institutionId }) => institutionId === ahorn[0]?.id).map(({ childCount }) => childCount),
  ).toEqual([21]);
});

test("a large file is read beside our rules for scripts, and one with macros is not", async ({ page }) => {
  const faults: string[] = [];
  page.on("pageerror", (error) => void faults.push(String(error)));
  page.on("console", (message) => void (message.type() === "error" && faults.push(message.text())));
  await signInAsAnne(page, site);
  await chooseFile(page, [HEAD, ...Array.from({ length: 20_000 }, (_, at) => child(EGE, `${at % 10}. A`, at % 1000))]);
  await expect(page.getByText("skoler.xlsx har 20.000 linjer.")).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Vælg en anden fil" }).click();
  const workbook = withFiles(await madeWorkbook([HEAD]), { "xl/vbaProject.bin": new Uint8Array(9) });
  await page.getByLabel("Vælg en fil").setInputFiles({ name: "a.xlsm", mimeType: "x", buffer: Buffer.from(workbook) });
  await expect(page.getByRole("alert")).toContainText("Filen har makroer.");
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

test("pages of the organisation work with the keyboard and without scripts", async ({ page, browser }) => {
  await signInAsAnne(page, site);
  await page.goto(site.url + urls.institution("eg"));
  await page.getByText("Ny gruppe").focus();
  await page.keyboard.press("Enter");
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await page.keyboard.type("7. C");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("19");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("Gruppen er oprettet.");
  for (const path of [urls.institutions(), urls.newInstitution(), urls.schoolYear(), urls.schoolYear("eg")]) {
    await page.goto(site.url + path);
    await expectAccessible(page);
  }
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(site.url + urls.institution("eg"));
  const group = plain.locator(".group").filter({ hasText: "7. C" });
  await group.getByText("Ret", { exact: true }).click();
  await group.getByLabel("Børn", { exact: true }).fill("18");
  await group.getByRole("button", { name: "Gem gruppen" }).click();
  await expect(plain.getByRole("status")).toContainText("Gruppen er gemt.");
  await plain.goto(site.url + urls.importInstitutions());
  await expect(plain.getByText("det kræver JavaScript")).toBeVisible();
  await context.close();
});
