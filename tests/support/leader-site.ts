/** A site whose rounds have been sealed: releases of institutions of every size, as the real rules make them. */
import type { Page } from "@playwright/test";
import { aMadeMunicipality } from "./made-rounds";
import { startSite } from "./site";
import type { Site } from "./site";
import { PASSWORD } from "./small-municipality";

/** Large, middle and small; of few answers, of too few, and of nobody. */
export const LEADER_INSTITUTIONS = ["lind", "skole-1", "ask", "elm", "fyr", "gran"] as const;

export async function startLeaderSite(): Promise<Site> {
  const site = await startSite();
  const { institutions, groups, rounds, releases } = aMadeMunicipality();
  const { stores } = site.application;
  await stores.organisation.insertInstitutions(institutions);
  await stores.organisation.insertGroups(groups);
  for (const { round } of rounds) await stores.rounds.insert(round);
  for (const release of releases) await stores.releases.insert(release);
  return site;
}

export async function signInAsAnne(page: Page, { url }: Site): Promise<void> {
  await page.goto(`${url}/log-ind`);
  await page.getByLabel("Brugernavn").fill("anne");
  await page.getByLabel("Adgangskode").fill(PASSWORD);
  await page.getByRole("button", { name: "Log ind" }).click();
  await page.waitForURL(`${url}/admin`);
}
