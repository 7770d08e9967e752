/** A child's way in a real browser: by card, by pictures, by letters, without scripts. */
import { expect } from "@playwright/test";
import { test } from "../support/browser-test";
import { hurryToTheEnd } from "../support/hurry";
import type { Site } from "../support/site";
import { issueKeys } from "../support/submissions";
import {
  answerEverything,
  chooseFirst,
  expectQuestion,
  press,
  pressPictures,
  untilArrived,
} from "../support/walk-survey";

let site: Site;
test.beforeAll(({ plainSite }) => {
  site = plainSite;
});
// Here hands press, and pages move as they do for a child.
test.use({ contextOptions: { reducedMotion: "no-preference" } });

async function freshKey(groupId: string) {
  const [key] = await issueKeys(site.application, groupId, 1);
  if (!key) throw new Error("no key was issued");
  return key;
}

interface Document {
  readonly band: string;
  readonly answers: Record<string, unknown>;
  readonly nonAnswers: Record<string, string>;
  readonly helper: string;
}

const responses = () => site.database.main.collection<Document>("responses");

/** What a child's sending adds to the store. */
async function addedBy(send: () => Promise<void>): Promise<Document[]> {
  const before = new Set((await responses().find().toArray()).map(({ _id }) => String(_id)));
  await send();
  return (await responses().find().toArray()).filter(({ _id }) => !before.has(String(_id)));
}

for (const hasScripts of [true, false]) {
  test.describe(hasScripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: hasScripts });

    test("a child of 6-9 answers by card, says no to one question, changes another, and is thanked", async ({
      page,
    }) => {
      const { secret } = await freshKey("eg-1a");
      await page.goto(`${site.url}/svar/${secret}`);
      await expect(page.getByText("Dit navn står ikke ved dine svar.").first()).toBeVisible();
      await press(page, "Ja");
      await expectQuestion(page, 1, 8);
      await press(page, "Vil ikke svare");
      await expectQuestion(page, 2, 8);
      await press(page, "Tilbage");
      await expectQuestion(page, 1, 8);
      await press(page, "Videre");
      await answerEverything(page, { from: 2 });
      await page.getByText("Se alle dine svar").click();
      await press(page, /^Lav om: Har du nogen at være sammen med/);
      await expectQuestion(page, 2, 8);
      await untilArrived(page);
      await page.locator(".answers label").nth(1).click();
      for (let at = 2; at <= 8; at += 1) {
        await expectQuestion(page, at, 8);
        await press(page, "Videre");
      }
      const [added] = await addedBy(async () => {
        await press(page, "Send mine svar");
        await expect(page.getByRole("heading", { name: "Tak. Nu har vi hørt dig." })).toBeVisible();
      });
      await expect(page.getByText(/^Kvittering: [A-Z]{6}$/)).toBeVisible();
      expect(added).toMatchObject({ band: "6-9", helper: "none" });
      expect(Object.values(added?.nonAnswers ?? {})).toEqual(["declined"]);
      expect(Object.keys(added?.answers ?? {})).toHaveLength(7);
    });

    test("a child of 3-5 finds its way by three pictures, helped by an adult", async ({ page }) => {
      const { pictures } = await freshKey("birk-rod");
      await page.goto(`${site.url}/svar/g/mnpqrstvwx`);
      await pressPictures(page, (pictures ?? "").split("."));
      await press(page, "Ja");
      await answerEverything(page);
      await page.getByText("Hjalp en voksen dig?").first().click();
      await page.getByLabel("Ja, en voksen læste højt").check({ force: true });
      const [added] = await addedBy(async () => {
        await press(page, "Send mine svar");
        await expect(page.getByRole("heading", { name: "Tak. Nu har vi hørt dig." })).toBeVisible();
      });
      expect(added).toMatchObject({ band: "3-5", helper: "read" });
      await expect(page.getByText("Kun den voksne, der hjalp dig, ved, hvad du svarede.")).toBeVisible();
      await page.getByRole("link", { name: "Næste barn" }).click();
      await expect(page).toHaveURL(/\/svar\/g\/mnpqrstvwx$/);
    });

    test("saying no, and stopping halfway, store nothing", async ({ page }) => {
      const { secret } = await freshKey("eg-1a");
      const added = await addedBy(async () => {
        await page.goto(`${site.url}/svar/${secret}`);
        await press(page, "Nej tak");
        await expect(page.getByRole("heading", { name: "Det er helt i orden." })).toBeVisible();
        await page.getByRole("link", { name: "Jeg vil gerne være med alligevel" }).click();
        await press(page, "Ja");
        await chooseFirst(page);
        await page.locator("summary").first().click();
        await press(page, "Ja, stop");
        await expect(page.getByText("Vi har ikke gemt noget.")).toBeVisible();
      });
      expect(added).toEqual([]);
    });
  });
}

test("six letters open the same key as its pictures, and small mistakes in writing them do not matter", async ({
  page,
}) => {
  const { letters } = await freshKey("birk-rod");
  await page.goto(`${site.url}/svar/g/mnpqrstvwx?letters=`);
  await page.getByRole("textbox").fill(` ${letters.slice(0, 3).toLowerCase()} ${letters.slice(3)} `);
  await press(page, "Videre");
  await expect(page.getByText("Vil du være med?").first()).toBeVisible();
});

test("a group link typed into the front door leads to the group's pictures", async ({ page }) => {
  await page.goto(site.url);
  await page.getByRole("link", { name: "Jeg har et kort" }).click();
  await page.getByRole("textbox").fill("MNPQRSTVWX");
  await press(page, "Videre");
  await expect(page).toHaveURL(/\/svar\/g\/mnpqrstvwx$/);
});

test("a key that is unknown, malformed or not of its group gets a friendly page with a way back", async ({ page }) => {
  for (const [path, status] of [
    ["/svar/00000000000000000000000000", 404],
    ["/svar/not-a-key", 400],
    ["/svar/g/mnpqrstvwx/fox.fox.fox", 404],
  ] as const) {
    const response = await page.goto(site.url + path);
    expect(response?.status(), path).toBe(status);
    await expect(page.getByRole("main").locator(".drawn-lytte"), path).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    await expect(page.getByRole("link").first(), path).toBeVisible();
  }
});

test("a draft stays on the device until it is sent or left, and is written so that nobody else reads it", async ({
  page,
}) => {
  const { secret } = await freshKey("eg-1a");
  const drafts = () =>
    page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([name]) => name.startsWith("lyt-draft"))
        .flat(),
    );
  await page.goto(`${site.url}/svar/${secret}`);
  await press(page, "Ja");
  await chooseFirst(page);
  await press(page, "Videre");
  await expectQuestion(page, 2, 8);
  await expect.poll(async () => (await drafts()).length).toBe(2);
  expect((await drafts()).join()).not.toContain(secret);
  await page.reload();
  await expectQuestion(page, 2, 8);
  // However the link is spelled, it is the same draft at the same address.
  await page.goto(`${site.url}/SVAR/${secret.toUpperCase()}).`);
  await expect(page).toHaveURL(new RegExp(`/svar/${secret}(#svar)?$`));
  await expectQuestion(page, 2, 8);
  expect((await drafts()).length).toBe(2);
  await hurryToTheEnd(page);
  await press(page, "Send mine svar");
  await expect(page.getByRole("heading", { name: "Tak. Nu har vi hørt dig." })).toBeVisible();
  await expect.poll(async () => (await drafts()).length).toBe(0);
  await page.goto(`${site.url}/svar/${secret}`);
  await expect(page.getByText("allerede").first()).toBeVisible();
});

test("what is pressed before the page has woken is not lost when it wakes", async ({ page }) => {
  const { secret } = await freshKey("eg-1a");
  let wake = () => {};
  const awake = new Promise<void>((resolve) => (wake = resolve));
  await page.route(/\/assets\/.*\.js/, async (route) => {
    await awake;
    await route.continue();
  });
  await page.goto(`${site.url}/svar/${secret}`, { waitUntil: "commit" });
  await press(page, "Ja");
  await expectQuestion(page, 1, 8);
  wake();
  await page.waitForURL(/#svar$/);
  await hurryToTheEnd(page);
  await press(page, "Send mine svar");
  await expect(page.getByRole("heading", { name: "Tak. Nu har vi hørt dig." })).toBeVisible();
});
