import { describe, expect, it } from "vitest";
import { definitions } from "#surveys/definitions/index";
import { SurveyProblem } from "#surveys/engine/survey-problem";
import { buildLibrary } from "#surveys/engine/survey-library";
import { LANGUAGES } from "#surveys/paper/language";
import { shippedNarrations as narrations } from "#surveys/narration/shipped";
import everyType from "../../../cases/surveys/every-type.json";

const library = buildLibrary([...definitions, { path: "cases/every-type.json", json: everyType }]);

describe("the library of surveys", () => {
  it("lists and finds what was defined", () => {
    const slugs = new Set(library.list().map((survey) => survey.slug));
    expect([...slugs]).toEqual(["trivsel", "puls", "voksne-ser", "foraeldre", "personale", "every-type"]);
    expect(library.find("puls", 1)?.version).toBe(1);
    expect(library.find("trivsel", 99)).toBeNull();
  });

  it("makes each paper, validator and scoring key once", () => {
    expect(library.paper("puls", 1, "6-9", "da")).toBe(library.paper("puls", 1, "6-9", "da"));
    expect(library.paper("puls", 1, "6-9", "da")).not.toBe(library.paper("puls", 1, "6-9", "en"));
    expect(library.validator("puls", 1, "3-5")).toBe(library.validator("puls", 1, "3-5"));
    expect(library.scoringKey("puls", 1, "3-5")).toBe(library.scoringKey("puls", 1, "3-5"));
  });

  it("refuses a survey, a version and a form that are not there", () => {
    expect(() => library.paper("nothing", 1, "6-9", "da")).toThrow(SurveyProblem);
    expect(() => library.validator("trivsel", 9, "6-9")).toThrow(SurveyProblem);
    expect(() => library.scoringKey("puls", 1, "13-18")).toThrow(SurveyProblem);
  });

  it("tells which survey takes own words", () => {
    expect(library.takesOwnWords("every-type", 1)).toBe(true);
    expect(library.takesOwnWords("puls", 1)).toBe(false);
  });

  it("stops at a wrong definition with file, path and reason", () => {
    const json = { ...everyType, version: 0 };
    expect(() => buildLibrary([{ path: "surveys/definitions/wrong/v0.json", json }])).toThrow(
      /^surveys\/definitions\/wrong\/v0\.json: version: /,
    );
  });

  it("stops at a version that is defined twice", () => {
    const twice = [
      { path: "a.json", json: everyType },
      { path: "b.json", json: everyType },
    ];
    expect(() => buildLibrary(twice)).toThrow("b.json: version: every-type/1 is defined twice");
  });
});

describe("what keeps a survey from being published", () => {
  it("is nothing in the surveys of this installation, and named with its rule where there is something", () => {
    const spoken = buildLibrary([...definitions, { path: "cases/every-type.json", json: everyType }], { narrations });
    for (const { slug, version } of library.list().filter((survey) => survey.slug !== "every-type"))
      expect(spoken.findings(slug, version), slug).toEqual([]);
    const rules = spoken.findings("every-type", 1).map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(["item-count", "anchors", "sounds"]));
  });
});

describe("a scoring key", () => {
  it("puts the favourable choice first, whatever side its picture stood on", () => {
    for (const item of library.scoringKey("puls", 1, "3-5").items) {
      expect(item.favourable).toEqual([item.choices[0]?.value]);
    }
  });

  it("keeps the order of a scale", () => {
    const item = library.scoringKey("every-type", 1, "6-9").items.find((one) => one.name === "three");
    expect(item?.choices.map((choice) => choice.value)).toEqual(["often", "sometimes", "seldom"]);
  });

  it("leaves items without a favourable choice unscored", () => {
    const item = library.scoringKey("every-type", 1, "6-9").items.find((one) => one.name === "wishes");
    expect(item).toMatchObject({ type: "choose-pictures", theme: "voice", isAnchor: false, favourable: [] });
  });
});

describe("a scale of content faces", () => {
  it("is counted and never scored, whatever codes its faces have", () => {
    interface Element {
      readonly itemType: string;
      favourable?: string[];
      choices?: { code?: number }[];
    }
    const json = structuredClone(everyType) as { forms: { "6-9": { pages: { elements: Element[] }[] } } };
    const elements = json.forms["6-9"].pages.flatMap((page) => page.elements);
    const faces = elements.filter(({ itemType }) => itemType === "faces");
    expect(faces).toHaveLength(1);
    for (const element of faces) {
      element.favourable = [];
      element.choices?.forEach((choice, code) => Object.assign(choice, { code }));
    }
    const [item] = buildLibrary([{ path: "coded.json", json }])
      .scoringKey("every-type", 1, "6-9")
      .items.filter(({ type }) => type === "faces");
    expect(item).toMatchObject({ favourable: [] });
    expect(item?.codes).toBeUndefined();
  });
});

describe("the languages of a form", () => {
  it("are those in which nothing is missing", () => {
    expect(library.languages("every-type", 1, "6-9")).toEqual(["da", "en"]);
    expect(library.languages("puls", 1, "6-9")).toEqual(LANGUAGES);
    expect(() => library.languages("puls", 1, "13-18")).toThrow();
  });

  it("are named as unreviewed only where the definition says so", () => {
    expect(library.unreviewedLanguages("puls", 1)).toEqual(["ar", "tr", "pl", "uk", "ur"]);
    const told = { ...everyType, reviewed: { da: true, en: false, ar: false } };
    const other = buildLibrary([{ path: "told.json", json: told }]);
    expect(other.unreviewedLanguages("every-type", 1)).toEqual(["en"]);
  });
});
