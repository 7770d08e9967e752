/**
 * `test` with the sites that browser tests share: each worker starts its own, when a test first asks for it. A test that ends
 * a round, moves the clock or gets its own guesses paused has a site to itself.
 */
import { test as base } from "@playwright/test";
import { startPapersSite } from "./papers-site";
import type { PapersSite } from "./papers-site";
import { startScalesSite } from "./scales-site";
import type { ScalesSite } from "./scales-site";
import { startSite } from "./site";
import type { Site } from "./site";

interface Sites {
  readonly plainSite: Site;
  readonly scalesSite: ScalesSite;
  readonly papersSite: PapersSite;
}

const shared =
  <T extends { close(): Promise<void> }>(start: () => Promise<T>) =>
  // Playwright reads from the first parameter what a fixture needs: here nothing.
  // biome-ignore lint/correctness/noEmptyPattern: see above
  async ({}: object, use: (site: T) => Promise<void>): Promise<void> => {
    const site = await start();
    await use(site);
    await site.close();
  };

export const test = base.extend<object, Sites>({
  plainSite: [shared(() => startSite()), { scope: "worker" }],
  scalesSite: [shared(startScalesSite), { scope: "worker" }],
  papersSite: [shared(startPapersSite), { scope: "worker" }],
});
