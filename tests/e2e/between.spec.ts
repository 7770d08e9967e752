/** What something in between answers is never taken for ours: answers stay, go another way, or an adult is told what to do. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { LASTING, openBetween, PASSING } from "../support/faults/between";
import type { Between, Wrong } from "../support/faults/between";
import { hurryOn, hurryToTheEnd } from "../support/hurry";
import { startSite } from "../support/site";
import type { Site } from "../support/site";
import { aSubmission, freshId, issueKeys, put } from "../support/submissions";
import { press } from "../support/walk-survey";

let site: Site;
let between: Between;
test.beforeAll(async () => {
  site = await startSite();
  between = await openBetween(site.url);
});
test.afterAll(async () => {
  await between.close();
  await site.close();
});
test.beforeEach(() => {
  between.fault = undefined;
});

const responses = () => site.database.main.collection("responses").countDocuments();
const thanks = { name: "Tak. Nu har vi hørt dig." };
const BLOCKED = "Noget på nettet her stopper dine svar.";
const AWAY = "Vi kan ikke komme igennem lige nu.";

/** At its own answers, with one given. */
async function readyToSend(page: Page): Promise<string> {
  const [key] = await issueKeys(site.application, "eg-1a", 1);
  const path = `/svar/${key?.secret ?? ""}`;
  await page.goto(between.url + path);
  await press(page, "Ja");
  await hurryOn(page, 1);
  await hurryToTheEnd(page, { isSilent: true });
  await expect(page.getByRole("heading", { name: "Her er dine svar" })).toBeVisible();
  return path;
}

async function sendAndRead(page: Page): Promise<string> {
  await press(page, "Send mine svar");
  await expect(page.getByRole("button", { name: "Sender …" })).toHaveCount(0);
  return page.getByRole("alert").innerText();
}

const isSending = (method?: string) => method === "PUT" || method === "POST";

test("whatever answers in the server's place, the answers stay, and are sent once the way is free", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const before = await responses();
  await readyToSend(page);
  const told: [string, boolean][] = [];
  const tell = async (wrongs: readonly Wrong[], sentence: string) => {
    for (const wrong of wrongs) {
      between.fault = { of: ({ method }) => isSending(method), wrong };
      told.push([wrong.name, (await sendAndRead(page)).includes(sentence)]);
    }
  };
  await tell(LASTING, BLOCKED);
  await tell(PASSING, AWAY);
  // That it does not pass is an adult's business in the end.
  await expect(page.getByText("Til den voksne:")).toBeVisible();
  expect(told.filter(([, isTold]) => !isTold)).toEqual([]);
  expect(await responses()).toBe(before);
  await expect(page.getByRole("heading", { name: "Her er dine svar" })).toBeVisible();
  // Also over a reload.
  between.fault = undefined;
  await page.reload();
  await press(page, "Send mine svar");
  await expect(page.getByRole("heading", thanks)).toBeVisible();
  expect(await responses()).toBe(before + 1);
});

for (const [name, isAfterServer] of [
  ["never reaches us", false],
  ["reaches us and its answer is replaced", true],
] as const)
  test(`where a PUT ${name}, the form goes through, and the answer is stored once`, async ({ page }) => {
    const before = await responses();
    await readyToSend(page);
    const [wrong] = LASTING.filter((one) => one.name.startsWith("405"));
    if (!wrong) throw new Error("no such answer");
    between.fault = { of: ({ method }) => method === "PUT", wrong: { ...wrong, isAfterServer } };
    const answered: (string | undefined)[] = [];
    page.on("response", (response) => answered.push(`${response.request().method()} ${response.status()}`));
    await press(page, "Send mine svar");
    await expect(page.getByRole("heading", thanks)).toBeVisible();
    await expect(page.getByText(/^Kvittering: [A-Z]{6}$/)).toBeVisible();
    expect(answered.filter((one) => isSending(one?.split(" ")[0]))).toEqual(["PUT 405", "POST 200"]);
    expect(await responses()).toBe(before + 1);
  });

test("what our own server says, in problems of ours, is told in its own words", async ({ page }) => {
  const path = await readyToSend(page);
  await put(site.url, freshId(), aSubmission(site.application, path.replace("/svar/", "")));
  expect(await sendAndRead(page)).toContain("Der er allerede sendt svar med dette kort.");
  site.clock.set("2026-03-25T09:00:00Z");
  expect(await sendAndRead(page)).toContain("Nu er det lukket");
  site.clock.set("2026-03-10T09:00:00Z");
});

test("a door whose data something in between keeps away says so, and trying again loads the page", async ({ page }) => {
  const door = "/svar/g/0123456789";
  const some = ["404 with a page", "200 with a sign-in page", "a connection that is reset"];
  for (const wrong of [...LASTING, ...PASSING].filter(({ name }) => some.includes(name))) {
    between.fault = { of: ({ url }) => url?.includes(".data") ?? false, wrong };
    await page.goto(between.url + door);
    // Awake: from then on it asks for the next page's data.
    await page.locator(".ask .speaker:enabled").first().waitFor();
    await page.locator(".key-thing").first().click();
    await expect(page.getByRole("heading", { name: AWAY.slice(0, -1) }), wrong.name).toBeVisible();
    await page.getByRole("link", { name: "Prøv igen" }).click();
    await expect(page.locator('.slot[data-at="filled"]'), wrong.name).toHaveCount(1);
  }
});
