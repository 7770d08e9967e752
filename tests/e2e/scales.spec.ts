/** Every way of answering, by keyboard and by touch, with and without scripts; young people's pages, rests, Arabic. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe";
import { test } from "../support/browser-test";
import { everyScale } from "../support/every-scale";
import { untilAwake } from "../support/hurry";
import { goOn } from "../support/papers-site";
import { expectHeading } from "../support/scales-site";
import type { ScalesSite } from "../support/scales-site";
import { press } from "../support/walk-survey";

let site: ScalesSite;
test.beforeAll(({ scalesSite }) => {
  site = scalesSite;
});

/** The answers stand in another order for each child: arrows are pressed until the wanted one is chosen. */
async function arrowTo(page: Page, answer: string | RegExp): Promise<void> {
  const radios = page.getByRole("radio");
  await radios.first().focus();
  await page.keyboard.press("Space");
  const wanted = page.getByRole("radio", { name: answer });
  for (let left = await radios.count(); left > 0 && !(await wanted.isChecked()); left -= 1)
    await page.keyboard.press("ArrowDown");
  await expect(wanted).toBeChecked();
}

/** What a child of 6-9 does on each page, with the keyboard alone. */
async function answerByKeyboard(page: Page): Promise<void> {
  const keys = async (...names: string[]) => {
    for (const name of names) await page.keyboard.press(name);
  };
  await expectHeading(page, "Hvem ligner dig mest?");
  await expect(page.getByText("Det tæller ikke.")).toBeVisible();
  await page.getByRole("radio").first().focus();
  await keys("Space", "Enter");
  await expectHeading(page, "Tør du sige, hvad du mener, i klassen?");
  await arrowTo(page, "Nogle gange");
  await keys("Enter");
  await expectHeading(page, "Lytter de voksne til dig?");
  await arrowTo(page, "Nej, slet ikke");
  await keys("Enter");
  await expect(page.getByText("Lidt eller meget?")).toBeFocused();
  await arrowTo(page, "Nej, ikke så meget");
  await keys("Enter");
  await expectHeading(page, "Hvordan var turen?");
  await arrowTo(page, "Det bedste");
  await keys("Enter");
  await expectHeading(page, "Vil du gøre det igen?");
  await arrowTo(page, "Ja, igen!");
  await keys("Enter");
  await expectHeading(page, "Hvor mange sten giver du legepladsen?");
  await page.getByRole("button", { name: "En sten mere" }).focus();
  await keys("Enter", "Enter", "Enter");
  await page.getByRole("button", { name: "En sten mindre" }).focus();
  await keys("Enter");
  await press(page, "Videre");
  await expectHeading(page, "Hold en lille pause. Træk vejret dybt.");
  await press(page, "Videre");
  await expectHeading(page, "Er du glad for at gå i skole?");
  await arrowTo(page, "Lidt");
  await keys("Enter");
  await expectHeading(page, "Får du hjælp, når du beder om det?");
  await page.getByText("Forstår ikke", { exact: true }).click();
  await press(page, "Jeg forstår det stadig ikke");
  await expectHeading(page, "Hvor højt står du på stigen lige nu?");
  await arrowTo(page, "8");
  await keys("Enter");
  await expectHeading(page, "Hvad vil du helst have mere af?");
  for (const answer of ["Musik", "Boldspil"]) {
    await page.getByRole("checkbox", { name: answer }).focus();
    await keys("Space");
  }
  await expect(page.getByRole("checkbox", { name: "Læsning" })).toBeDisabled();
  await keys("Enter");
  await expectHeading(page, "Hvad er vigtigst for dig?");
  await page.getByRole("button", { name: "Musik", exact: true }).focus();
  await keys("Enter");
  await page.getByRole("button", { name: "Boldspil", exact: true }).focus();
  await keys("Enter");
  await expect(page.getByRole("button", { name: "Nummer 2: Boldspil" })).toHaveAttribute("aria-pressed", "true");
  await press(page, "Videre");
  await expectHeading(page, "Hvilket barn ligner dig?");
  await arrowTo(page, "Barnet her venter tit");
  await keys("Enter");
  await expectHeading(page, "Hvor er du glad for at være?");
  await page.getByRole("radio", { name: "Her er ro" }).focus();
  await keys("Space");
  await page.getByRole("button", { name: "Hallen" }).focus();
  await keys("Enter");
  await expect(page.getByRole("button", { name: "Hallen: Her er ro" })).toBeVisible();
  await press(page, "Videre");
  await expectHeading(page, "Hvad skal de voksne vide?");
  await page.getByRole("textbox").fill(" At vi har brug for ro ");
  await press(page, "Videre");
  await expectHeading(page, "Tegn et godt sted");
  await page.getByRole("button", { name: "Fortæl i stedet" }).focus();
  await keys("Enter");
  await page.getByRole("textbox").fill("Et træ");
  await press(page, "Videre");
}

const EXPECTED = {
  "three-pictures": "sometimes",
  "two-step": "b-little",
  faces: "best",
  again: "again",
  tokens: "2",
  options: "little",
  ladder: "8",
  "choose-pictures": ["ball", "music"],
  "rank-pictures": ["music", "ball"],
  pairs: "waits",
  "place-map": ["hall=quiet"],
  text: "At vi har brug for ro",
  drawing: "Et træ",
};

test("every scale is answered with the keyboard alone, and each page is clean", async ({ page }) => {
  await site.open(page, "eg-1a");
  await answerByKeyboard(page);
  await expectHeading(page, "Fortæl om en god dag");
  await expect(page.getByText("Det bliver ikke sendt.")).toBeVisible();
  await press(page, "Videre");
  await expectHeading(page, "Vis os et godt sted");
  await press(page, "Videre");
  await expectHeading(page, "Her er dine svar");
  await expect(page.getByText("Hvem ligner dig mest?")).toHaveCount(0);
  await expectAccessible(page);
  await press(page, "Send mine svar");
  await expectHeading(page, "Tak. Nu har vi hørt dig.");
  expect(await site.sent()).toMatchObject({ answers: EXPECTED, nonAnswers: { "options-2": "not-understood" } });
});

// Danish and Arabic by turns; both on every page are in `tests/deep-browser/accessible-everywhere.spec.ts`.
for (const [turn, language] of (["da", "ar"] as const).entries())
  test(`every other page of every scale is accessible, in ${language}`, async ({ page }) => {
    await site.open(page, "eg-1a", `?lang=${language}`);
    await untilAwake(page);
    for (let at = 0; at < everyScale().pages.length; at += 1) {
      await expect(page.locator("main h1")).toBeVisible();
      if (at % 2 === turn) await expectAccessible(page);
      await goOn(page);
    }
    await expectAccessible(page);
  });

test("young people have several questions a page, an own reason at each, and a promise on top", async ({ page }) => {
  await site.open(page, "birk-rod");
  await expectHeading(page, "At blive hørt");
  await expect(page.getByText("Fortroligt").first()).toBeVisible();
  await expectAccessible(page);
  const block = page.getByRole("region", { name: "Er du glad for at gå i skole?" });
  await block.getByText("Meget", { exact: true }).click();
  const other = page.getByRole("region", { name: "Får du hjælp, når du beder om det?" });
  await other.getByText("Lidt", { exact: true }).click();
  await other.getByRole("button", { name: /^Vil ikke svare/ }).click();
  await expect(other.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(block.getByRole("radio", { checked: true })).toHaveCount(1);
  for (const target of await page.locator(".quiet").all())
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await page.getByRole("textbox").fill("Mere ro");
  await press(page, "Videre");
  await expectHeading(page, "Hold en lille pause.");
  await expectAccessible(page);
  await press(page, "Videre");
  await expectAccessible(page);
  await press(page, "Videre");
  await press(page, "Send mine svar");
  await expectHeading(page, "Tak. Nu har vi hørt dig.");
  expect(await site.sent()).toMatchObject({
    answers: { options: "much", text: "Mere ro" },
    nonAnswers: { "options-2": "declined" },
  });
});

test("the menu leads to Arabic: the document turns, the stored answer does not", async ({ page }) => {
  await page.goto(await site.card("eg-1a"));
  await page.locator(".languages > summary").click();
  await page.getByRole("link", { name: "العربية" }).click();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await expectAccessible(page);
  await page.locator('button[value="join"]').click();
  await page.locator('.foot button[value="next"]').click();
  await expect(page.getByRole("heading", { name: "هل تجرؤ على قول رأيك في الصف؟" })).toBeVisible();
  const [first, last] = await Promise.all([
    page.locator(".answer").first().boundingBox(),
    page.locator(".answer").last().boundingBox(),
  ]);
  expect(first && last && first.x > last.x).toBe(true);
  await page.locator(".answer label").filter({ hasText: "نعم، غالبًا" }).click();
  for (let at = 0; at < 17; at += 1) await goOn(page);
  await page.locator('.foot button[value="send"]').click();
  await expect(page.getByRole("heading", { name: "شكرًا. لقد سمعناك." })).toBeVisible();
  expect((await site.sent()).answers).toEqual({ "three-pictures": "often" });
});

test("a language in which the paper is not complete leads to Danish, and the address says so", async ({ page }) => {
  await page.goto((await site.card("eg-1a")) + "?lang=ur");
  await expect(page).toHaveURL(/\?lang=da$/);
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
});

/** Each picture, place and stone button of this page can be reached with Tab. */
async function expectReachable(page: Page): Promise<void> {
  const heading = await page.locator("h1").innerText();
  const item = everyScale().items.find(({ question }) => question === heading);
  const buttons = page.locator(".scale :is(button:not(.speaker), input[type='checkbox'])");
  // The heading may be read before the rest of the page has come.
  if (item && /^(tokens|choose|rank|place)/.test(item.type))
    await expect.poll(() => buttons.count(), heading).toBeGreaterThan(1);
  const tabindexes = await buttons.evaluateAll((all) => all.map((button) => button.getAttribute("tabindex")));
  expect(tabindexes, heading).not.toContain("-1");
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the scales of choosing work by form posts, and each of their buttons can be reached with Tab", async ({
    page,
  }) => {
    await site.open(page, "eg-1a");
    const choose = (answer: string) => page.locator(".answers label").filter({ hasText: answer }).click();
    const go = async () => {
      await expectReachable(page);
      await press(page, "Videre");
    };
    await go();
    await choose("Nogle gange");
    await go();
    await choose("Nej, slet ikke");
    await go();
    await choose("Nej, ikke så meget");
    await go();
    await choose("Det bedste");
    await go();
    await choose("Ja, igen!");
    await go();
    await press(page, "En sten mere");
    await press(page, "En sten mere");
    await go();
    await expectHeading(page, "Hold en lille pause. Træk vejret dybt.");
    await go();
    await choose("Lidt");
    await go();
    await page.getByText("Forstår ikke", { exact: true }).click();
    await press(page, "Jeg forstår det stadig ikke");
    await page.getByText("8", { exact: true }).click();
    await go();
    await choose("Musik");
    await choose("Boldspil");
    await go();
    await press(page, "Musik");
    await press(page, "Boldspil");
    await go();
    await choose("Barnet her venter tit");
    await go();
    await page.getByText("Her er ro").click();
    await press(page, "Hallen");
    await go();
    await page.getByRole("textbox").fill("At vi har brug for ro");
    await go();
    await page.getByRole("textbox").fill("Et træ");
    for (let at = 0; at < 3; at += 1) await go();
    await press(page, "Send mine svar");
    await expectHeading(page, "Tak. Nu har vi hørt dig.");
    expect(await site.sent()).toMatchObject({ answers: EXPECTED, nonAnswers: { "options-2": "not-understood" } });
  });
});
