/**
 * What keeps a child safe and treats it fairly on its way: an adult on every page, consent without reading, one tap that counts
 * once, a question said again, own answers at a glance, and nothing sent that nobody answered.
 */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { OPERATOR } from "../../server/accounts/rules";
import { LANGUAGES } from "../../surveys/paper/language";
import { test } from "../support/browser-test";
import { hurryToTheEnd, untilAwake } from "../support/hurry";
import { goOn } from "../support/papers-site";
import type { Site } from "../support/site";
import { aRound } from "../support/small-municipality";
import { issueKeys } from "../support/submissions";
import { expectQuestion, press, untilArrived } from "../support/walk-survey";

let site: Site;
test.beforeAll(async ({ plainSite }) => {
  site = plainSite;
  const { stores, services } = site.application;
  await stores.organisation.insertGroups([
    { id: "eg-5b", institutionId: "eg", name: "5. B", band: "10-12", childCount: 24, code: "1123456789" },
    { id: "eg-8b", institutionId: "eg", name: "8. B", band: "13-18", childCount: 24, code: "2123456789" },
  ]);
  await stores.rounds.insert(aRound({ id: "unge", survey: "trivsel", groupIds: ["eg-5b", "eg-8b"] }));
  await services.rounds.open(OPERATOR, "unge");
});

const ROUND_OF: Readonly<Record<string, string>> = { "eg-5b": "unge", "eg-8b": "unge" };

async function openCard(page: Page, groupId: string, query = ""): Promise<string> {
  const [key] = await issueKeys(site.application, groupId, 1, ROUND_OF[groupId]);
  await page.goto(`${site.url}/svar/${key?.secret}${query}`);
  return key?.secret ?? "";
}

const join = (page: Page) => page.locator('button[value="join"]').click();
async function onward(page: Page): Promise<void> {
  await untilArrived(page);
  await page.locator('.foot button[value="next"]').click();
}
const responses = () => site.database.main.collection("responses").countDocuments();

async function expectHelp(page: Page): Promise<void> {
  await page.locator(".help > summary").click();
  await expect(page.locator(".help-card")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".help-card")).toBeHidden();
}

for (const hasScripts of [true, false])
  test.describe(hasScripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: hasScripts });

    test("an adult to talk to is on every page: door, invitation, questions, a look, thanks, after no", async ({
      page,
    }) => {
      const help = page.locator(".help > summary");
      for (const path of ["/svar", "/svar/g/0123456789", "/svar/00000000000000000000000000"]) {
        await page.goto(site.url + path);
        await expect(help, path).toBeVisible();
      }
      await openCard(page, "eg-1a");
      await expect(help).toHaveAccessibleName("Jeg vil tale med en voksen");
      await join(page);
      if (hasScripts) await untilAwake(page);
      for (let at = 1; at <= 8; at += 1) {
        await expectQuestion(page, at, 8);
        await expect(help).toBeVisible();
        if (at === 1)
          await page
            .locator(".answers label")
            .first()
            .click({ position: { x: 30, y: 30 } });
        await (hasScripts ? goOn(page) : onward(page));
      }
      await expect(help).toBeVisible();
      await press(page, "Send mine svar");
      await expect(page.getByRole("heading", { name: "Tak. Nu har vi hørt dig." })).toBeVisible();
      await expect(help).toBeVisible();
      await openCard(page, "eg-1a");
      await page.locator('button[value="leave"]').last().click();
      await expect(page.getByRole("heading", { name: "Det er helt i orden." })).toBeVisible();
      await help.click();
      await expect(page.getByText("Find en voksen, du kan lide.")).toBeVisible();
    });

    test("going past every question sends nothing, and the card can be used again", async ({ page }) => {
      const before = await responses();
      const secret = await openCard(page, "eg-1a");
      await join(page);
      if (hasScripts) await hurryToTheEnd(page, { isSilent: true });
      else
        for (let at = 1; at <= 8; at += 1) {
          await expectQuestion(page, at, 8);
          await onward(page);
        }
      await expect(page.getByRole("heading", { name: "Du har ikke svaret på noget endnu." })).toBeVisible();
      await expect(page.getByRole("button", { name: "Send mine svar" })).toHaveCount(0);
      await press(page, "Jeg vil gerne svare");
      await expectQuestion(page, 1, 8);
      await page.locator(".stop > summary").click();
      await press(page, "Ja, stop");
      await expect(page.getByText("Vi har ikke gemt noget.")).toBeVisible();
      expect(await responses()).toBe(before);
      await page.goto(`${site.url}/svar/${secret}`);
      await expect(page.getByText("Vil du være med?").first()).toBeVisible();
    });

    test("'Forstår ikke' says the question once more in simpler words, and only then goes on", async ({ page }) => {
      await openCard(page, "eg-1a");
      await join(page);
      await expectQuestion(page, 1, 8);
      await page.getByText("Forstår ikke", { exact: true }).click();
      await expect(page.getByRole("heading", { name: "Kan du lide at være her?" })).toBeVisible();
      await expectQuestion(page, 1, 8);
      await press(page, "Jeg forstår det stadig ikke");
      await expectQuestion(page, 2, 8);
      await press(page, "Tilbage");
      await expect(page.getByRole("button", { name: "Forstår ikke", exact: true })).toHaveAttribute(
        "aria-pressed",
        "true",
      );
    });

    test("the tab says which question it is", async ({ page }) => {
      for (const [path, title] of [
        ["", "Hej! Har du et kort?"],
        ["/g/0123456789", "Hej! Tryk på billederne fra dit kort."],
        ["/g/0123456789?letters=", "Skriv bogstaverne fra dit kort."],
      ] as const) {
        await page.goto(`${site.url}/svar${path}`);
        await expect(page).toHaveTitle(`${title} · Lyt Højt`);
      }
      await openCard(page, "eg-1a");
      await expect(page).toHaveTitle("Hvordan går det? · Lyt Højt");
      await join(page);
      await expectQuestion(page, 1, 8);
      await expect(page).toHaveTitle("Er du glad for at være her? · Lyt Højt");
      await onward(page);
      await expectQuestion(page, 2, 8);
      await expect(page).toHaveTitle(/^Har du nogen .* · Lyt Højt$/);
    });
  });

test("who may phone is given the helpline, as a link and in its right order; small children are not", async ({
  page,
}) => {
  await openCard(page, "eg-8b", "?lang=ar");
  await page.locator(".help > summary").click();
  const phone = page.locator(".help-card a.phone");
  await expect(phone).toHaveAttribute("href", "tel:116111");
  const [first, last] = await phone.evaluate((link) => {
    const text = link.querySelector("bdi")?.firstChild;
    if (!text) return [];
    const leftOf = (from: number, to: number) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, to);
      return range.getBoundingClientRect().left;
    };
    return [leftOf(0, 3), leftOf(4, 7)];
  });
  expect(first).toBeLessThan(last ?? 0);
  for (const groupId of ["birk-rod", "eg-1a"]) {
    await openCard(page, groupId);
    await expectHelp(page);
    await expect(page.locator(".help-card")).not.toContainText("116");
  }
});

test("asking for an adult sends nothing and stores nothing", async ({ page }) => {
  await openCard(page, "eg-5b");
  await page.waitForLoadState("networkidle");
  const kept = () => page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
  const before = await kept();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
  await expectHelp(page);
  await expectHelp(page);
  await page.waitForTimeout(300);
  // Its own sounds may be fetched: the same files for everybody.
  expect(requests.filter((request) => !/^GET .*\/narration\//.test(request))).toEqual([]);
  expect(await kept()).toBe(before);
});

for (const size of [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
])
  test(`the youngest consent on one screen of ${size.width}×${size.height}, in every language`, async ({ page }) => {
    await page.setViewportSize(size);
    for (const language of LANGUAGES) {
      await openCard(page, "birk-rod", `?lang=${language}`);
      await expect(page.locator(".told-pictures > li")).toHaveCount(2);
      await expect(page.locator(".told-pictures .thing")).toHaveCount(2);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(height, language).toBeLessThanOrEqual(size.height);
      const cards = page.locator(".young-invitation .answer");
      const [yes, no] = [await cards.nth(0).boundingBox(), await cards.nth(1).boundingBox()];
      expect(Math.abs((yes?.width ?? 0) - (no?.width ?? 1))).toBeLessThan(1);
      expect(Math.abs((yes?.height ?? 0) - (no?.height ?? 1))).toBeLessThan(1);
      await expect(cards.locator(".drawn")).toHaveCount(2);
      await expect(cards.locator(".speaker")).toHaveCount(2);
    }
  });

test("one tap of a child counts once: on Ja, on Videre, and with a key held down", async ({ page }) => {
  await openCard(page, "eg-1a");
  await page.locator(".speaker:enabled").first().waitFor({ state: "attached" });
  await page.locator('button[value="join"]').last().dblclick();
  await expectQuestion(page, 1, 8);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.locator('.foot button[value="next"]').dblclick();
  await expectQuestion(page, 2, 8);
  const box = await page.locator('.foot button[value="next"]').boundingBox();
  const at = [(box?.x ?? 0) + 40, (box?.y ?? 0) + 30] as const;
  await page.waitForTimeout(500);
  // Two taps of unsteady fingers: not quite at one place, so that no browser calls them a double click.
  await page.mouse.click(...at);
  await page.waitForTimeout(180);
  await page.mouse.click(at[0] + 12, at[1] - 9);
  await expectQuestion(page, 3, 8);
  await page.waitForTimeout(500);
  await expectQuestion(page, 3, 8);
  await page.locator('.foot button[value="next"]').focus();
  await page.keyboard.down("Enter");
  for (let held = 0; held < 5; held += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await expectQuestion(page, 4, 8);
});

test("Enter does not leave a question behind, and does go on from an answered one", async ({ page }) => {
  await openCard(page, "eg-5b");
  await join(page);
  await expect(page.locator(".question-block").first()).toBeVisible();
  const title = await page.title();
  const radios = page.getByRole("radio");
  await radios.first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle(title);
  for (const block of await page.locator(".question-block").all()) {
    await block.getByRole("radio").first().focus();
    await page.keyboard.press("Space");
  }
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveTitle(title);
});

test("Escape closes the card that is open, and the focus goes back to its button", async ({ page }) => {
  await openCard(page, "eg-1a");
  await page.locator(".speaker:enabled").first().waitFor({ state: "attached" });
  await page.locator(".languages > summary").click();
  await page.keyboard.press("Escape");
  await expect(page.locator(".language-list")).toBeHidden();
  await join(page);
  await expectQuestion(page, 1, 8);
  for (const card of [".stop", ".help", ".again"]) {
    const summary = page.locator(`${card} > summary`).first();
    await summary.click();
    await expect(page.locator(card).first()).toHaveAttribute("open", "");
    await page.keyboard.press("Escape");
    await expect(page.locator(card).first()).not.toHaveAttribute("open", "");
    await expect(summary).toBeFocused();
  }
});

for (const [groupId, count] of [
  ["birk-rod", 8],
  ["eg-1a", 8],
] as const)
  test(`own answers of ${groupId} can be sent from the first screen of a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openCard(page, groupId);
    await join(page);
    await hurryToTheEnd(page);
    await expect(page.getByRole("button", { name: "Send mine svar" })).toBeInViewport({ ratio: 1 });
    if (groupId !== "birk-rod") return expect(page.getByRole("listitem").filter({ visible: true })).toHaveCount(0);
    await expect(page.locator(".own-picture")).toHaveCount(count);
    expect((await page.locator(".own-pictures").innerText()).trim()).toBe("");
    await page.locator(".own-picture-button").nth(1).click();
    await page.locator(".own-picture-change").click();
    await expectQuestion(page, 2, count);
  });
