/** A site whose group of six to nine meets every scale, and whose other group meets the pages of young people. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { everyScale, everyScaleForYouth } from "./every-scale";
import { libraryOf } from "./paper-library";
import { startSite } from "./site";
import type { Site } from "./site";
import { aReadRound } from "./small-municipality";
import { issueKeys } from "./submissions";

interface Document {
  readonly answers: Record<string, unknown>;
  readonly nonAnswers: Record<string, string>;
}

export interface ScalesSite extends Site {
  /** The address of a card nobody has used. */
  card(groupId: "eg-1a" | "birk-rod"): Promise<string>;
  /** Opens a card and says yes. */
  open(page: Page, groupId: "eg-1a" | "birk-rod", query?: string): Promise<void>;
  /** What was sent last, with its own words, which are kept apart; forgotten afterwards. */
  sent(): Promise<Document>;
}

export async function startScalesSite(): Promise<ScalesSite> {
  const library = libraryOf(
    (form, language) => {
      if (form === "6-9") return everyScale(language);
      return form === "3-5" ? everyScaleForYouth(language, { form: "3-5" }) : undefined;
    },
    ["da", "ar"],
  );
  const site = await startSite({ library, round: aReadRound() });
  const writings = () => site.database.main.collection<{ item: string; text?: string }>("writings");
  const responses = () => site.database.main.collection<Document>("responses");
  const card = async (groupId: string) => {
    // What a test before has sent and not asked for.
    await responses().deleteMany({});
    await writings().deleteMany({});
    const [key] = await issueKeys(site.application, groupId, 1);
    return `${site.url}/svar/${key?.secret}`;
  };
  return {
    ...site,
    card,
    async open(page, groupId, query = "") {
      await page.goto((await card(groupId)) + query);
      await page.locator('button[value="join"]').click();
    },
    async sent() {
      const last = (await responses().find().toArray()).at(-1);
      if (!last) throw new Error("nothing was sent");
      const own = (await writings().find().toArray()).map(({ item, text }) => [item, text] as const);
      await responses().deleteMany({});
      await writings().deleteMany({});
      return { ...last, answers: { ...last.answers, ...Object.fromEntries(own) } };
    },
  };
}

export const expectHeading = (page: Page, text: string) =>
  expect(page.getByRole("heading", { name: text })).toBeVisible();
