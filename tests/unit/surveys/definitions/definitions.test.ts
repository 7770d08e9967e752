/** Rules of the age bands and of fair pictures, for every survey of this installation. */
import { describe, expect, it } from "vitest";
import { definitions } from "#surveys/definitions/index";
import { elementsOf, loadSurvey } from "#surveys/engine/load-survey";
import { LOCALES } from "#surveys/paper/local-text";
import type { AgeBand, ItemType } from "#surveys/paper/paper";
import type { Figure, Picture, PlacedFigure, PlacedThing, Scene } from "#surveys/pictures/picture";

const RULES: Partial<Record<AgeBand, { items: readonly [number, number]; words: number; types: readonly ItemType[] }>> = {
  "3-5": { items: [6, 10], words: 8, types: ["two-pictures"] },
  "6-9": { items: [8, 20], words: 12, types: ["two-pictures", "three-pictures", "faces", "choose-pictures"] },
};
const ANCHORS = ["decide", "glad", "help", "safe", "someone"];
const NEGATIONS = /\b(ikke|aldrig|ingen|intet|uden|not|never|nobody|nothing|don't|without)\b/i;
const words = (text: string) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

const forms = definitions.flatMap(({ json }) => {
  const survey = loadSurvey(json);
  return (Object.keys(survey.forms) as AgeBand[]).map((band) => {
    const form = survey.forms[band];
    return { name: `${survey.slug}/${survey.version} ${band}`, band, elements: form ? elementsOf(form) : [] };
  });
});
const items = forms.flatMap(({ name, band, elements }) => elements.map((element) => ({ where: `${name} ${element.name}`, band, element })));

describe.each(forms)("the form $name", ({ band, elements }) => {
  const rules = RULES[band];

  it("has as many items as its age band bears", () => {
    expect(elements.length).toBeGreaterThanOrEqual(rules?.items[0] ?? Infinity);
    expect(elements.length).toBeLessThanOrEqual(rules?.items[1] ?? 0);
  });

  it("has two items on each of its four themes", () => {
    const perTheme = elements.reduce((sum, { theme }) => sum.set(theme, (sum.get(theme) ?? 0) + 1), new Map<string, number>());
    expect(Object.fromEntries(perTheme)).toEqual({ belong: 2, trust: 2, learn: 2, voice: 2 });
  });

  it("has the five anchor items under their own names", () => {
    expect(elements.filter((element) => element.isAnchor).map((element) => element.name).toSorted()).toEqual(ANCHORS);
  });

  it("draws another child for every question", () => {
    const drawn = elements.flatMap(({ choices }) => (choices[0] ? mainFigure(choices[0].picture) : [])).map(look);
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  it("has as many questions with the favourable picture first as last, when there are two", () => {
    const pairs = elements.filter((element) => element.itemType === "two-pictures");
    const first = pairs.filter((element) => element.choices[0]?.value === element.favourable[0]);
    expect(first.length * 2).toBe(pairs.length);
  });
});

/** Who somebody is: what stays the same however they feel and wherever they stand. */
function look({ skin, hair, hairColour, shirt, clothColour, age, aids }: Figure): string {
  return JSON.stringify({ skin, hair, hairColour, shirt, clothColour, age, aids });
}

const isFigure = (part: PlacedFigure | PlacedThing): part is PlacedFigure => !("thing" in part);
const figuresOf = (scene: Scene) => scene.parts.filter(isFigure);
const thingsOf = (scene: Scene) => scene.parts.filter((part): part is PlacedThing => !isFigure(part));

/** The child the question is about: the figure drawn last. */
function mainFigure(picture: Picture): Figure[] {
  if (picture.kind === "thing") return [];
  return picture.kind === "face" ? [picture.figure] : figuresOf(picture).slice(-1);
}

const scenes = items
  .map(({ where, element }) => ({ where, pictures: element.choices.flatMap(({ picture }) => (picture.kind === "scene" ? [picture] : [])) }))
  .filter(({ pictures }) => pictures.length > 0);

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
      const alts = element.choices.map((choice) => choice.picture.alt[locale]);
      expect(new Set(alts).size).toBe(alts.length);
    }
  });

  it("is scored by one favourable choice, or is a list of wishes", () => {
    expect(element.favourable).toHaveLength(element.itemType === "choose-pictures" ? 0 : 1);
  });

  it("shows the same kind of picture for every answer", () => {
    expect(new Set(element.choices.map((choice) => choice.picture.kind)).size).toBe(1);
  });
});

describe.each(scenes)("the pictures of $where are fair", ({ pictures }) => {
  const [first] = pictures;

  it("they show the same place", () => {
    expect(new Set(pictures.map((picture) => picture.place)).size).toBe(1);
  });

  it("they show the same people and the same things", () => {
    for (const picture of pictures) {
      expect(figuresOf(picture).map(look)).toEqual(figuresOf(first as Scene).map(look));
      expect(thingsOf(picture)).toEqual(thingsOf(first as Scene));
    }
  });

  it("they show the child asked about at the same spot and size", () => {
    const spots = pictures.map((picture) => figuresOf(picture).at(-1)).map((child) => [child?.x, child?.y, child?.scale]);
    expect(new Set(spots.map(String)).size).toBe(1);
  });

  it("they keep everybody and everything out of the outer tenth at the sides", () => {
    for (const { parts } of pictures) {
      for (const part of parts) {
        const width = isFigure(part) ? 120 * (part.scale ?? 1) : part.size;
        expect(part.x).toBeGreaterThanOrEqual(40);
        expect(part.x + width).toBeLessThanOrEqual(360);
      }
    }
  });

  it("they let neighbours who hold hands meet", () => {
    for (const { parts } of pictures) {
      const people = parts.filter(isFigure).toSorted((one, other) => one.x - other.x);
      people.forEach((one, index) => {
        const next = people[index + 1];
        if (one.arms !== "hold-right" || !next) return;
        const reach = next.arms === "out" ? 113 : 124;
        expect(next.x - one.x).toBeCloseTo(reach * (one.scale ?? 1), 0);
        expect(next.scale).toBe(one.scale);
      });
    }
  });
});

it("a published version of a survey stands at the path that names it", () => {
  for (const { path, json } of definitions) {
    const survey = loadSurvey(json);
    expect(path).toBe(`surveys/definitions/${survey.slug}/v${survey.version}.json`);
  }
});
