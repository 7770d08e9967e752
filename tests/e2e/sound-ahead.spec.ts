/** Sounds before they are needed and after a page comes back: fetched ahead, played offline, and begun at the first touch. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { openBrowser } from "../support/browser";
import { test } from "../support/browser-test";
import type { Site } from "../support/site";
import { beginListening, fileOf, forget, heading, large, onward, passPractice } from "../support/sounding-page";
import { heard, listen, nextSound, takeSpeech } from "../support/voices";

test.beforeEach(({ page }) => listen(page));

interface Fetched {
  readonly paths: Set<string>;
  /** When everything that may be heard next is on the device. */
  ahead(): Promise<void>;
}

/** A page that has turned asks for its sounds well before. */
const STILL_MS = 500;

/** What a page asks for of sounds. */
function watchSounds(page: Page): Fetched {
  const paths = new Set<string>();
  const waiting = new Set<unknown>();
  let lastAt = Number.POSITIVE_INFINITY;
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith("/narration/")) return;
    paths.add(pathname);
    // What is played is asked for by the player; what is fetched ahead by a script.
    if (request.resourceType() !== "fetch") return;
    waiting.add(request);
    lastAt = performance.now();
  });
  page.on("requestfinished", (request) => waiting.delete(request));
  const isStill = () => waiting.size === 0 && performance.now() - lastAt > STILL_MS;
  return { paths, ahead: () => expect.poll(isStill).toBe(true) };
}

test("the sounds of this page and the next are fetched before they are needed, and no others; who uses no sound fetches none", async ({
  page,
  context,
  plainSite: site,
}) => {
  const silent = await context.newPage();
  const unheard = watchSounds(silent);
  await beginListening(silent, site, "eg-1a");
  await onward(silent);
  await page.bringToFront();
  const fetched = watchSounds(page);
  await beginListening(page, site, "birk-rod");
  await passPractice(page);
  // By then the other page, which is older, would have fetched its own.
  await fetched.ahead();
  expect([...unheard.paths]).toEqual([]);
  const before = new Set(fetched.paths);
  await onward(page);
  const labels = await page.locator(".answer-label").allInnerTexts();
  expect(labels.length).toBeGreaterThan(0);
  for (const text of [await heading(page), ...labels]) expect(before).toContain(fileOf(text));
  const { paper } = await site.application.services.responses.openKey(
    new URL(page.url()).pathname.split("/").at(-1) ?? "",
    { locale: "da", address: "test" },
  );
  expect(before.size).toBeLessThan(paper.items.flatMap(({ choices }) => ["", ...choices]).length);
});

test("what was fetched is played without the network", async ({ page, context, plainSite: site }) => {
  await takeSpeech(page);
  const fetched = watchSounds(page);
  await beginListening(page, site, "birk-rod");
  await passPractice(page);
  await fetched.ahead();
  await context.setOffline(true);
  await forget(page);
  await onward(page);
  await expect.poll(() => heard(page)).toContain(fileOf(await heading(page)));
});

/** A browser with a mind of its own about sound, whatever it has seen before. */
async function inBrowser(site: Site, policy: string, act: (page: Page) => Promise<void>): Promise<void> {
  const browser = await openBrowser([`--autoplay-policy=${policy}`]);
  try {
    const page = await browser.newPage({ viewport: { width: 820, height: 1180 } });
    await listen(page);
    await beginListening(page, site, "birk-rod");
    await passPractice(page);
    await act(page);
  } finally {
    await browser.close();
  }
}

/** Nothing is asked of the page while it comes back: to the browser each question would be a touch. */
const comeBack = async (page: Page) => {
  // What is still played before it goes is no sound of the page that comes.
  await page.evaluate(() => {
    console.debug = () => undefined;
  });
  const sound = nextSound(page);
  await page.reload();
  await sound;
};

test("a page that comes back speaks by itself where a browser allows it", ({ plainSite }) =>
  inBrowser(plainSite, "no-user-gesture-required", async (page) => {
    await comeBack(page);
    await expect.poll(async () => heard(page)).toEqual([fileOf(await heading(page))]);
  }));

test("where it must be touched first, it speaks at the first touch, which does what it was for", ({ plainSite }) =>
  inBrowser(plainSite, "user-gesture-required", async (page) => {
    await comeBack(page);
    expect(await heard(page)).toEqual([]);
    const text = await heading(page);
    await page.mouse.click(4, 400);
    await expect.poll(() => heard(page)).toEqual([fileOf(text)]);

    await comeBack(page);
    const label = await page.locator(".answer-label").first().innerText();
    await page.locator(".answer label").first().click();
    await expect(page.locator(".answer input").first()).toBeChecked();
    await expect.poll(() => heard(page)).toContain(fileOf(label));
    // What waited for the touch does not talk over what was touched.
    await page.waitForTimeout(600);
    expect((await heard(page)).at(-1)).toBe(fileOf(label));

    await comeBack(page);
    await large(page).click();
    await expect.poll(() => heard(page)).toEqual([fileOf(text)]);
    await page.waitForTimeout(600);
    expect(await heard(page)).toEqual([fileOf(text)]);
  }));
