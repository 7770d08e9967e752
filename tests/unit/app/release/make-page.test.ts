/** A leader's page of releases as sealing makes them: what is told, what is hidden, and that nothing is told of few. */
import { beforeAll, describe, expect, it } from "vitest";
import { pageOf } from "~/components/release/make-page";
import type { LeaderPageView } from "~/components/release/leader-page";
import type { Release } from "../../../../server/releases/contract";
import { aMadeMunicipality } from "../../../support/made-rounds";

let releases: readonly Release[];
beforeAll(() => {
  releases = aMadeMunicipality().releases;
});

const releaseOf = (institution: string): Release =>
  releases.findLast(({ institutionId }) => institutionId === institution) as Release;
const page = (institution: string, locale: "da" | "en" = "da"): LeaderPageView =>
  pageOf(releaseOf(institution), locale);

describe("the page of a large school", () => {
  it("tells three to five sentences, and the fall that was put there, fairly certain", () => {
    const { findings } = page("lind");
    expect(findings.length).toBeGreaterThanOrEqual(3);
    expect(findings.length).toBeLessThanOrEqual(5);
    expect(findings).toContainEqual(
      expect.objectContaining({
        theme: "voice",
        certainty: "fairly-certain",
        text: expect.stringMatching(/mindre positivt/),
      }),
    );
  });

  it("asks the children about what fell", () => {
    expect(page("lind").talk).toMatchObject({ why: "fell", lead: expect.stringMatching(/bestemme/) });
    expect(page("lind").talk?.questions).toHaveLength(3);
  });

  it("has a line for each form and index, with the rounds before and the municipality", () => {
    const lines = page("lind").themes.flatMap((theme) => theme.lines);
    expect(lines.map(({ form, index }) => `${form} ${index}`)).toHaveLength(
      releaseOf("lind").forms.flatMap(({ indices }) => indices).length,
    );
    for (const { history, municipality, value, low, high, band } of lines) {
      expect(history.map(({ title }) => title)).toEqual(["Forår 2024", "Forår 2025", "Forår 2026"]);
      expect(history.at(-1)?.value).toBe(value);
      expect(municipality).toBeDefined();
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
      expect(band.low).toBeLessThanOrEqual(low);
      expect(band.high).toBeGreaterThanOrEqual(high);
    }
  });

  it("lists groups by their names, without a rank, and hardship for whole forms alone", () => {
    const { details, hardship } = page("lind");
    for (const { groups } of details) {
      const names = groups.map(({ name }) => name);
      expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, "da", { numeric: true })));
    }
    expect(details.find(({ form }) => form === "6-9")?.groups).toHaveLength(6);
    expect(hardship.map(({ form }) => form)).toEqual(["6-9", "10-12", "13-18"]);
  });

  it("tells the area's hardship beside the school's own, and none of a release from before that was told", () => {
    const { hardship } = page("lind");
    for (const { area } of hardship) {
      expect(area?.text).toMatch(/^I hele området Nord er det .+\.$/);
      expect(area?.shares).toHaveLength(4);
    }
    const release = releaseOf("lind");
    const forms = release.forms.map(({ areaHardship, ...older }) => {
      expect(areaHardship?.base).toBeGreaterThan(older.hardship?.base ?? Infinity);
      return older;
    });
    const older = pageOf({ ...release, forms }, "da");
    expect(older.hardship).toEqual(hardship.map(({ form, text, shares }) => ({ form, text, shares })));
  });

  it("says the same in English", () => {
    const [da, en] = [page("lind"), page("lind", "en")];
    expect(en.findings.map(({ certainty, theme }) => [certainty, theme])).toEqual(
      da.findings.map(({ certainty, theme }) => [certainty, theme]),
    );
    expect(JSON.stringify(en)).not.toMatch(/ud af 10|børn|svarede/);
  });
});

describe("the page of few", () => {
  it("does not call it a first time where others asked before, but too few to compare", () => {
    const told = page("ask");
    expect(told.themes.flatMap(({ lines }) => lines).every(({ change }) => change.word === "cannot-compare")).toBe(
      true,
    );
    expect(told.findings.map(({ text }) => text).join(" ")).not.toMatch(/første gang|næste gang/);
    expect(told.findings.at(-1)?.text).toBe("4 af de 14, der blev spurgt, har ikke svaret.");
  });

  it.each([
    ["elm", "with-area", undefined],
    ["fyr", "nobody", undefined],
    ["gran", "low-response", 10],
  ] as const)("of %s shows why figures are hidden, and no figure", (institution, reason, participants) => {
    const { hidden, participants: told, themes, details, hardship, talk } = page(institution);
    expect(hidden).toEqual([{ form: "6-9", reason }]);
    expect(told).toBe(participants);
    expect({ themes, details, hardship, talk }).toEqual({ themes: [], details: [], hardship: [] });
  });

  it("tells no number of answers where fewer than five took part", () => {
    for (const institution of ["elm", "fyr"]) {
      const told = page(institution);
      expect(told.findings).toEqual([]);
      expect(told.heard.every(({ participants }) => participants === undefined)).toBe(true);
    }
  });
});
