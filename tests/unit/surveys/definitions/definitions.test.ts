/** Rules of the age bands for what was published before there was a linter; the rest is the linter's (linter/published.test.ts). */
import { describe, expect, it } from "vitest";
import { definitions } from "#surveys/definitions/index";
import { elementsOf, loadSurvey } from "#surveys/engine/load-survey";
import { LOCALES } from "#surveys/paper/local-text";
import type { AgeBand, Scale } from "#surveys/paper/paper";

const RULES: Partial<Record<AgeBand, { items: readonly [number, number]; words: number; types: readonly Scale[] }>> = {
  "3-5": { items: [6, 10], words: 8, types: ["two-pictures"] },
  "6-9": { items: [8, 20], words: 12, types: ["two-pictures", "three-pictures", "faces", "choose-pictures"] },
};
const ANCHORS = ["decide", "glad", "help", "safe", "someone"];
const NEGATIONS = /\b(ikke|aldrig|ingen|intet|uden|not|never|nobody|nothing|don't|without)\b/i;
const words = (text: string) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

const unlinted = definitions.filter(({ isLinted = true }) => !isLinted);

const forms = unlinted.flatMap(({ json }) => {
  const survey = loadSurvey(json);
  return (Object.keys(survey.forms) as AgeBand[]).map((band) => {
    const form = survey.forms[band];
    return { name: `${survey.slug}/${survey.version} ${band}`, band, elements: form ? elementsOf(form) : [] };
  });
});
const items = forms.flatMap(({ name, band, elements }) =>
  elements.map((element) => ({ where: `${name} ${element.name}`, band, element })),
);

describe.each(forms)("the form $name", ({ band, elements }) => {
  const rules = RULES[band];

  it("has as many items as its age band bears", () => {
    expect(elements.length).toBeGreaterThanOrEqual(rules?.items[0] ?? Infinity);
    expect(elements.length).toBeLessThanOrEqual(rules?.items[1] ?? 0);
  });

  it("has two items on each of its four themes", () => {
    const perTheme = elements.reduce(
      (sum, { theme }) => sum.set(theme, (sum.get(theme) ?? 0) + 1),
      new Map<string, number>(),
    );
    expect(Object.fromEntries(perTheme)).toEqual({ belong: 2, trust: 2, learn: 2, voice: 2 });
  });

  it("has the five anchor items under their own names", () => {
    expect(
      elements
        .filter((element) => element.isAnchor)
        .map((element) => element.name)
        .toSorted(),
    ).toEqual(ANCHORS);
  });

  it("has as many questions with the favourable picture first as last, when there are two", () => {
    const pairs = elements.filter((element) => element.itemType === "two-pictures");
    const first = pairs.filter((element) => element.choices[0]?.value === element.favourable[0]);
    expect(first.length * 2).toBe(pairs.length);
  });
});

describe.each(items)("$where", ({ band, element }) => {
  it("asks in a type and a number of words that suit the age, without negation, in both languages", () => {
    expect(RULES[band]?.types).toContain(element.itemType);
    for (const locale of LOCALES) {
      expect(words(element.title[locale])).toBeLessThanOrEqual(RULES[band]?.words ?? 0);
      expect(element.title[locale]).not.toMatch(NEGATIONS);
      expect(element.title[locale]).toMatch(/\?$/);
      for (const choice of element.choices) expect(words(choice.text[locale])).toBeLessThanOrEqual(8);
    }
  });

  it("asks the youngest who is most like them", () => {
    if (band !== "3-5") return;
    expect(element.title.da).toMatch(/^Hvem ligner dig mest/);
    expect(element.title.en).toMatch(/^Who is most like you/);
  });

  it("says in words what each picture shows, no two alike", () => {
    for (const locale of LOCALES) {
      const alts = element.choices.map((choice) => choice.picture?.alt[locale]);
      expect(new Set(alts).size).toBe(alts.length);
    }
  });

  it("is scored by one favourable choice, or is a list of wishes", () => {
    expect(element.favourable).toHaveLength(element.itemType === "choose-pictures" ? 0 : 1);
  });

  it("shows the same kind of picture for every answer", () => {
    expect(new Set(element.choices.map((choice) => choice.picture?.kind)).size).toBe(1);
  });
});

it("a published version of a survey stands at the path that names it", () => {
  for (const { path, json } of definitions) {
    const survey = loadSurvey(json);
    expect(path).toBe(`surveys/definitions/${survey.slug}/v${survey.version}.json`);
  }
});
