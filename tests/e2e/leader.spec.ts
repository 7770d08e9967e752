/** A leader's page: words first and on three screens, charts fetched when unfolded, two printed sheets, for every size. */
import { gzipSync } from "node:zlib";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { test } from "../support/browser-test";
import { LEADER_INSTITUTIONS as INSTITUTIONS, signInAsAnne, startLeaderSite } from "../support/leader-site";
import type { Site } from "../support/site";
import { unfoldAll } from "../support/unfold";

/** To look at: a folder for pictures. */
const LOOK = process.env["LYT_LOOK"];
const SCREEN = { width: 1280, height: 800 };

let site: Site;
test.beforeAll(async () => {
  site = await startLeaderSite();
});
test.afterAll(() => site.close());
test.beforeEach(async ({ page }) => {
  await page.setViewportSize(SCREEN);
  await signInAsAnne(page, site);
});

const open = (page: Page, institution: string, query = "") => page.goto(`${site.url}/leder/${institution}${query}`);

test("says on three screens what the children say, what to talk about, what is owed, and every theme", async ({
  page,
}) => {
  await open(page, "lind");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lindeskolen · Forår 2026");
  await expect(page.getByText(/^\d+ af \d+ børn og unge har svaret \(\d+ %\)$/)).toBeVisible();
  const findings = page.getByRole("region", { name: "Det siger børnene og de unge" }).getByRole("listitem");
  expect(await findings.count()).toBeGreaterThanOrEqual(3);
  for (const finding of await findings.all())
    await expect(finding.locator(".chip")).toHaveText(/Ret præcist|Cirka|Meget usikkert|Ret sikkert|Kan ikke afgøres/);
  await expect(page.getByRole("heading", { name: /^Tal med (børnene|de unge) om / })).toBeVisible();
  await expect(page.getByRole("heading", { name: "I skylder børnene og de unge et svar" })).toBeVisible();
  for (const institution of INSTITUTIONS)
    for (const query of ["", "?lang=en"]) {
      await open(page, institution, query);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(height, institution + query).toBeLessThanOrEqual(3 * SCREEN.height);
    }
});

test("tells how it is in the whole area, with all its figures one press away, where others are there", async ({
  page,
}) => {
  await open(page, "lind");
  const card = page.locator(".hardship");
  await expect(card.getByText(/^I hele området Nord er det .+\.$/)).toHaveCount(3);
  await expect(card.locator(".hardship-area").first()).toContainText(/\d+\s% \(\d+–\d+\s%\)/);
  await card.locator("summary").press("Enter");
  const table = card.getByRole("table", { name: "Tallene for hele området" });
  await expect(table.getByRole("rowheader")).toHaveText(["6-9 år", "10-12 år", "13-18 år"]);
  await expect(table.getByRole("cell")).toHaveCount(12);
  await open(page, "ask");
  await expect(page.getByText(/I hele området/)).toHaveCount(0);
});

test("the figures can be taken along, also where there are only numbers of children", async ({ page }) => {
  for (const [institution, count] of [
    ["lind", 5],
    ["elm", 5],
  ] as const) {
    await open(page, institution);
    await page.getByText("Hent tallene", { exact: true }).click();
    const links = page.locator(".downloads a");
    await expect(links).toHaveCount(count);
    for (const link of await links.all()) {
      const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
      expect(download.suggestedFilename()).toMatch(/\.(csv|xlsx)$/);
      expect(await download.failure()).toBeNull();
    }
  }
});

/** The first form's map, unfolded. */
async function unfoldMap(page: Page) {
  await page.locator(".form-fold > summary").first().press("Enter");
  await page
    .locator(".theme-fold", { has: page.locator(".place-plan") })
    .locator("> summary")
    .press("Enter");
  return page.locator(".question", { has: page.locator(".place-plan") });
}

test("draws the children's own plan, each place with its two shares, and none upon another", async ({ page }) => {
  for (const query of ["", "?lang=en"]) {
    await open(page, "lind", query);
    const map = await unfoldMap(page);
    const labels = map.locator(".place-label");
    await expect(labels).toHaveCount(7);
    for (const width of [360, 390, 820, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      const boxes = await labels.evaluateAll((all) =>
        all.map((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          return { left, right, top, bottom, cut: Math.max(one.scrollWidth - one.clientWidth, 0) };
        }),
      );
      for (const [at, one] of boxes.entries()) {
        expect(one.cut, `${query} ${at} at ${width}`).toBe(0);
        expect(Math.min(one.left, width - one.right), `${query} ${at} at ${width}`).toBeGreaterThanOrEqual(0);
        for (const other of boxes.slice(at + 1)) {
          const isApart =
            one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;
          expect(isApart, `${query} ${at} at ${width}`).toBe(true);
        }
      }
    }
  }
});

test("says on the plan what the table below it says, one press away", async ({ page }) => {
  await open(page, "lind");
  const map = await unfoldMap(page);
  const said =
    (await map.getByRole("img", { name: /^Et kort over stederne\. Klassen: / }).getAttribute("aria-label")) ?? "";
  await map.getByText("Vis som søjler og tabel").press("Enter");
  await expect(map.getByRole("img", { name: /^Søjler: Klassen: Her er godt at være \d+/ })).toBeVisible();
  const rows = await map.getByRole("table").getByRole("row").allInnerTexts();
  expect(rows).toHaveLength(1 + 7 * 2);
  const shown = await map.locator(".place-label").allInnerTexts();
  const pattern = /^(.+?): (Her er (?:godt|dumt) at være).*?\s(\d+)\s%/s;
  for (const row of rows.slice(1)) {
    expect(row).toMatch(pattern);
    const [, place = "", sticker = "", value = ""] = pattern.exec(row) ?? [];
    expect(said.replaceAll("\u00a0", " ")).toContain(`${sticker} ${value} %`);
    expect(shown.find((label) => label.startsWith(place))).toMatch(new RegExp(`\\b${value}\\b`));
  }
});

test("hatches a place that too few told of, and says why", async ({ page }) => {
  await open(page, "ask");
  const map = await unfoldMap(page);
  const hidden = map.locator(".place-label.hatched");
  const count = await hidden.count();
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(7);
  for (const label of await hidden.all()) await expect(label).toContainText("Vises ikke");
  await expect(map.locator("p.hatched")).toContainText(/^Vises ikke: .+\. Færre end ti har svaret\./);
});

test("names are shown as they are written, markup and all", async ({ page }) => {
  await open(page, "lind");
  await unfoldAll(page);
  await expect(page.getByRole("rowheader", { name: "10. <b>A</b>" })).toBeVisible();
  await expect(page.locator("main b")).toHaveCount(0);
  await open(page, "ask");
  await unfoldAll(page);
  await expect(page.getByText("Sol & <i>Måne</i>").first()).toBeVisible();
  await expect(page.locator("main i")).toHaveCount(0);
});

test("fetches the charts when somebody unfolds, and no more than it may", async ({ page }) => {
  const fetched: Promise<number>[] = [];
  page.on("response", (response) => {
    if (new URL(response.url()).pathname.endsWith(".js"))
      fetched.push(response.body().then((body) => gzipSync(body).byteLength));
  });
  const total = async () => (await Promise.all(fetched)).reduce((sum, size) => sum + size, 0);
  await open(page, "lind");
  await page.waitForLoadState("networkidle");
  const before = await total();
  expect(before).toBeGreaterThan(10_000);
  expect(before).toBeLessThanOrEqual(125 * 1024);
  await expect(page.locator("canvas")).toHaveCount(0);

  await page.locator(".form-fold > summary").first().press("Enter");
  const fold = page.locator(".form-fold").first().locator(".theme-fold").first();
  await fold.locator("> summary").press("Enter");
  const chart = fold.getByRole("img", { name: /^Søjler: .+ \d+ %/ }).first();
  await expect(chart).toBeVisible();
  const charts = (await total()) - before;
  console.log(`JavaScript of a leader's page, gzip: ${before} bytes, charts ${charts} bytes more`);
  expect(charts).toBeLessThanOrEqual(60 * 1024);

  await expect(fold.getByRole("table")).toHaveCount(0);
  await fold.getByText("Vis som tabel").first().press("Enter");
  await expect(fold.getByRole("table").first()).toBeVisible();
});

test("is whole for every size of institution and of screen", async ({ page }) => {
  test.slow();
  for (const institution of INSTITUTIONS) {
    await open(page, institution, institution === "skole-1" ? "?lang=en" : "");
    await unfoldAll(page);
    // All of them, light and dark, in both languages: tests/deep-browser/leader-everywhere.spec.ts.
    if (institution === "ask") await expectAccessible(page);
    for (const width of [390, 820, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, `${institution} at ${width}`).toBeLessThanOrEqual(0);
      if (LOOK) await page.screenshot({ path: `${LOOK}/${institution}-${width}.png`, fullPage: true });
    }
  }
});

const pagesOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test("prints one sheet for the staff and one for the board, that one without the groups", async ({ page }) => {
  // The browser's own dialogue is left out: what it would be given is printed.
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  // As wide as what is within the margins of A4.
  await page.setViewportSize({ width: 703, height: 1046 });
  for (const [institution, query] of [
    ["lind", ""],
    ["lind", "?lang=en"],
    ["skole-1", ""],
  ] as const) {
    await open(page, institution, query);
    for (const [button, sheet, hasGroups] of [
      [/^Print (til personalet|for the staff)$/, /Til personalet|For the staff/, true],
      [/^Print (til bestyrelsen|for the board)$/, /Til bestyrelsen|For the board/, false],
    ] as const) {
      await page.getByRole("button", { name: button }).click();
      await page.emulateMedia({ media: "print" });
      const groups = page.getByRole("table", { name: /^(Gruppe for gruppe|Group by group)$/ });
      await expect(groups.first()).toBeVisible({ visible: hasGroups });
      expect(await page.locator("main").innerText()).toMatch(sheet);
      await expect(page.locator(".hardship-area").first()).toBeVisible();
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pagesOf(pdf), `${institution}${query}: ${button}`).toBe(1);
      await page.emulateMedia({ media: "screen" });
      await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    }
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("every answer can be read", async ({ page }) => {
    await open(page, "lind");
    await page.locator(".form-fold > summary").first().click();
    await page.locator(".theme-fold > summary").first().click();
    await expect(page.locator(".question").first().getByRole("table")).toBeVisible();
    await expect(page.getByRole("button", { name: /Print/ })).toHaveCount(0);
    await page
      .locator(".theme-fold", { has: page.locator(".place-plan") })
      .locator("> summary")
      .click();
    const map = page.locator(".question", { has: page.locator(".place-plan") });
    await expect(map.locator(".place-label").first()).toContainText(/Klassen\s*\d+ %\s*\d+ %/);
    await map.getByText("Vis som søjler og tabel").click();
    await expect(map.getByRole("table")).toBeVisible();
  });
});
