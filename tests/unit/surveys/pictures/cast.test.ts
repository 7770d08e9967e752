/** The cast: twenty-four children, six adults, families; diverse in every way we can draw. And what has been tried. */
import { describe, expect, it } from "vitest";
import { ADULTS, CHILDREN, FAMILIES } from "#surveys/pictures/cast";
import type { Person } from "#surveys/pictures/cast";
import { drawFigure } from "#surveys/pictures/figure";
import { AIDS, ARMS, HAIRS, HAIR_COLOURS, MOODS, PLACES, POSTURES, PROPS } from "#surveys/pictures/picture";
import { PROP_NAMES, SHIRTS, SKINS } from "#surveys/pictures/picture";
import { THINGS } from "#surveys/pictures/things";
import validated from "../../../../surveys/pictures/validated.json" with { type: "json" };
import { isValidated, validatedShape } from "#surveys/pictures/validated";
import type { Trial } from "#surveys/pictures/validated";

const children: readonly Person[] = CHILDREN;
const adults: readonly Person[] = ADULTS;
const families: readonly (readonly Person[])[] = Object.values(FAMILIES);

const counts = (values: readonly string[]) =>
  Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((one) => one === value).length]));
const isDisabled = ({ aids = [], posture }: Person) =>
  posture === "wheelchair" || aids.some((aid) => aid !== "glasses");

describe("the children", () => {
  it("are twenty-four, with names of their own, no two alike", () => {
    expect(children.length).toBe(24);
    expect(new Set(children.map(({ name }) => name)).size).toBe(24);
    expect(new Set(children.map(drawFigure)).size).toBe(24);
  });

  it("have every skin, hair and shirt, none of them more than a third", () => {
    for (const [values, own] of [
      [SKINS, children.map(({ skin }) => skin)],
      [HAIRS, children.map(({ hair }) => hair)],
      [SHIRTS, children.map(({ shirt }) => shirt)],
    ] as const) {
      const counted = counts(own.map(String));
      expect(Object.keys(counted).sort()).toEqual([...values].sort());
      expect(Math.max(...Object.values(counted))).toBeLessThanOrEqual(8);
    }
    expect(new Set(children.map(({ hairColour }) => hairColour))).toEqual(
      new Set(HAIR_COLOURS.filter((colour) => colour !== "grey")),
    );
  });

  it("use every aid and a wheelchair; whoever does is not always of one skin", () => {
    for (const aid of AIDS) expect(children.some(({ aids }) => aids?.includes(aid))).toBe(true);
    const disabled = children.filter(isDisabled);
    expect(disabled.length).toBeGreaterThanOrEqual(4);
    expect(new Set(disabled.map(({ skin }) => skin)).size).toBeGreaterThanOrEqual(4);
  });
});

it("the adults are six, of four skins or more, with somebody old and somebody disabled among them", () => {
  expect(adults.length).toBe(6);
  expect(adults.every(({ age }) => age === "adult")).toBe(true);
  expect(new Set(adults.map(({ skin }) => skin)).size).toBeGreaterThanOrEqual(4);
  expect(adults.some(({ hairColour }) => hairColour === "grey")).toBe(true);
  expect(adults.some(isDisabled)).toBe(true);
});

it("a family is grown people and children, in several shapes", () => {
  for (const family of families) {
    expect(family.some(({ age }) => age === "adult")).toBe(true);
    expect(family.some(({ age = "child" }) => age !== "adult")).toBe(true);
  }
  expect(Object.keys(FAMILIES)).toEqual(expect.arrayContaining(["two-mothers", "one-parent", "grandparents"]));
});

describe("a picture is validated", () => {
  const trial = (children: number, understood: number): Trial => ({
    picture: "thing:fox",
    on: "2026-03-12",
    ages: "3-5",
    children,
    understood,
  });

  it.each([
    ["never tried", [], false],
    ["tried with nine who all understood", [trial(9, 9)], false],
    ["tried with ten of whom eight understood", [trial(10, 8)], true],
    ["tried with ten of whom seven understood", [trial(10, 7)], false],
    ["tried twice with six who all understood", [trial(6, 6), trial(6, 6)], true],
    ["well understood first and badly after", [trial(10, 10), trial(10, 4)], false],
  ] as const)("or not when %s", (_when, trials, expected) => {
    expect(isValidated("thing:fox", trials)).toBe(expected);
    expect(isValidated("thing:owl", trials)).toBe(false);
  });

  it("only by trials of pictures that there are", () => {
    const names = {
      thing: Object.keys(THINGS),
      place: PLACES,
      mood: MOODS,
      arms: ARMS,
      posture: POSTURES,
      prop: PROP_NAMES.flatMap((prop) => PROPS[prop].map((state) => `${prop}-${state}`)),
    } as Readonly<Record<string, readonly string[]>>;
    for (const { picture } of validatedShape.parse(validated).trials) {
      const [kind = "", name = ""] = picture.split(":");
      expect(names[kind], picture).toContain(name);
    }
    expect(isValidated("thing:nobody-has-seen-it")).toBe(false);
  });
});
