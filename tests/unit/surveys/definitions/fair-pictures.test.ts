/** For what was published before there was a linter: rules of fair pictures: they decide what is measured. The answers to one question differ in what is asked about only. */
import { describe, expect, it } from "vitest";
import { definitions } from "#surveys/definitions/index";
import { elementsOf, loadSurvey } from "#surveys/engine/load-survey";
import type { Figure, Picture, PlacedFigure, PlacedThing, Scene } from "#surveys/pictures/picture";

const unlinted = definitions.filter(({ isLinted = true }) => !isLinted);

const forms = unlinted.flatMap(({ json }) => {
  const { slug, version, forms: byBand } = loadSurvey(json);
  return Object.entries(byBand).map(([band, form]) => ({
    name: `${slug}/${version} ${band}`,
    elements: form ? elementsOf(form) : [],
  }));
});

/** Who somebody is: what stays the same however they feel and wherever they stand. */
function look({ skin, hair, hairColour, shirt, clothColour, age, aids }: Figure): string {
  return JSON.stringify({ skin, hair, hairColour, shirt, clothColour, age, aids });
}

const isFigure = (part: PlacedFigure | PlacedThing): part is PlacedFigure => !("thing" in part);
const figuresOf = ({ parts }: Scene): PlacedFigure[] => parts.filter(isFigure);
const thingsOf = ({ parts }: Scene) => parts.filter((part) => !isFigure(part));

/** The child the question is about: the figure drawn last. */
function mainFigure(picture: Picture): Figure[] {
  if (picture.kind === "face") return [picture.figure];
  return picture.kind === "scene" ? figuresOf(picture).slice(-1) : [];
}

const scenes = forms.flatMap(({ name, elements }) =>
  elements
    .map((element) => ({
      where: `${name} ${element.name}`,
      pictures: element.choices.flatMap(({ picture }) => (picture?.kind === "scene" ? [picture] : [])),
    }))
    .filter(({ pictures }) => pictures.length > 0),
);

it.each(forms)("the form $name draws another child for every question", ({ elements }) => {
  const drawn = elements
    .flatMap(({ choices }) => (choices[0]?.picture ? mainFigure(choices[0].picture) : []))
    .map(look);
  expect(new Set(drawn).size).toBe(drawn.length);
});

it.each(forms)("the form $name draws faces of one child in different moods", ({ elements }) => {
  for (const { choices } of elements) {
    const faces = choices.flatMap(({ picture }) => (picture?.kind === "face" ? [picture.figure] : []));
    expect(new Set(faces.map(look)).size).toBe(Math.min(1, faces.length));
    expect(new Set(faces.map((face) => face.mood)).size).toBe(faces.length);
  }
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
    const spots = pictures
      .map((picture) => figuresOf(picture).at(-1))
      .map((child) => [child?.x, child?.y, child?.scale]);
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
    for (const picture of pictures) {
      const people = figuresOf(picture).toSorted((one, other) => one.x - other.x);
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
