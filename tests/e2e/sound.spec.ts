/**
 * What a child hears, with the files that are shipped, on devices that speak well, badly or not at all. The texts are taken
 * from the page and from what the server says of it, never written here.
 */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import type { VoiceOrder } from "../../surveys/narration/voices";
import { test } from "../support/browser-test";
import type { Site } from "../support/site";
import { aRound } from "../support/small-municipality";
import { beginListening, cardOf, fileOf, forget, heading, large, onward, passPractice } from "../support/sounding-page";
import { giveVoice, heard, listen, takeSpeech } from "../support/voices";
import type { Manner } from "../support/voices";

let site: Site;
test.beforeAll(async ({ plainSite }) => {
  site = plainSite;
  const { organisation, rounds } = site.application.stores;
  const youth = { id: "eg-9a", institutionId: "eg", name: "9. A", band: "13-18", childCount: 20, code: "9999999999" };
  await organisation.insertGroups([{ ...youth, band: "13-18" }]);
  await rounds.insert(aRound({ id: "youth", survey: "trivsel", groupIds: ["eg-9a"], state: "open" }));
});
test.beforeEach(({ page }) => listen(page));

const begin = (page: Page, groupId: "eg-1a" | "birk-rod" | "eg-9a") =>
  beginListening(page, site, groupId, groupId === "eg-9a" ? "youth" : undefined);

async function setOrder(order: VoiceOrder): Promise<void> {
  const { organisation } = site.application.stores;
  const municipality = await site.application.services.organisation.getMunicipality();
  await organisation.saveMunicipality({ ...municipality, voiceOrder: order });
}

test.describe("without a voice on the device", () => {
  for (const hasSpeech of [true, false])
    test(`files are played ${hasSpeech ? "" : "where the browser knows nothing of speech either"}`, async ({
      page,
    }) => {
      if (!hasSpeech) await takeSpeech(page);
      await begin(page, "eg-1a");
      await passPractice(page);
      await large(page).click();
      await expect.poll(() => heard(page)).toEqual([fileOf(await heading(page))]);
      await expect(large(page)).not.toHaveAttribute("data-speaking");
      const label = await page.locator(".answer-label").first().innerText();
      await page.locator(".answer .speaker").first().click();
      await expect.poll(() => heard(page)).toContain(fileOf(label));
      await expect(page.locator(".missing-voice p")).toBeHidden();
    });

  test("a young person hears the question, then its answers in their order", async ({ page }) => {
    await begin(page, "eg-9a");
    const block = page.locator(".question-block").first();
    const question = await block.locator(".question-words :is(h1, h2)").innerText();
    const answers = await block.locator(".step-label, .answer-label").allInnerTexts();
    expect(answers.length).toBeGreaterThan(1);
    await block.locator(".question-head .speaker").click();
    await expect
      .poll(() => heard(page), { timeout: 40_000 })
      .toEqual([question, ...answers].map((text) => fileOf(text)));
  });

  test("a text without a file is said to be missing, and only its loudspeaker is struck out", async ({ page }) => {
    await takeSpeech(page);
    await page.goto(`${await cardOf(site, "eg-1a")}?lang=ar`);
    const struck = page.locator(".speaker[data-missing]");
    await expect(page.locator(".speaker").first()).toBeEnabled();
    await expect(struck).toHaveCount(await page.locator(".speaker").count());
    await large(page).click();
    await expect(page.locator(".missing-voice p")).toBeVisible();
    await page.goto(await cardOf(site, "eg-1a"));
    await expect(page.locator(".speaker").first()).toBeEnabled();
    await expect(struck).toHaveCount(0);
  });

  test("a file that cannot be fetched is said to be missing", async ({ page }) => {
    await page.route("**/narration/**", (route) => route.abort());
    await begin(page, "eg-1a");
    await large(page).click();
    await expect(page.locator(".missing-voice p")).toBeVisible();
    await expect(large(page)).toHaveAttribute("data-missing");
    await expect(page.locator(".answer .speaker[data-missing]")).toHaveCount(0);
  });

  test("a door and a page of trouble are read", async ({ page }) => {
    for (const path of ["/svar", "/svar/g/mnpqrstvwx", "/svar/not-a-key"]) {
      await page.goto(site.url + path);
      await large(page).click();
      await expect.poll(async () => (await heard(page))[0], path).toBe(fileOf(await heading(page)));
    }
  });
});

test("what stands around the questions is read too: stopping, and having stopped", async ({ page }) => {
  await begin(page, "eg-1a");
  await page.locator(".stop summary").click();
  await page.locator(".stop-card .speaker").click();
  const question = await page.locator(".stop-card p").innerText();
  await expect.poll(async () => (await heard(page))[0]).toBe(fileOf(question));
  await page.locator('.stop-card button[value="leave"]').click();
  await forget(page);
  await page.locator(".end-page .sent .speaker").click();
  await expect.poll(async () => (await heard(page))[0]).toBe(fileOf(await page.locator("h1").innerText()));
});

test.describe("with a voice on the device", () => {
  test("it speaks, word by word, and no file is fetched", async ({ page }) => {
    const fetched: string[] = [];
    page.on("request", (request) => request.url().includes("/narration/") && fetched.push(request.url()));
    await giveVoice(page);
    await begin(page, "birk-rod");
    await passPractice(page);
    await forget(page);
    await large(page).click();
    await expect.poll(() => heard(page)).toEqual([`speaks: ${await heading(page)}`]);
    expect(fetched).toEqual([]);
  });

  for (const [what, device] of [
    ["lives elsewhere", { isLocal: false }],
    ["speaks another language", { lang: "en-US" }],
  ] as const)
    test(`one that ${what} is never asked`, async ({ page }) => {
      await giveVoice(page, device);
      await begin(page, "eg-1a");
      await passPractice(page);
      await large(page).click();
      await expect.poll(() => heard(page)).toEqual([fileOf(await heading(page))]);
      // Nor as a last resort.
      await page.route("**/narration/**", (route) => route.abort());
      await onward(page);
      await large(page).click();
      await expect(page.locator(".missing-voice p")).toBeVisible();
      expect((await heard(page)).filter((one) => one.startsWith("speaks"))).toEqual([]);
    });

  for (const manner of ["mute", "stalls", "fails"] satisfies Manner[])
    test(`one that ${manner === "mute" ? "is mute" : manner} gives way to the file`, async ({ page }) => {
      await giveVoice(page, { manner });
      await begin(page, "eg-1a");
      await passPractice(page);
      await large(page).click();
      const text = await heading(page);
      await expect.poll(() => heard(page), { timeout: 15_000 }).toEqual([`${manner}: ${text}`, fileOf(text)]);
    });

  test("the file comes first where the municipality wants it, and gives way when it fails", async ({ page }) => {
    await setOrder("file-first");
    await giveVoice(page);
    await begin(page, "eg-1a");
    await passPractice(page);
    await large(page).click();
    await expect.poll(async () => heard(page)).toEqual([fileOf(await heading(page))]);
    await page.route("**/narration/**", (route) => route.abort());
    await onward(page);
    await forget(page);
    await large(page).click();
    await expect.poll(() => heard(page)).toEqual([`speaks: ${await heading(page)}`]);
    await setOrder("device-first");
  });
});

test("the switch in the bubble turns reading aloud off and on, and says which", async ({ page }) => {
  await begin(page, "birk-rod");
  const { words } = await site.application.services.responses.openKey(
    new URL(page.url()).pathname.split("/").at(-1) ?? "",
    { locale: "da", address: "test" },
  );
  const off = page.getByRole("button", { name: words.soundOff });
  await expect.poll(() => heard(page)).not.toEqual([]);
  await off.click();
  await forget(page);
  await onward(page);
  await expect(page.getByRole("button", { name: words.soundOn })).toBeVisible();
  await page.waitForTimeout(500);
  expect(await heard(page)).toEqual([]);
  await page.getByRole("button", { name: words.soundOn }).click();
  await onward(page);
  await expect.poll(() => heard(page)).not.toEqual([]);
});
