/** Fair pictures: the answers to one question show the same place, people and things; only what is asked about differs. */
import { bandOf } from "../../paper/form";
import type { Figure, Picture, PlacedFigure, PlacedThing, Scene } from "../../pictures/picture";
import type { LintItem } from "../lint-form";
import type { Rule } from "../rule";

type Drawn = Omit<Picture, "alt">;
type DrawnScene = Omit<Scene, "alt">;

const isScene = (picture: Drawn | undefined): picture is DrawnScene => picture?.kind === "scene";
const isFigure = (part: PlacedFigure | PlacedThing): part is PlacedFigure => !("thing" in part);

/** Who somebody is: what stays the same however they feel and wherever they stand. */
const look = ({ skin, hair, hairColour, shirt, clothColour, age, aids }: Figure): string =>
  JSON.stringify({ skin, hair, hairColour, shirt, clothColour, age, aids });

const child = ({ parts }: DrawnScene): PlacedFigure | undefined => parts.filter(isFigure).at(-1);

interface SeenThing {
  readonly thing: string;
  /** How many of the answers' pictures show it. */
  readonly pictures: number;
  readonly sizes: readonly number[];
}

function thingsIn(scenes: readonly DrawnScene[]): SeenThing[] {
  const placed = scenes.map(({ parts }) => parts.filter((part): part is PlacedThing => !isFigure(part)));
  return [...new Set(placed.flat().map(({ thing }) => thing))].map((thing) => ({
    thing,
    pictures: placed.filter((things) => things.some((one) => one.thing === thing)).length,
    sizes: placed.flat().flatMap((one) => (one.thing === thing ? [one.size] : [])),
  }));
}

/** What is asked about may be one thing, there or not there; a toy that only one answer has would be chosen for itself. */
const MOST_KINDS_THAT_DIFFER = 1;
/** Things further away are drawn smaller. */
const MOST_TIMES_LARGER = 2;

function unfairThings(scenes: readonly DrawnScene[]): string | undefined {
  const things = thingsIn(scenes);
  const differing = things.filter(({ pictures }) => pictures < scenes.length).map(({ thing }) => thing);
  if (differing.length > MOST_KINDS_THAT_DIFFER) return `the answers show different things (${differing.join(", ")})`;
  const grown = things.find(({ sizes }) => Math.max(...sizes) > MOST_TIMES_LARGER * Math.min(...sizes));
  return grown && `“${grown.thing}” is much larger in one answer than in another`;
}

function unfairness(scenes: readonly DrawnScene[]): string | undefined {
  const [first] = scenes;
  if (!first) return undefined;
  const main = child(first);
  const everybody = new Set(scenes.flatMap(({ parts }) => parts.filter(isFigure).map(look)));
  const most = Math.max(...scenes.map(({ parts }) => new Set(parts.filter(isFigure).map(look)).size));
  if (scenes.some(({ place }) => place !== first.place)) return "the answers show different places";
  if (everybody.size > most) return "the answers show different people";
  if (
    scenes.some(
      (scene) =>
        JSON.stringify([child(scene)?.x, child(scene)?.y, child(scene)?.scale]) !==
        JSON.stringify([main?.x, main?.y, main?.scale]),
    )
  )
    return "the child asked about does not keep its place and size";
  const unfair = unfairThings(scenes);
  if (unfair !== undefined) return unfair;
  const same = new Set(scenes.map(({ parts }) => JSON.stringify(parts))).size < scenes.length;
  return same ? "two answers show the same picture" : undefined;
}

function isOutside(part: PlacedFigure | PlacedThing): boolean {
  const width = isFigure(part) ? 120 * (part.scale ?? 1) : part.size;
  return part.x < 40 || part.x + width > 360;
}

function faultOf({ answers }: LintItem): string | undefined {
  const pictures = answers.flatMap(({ picture }) => picture ?? []);
  if (new Set(pictures.map(({ kind }) => kind)).size > 1) return "the answers are drawn in different kinds of picture";
  const scenes = pictures.filter(isScene);
  if (scenes.some(({ parts }) => parts.some(isOutside))) return "something stands in the outer tenth of a picture";
  return unfairness(scenes);
}

export const fairPictures: Rule = {
  id: "fair-pictures",
  teaches: "Children choose the prettiest picture. So the answers differ in what is asked about, and in nothing else.",
  source: "look, rules of fair pictures; Sauer et al. 2021 (pictorial scales)",
  check: ({ form, items }) => {
    const band = bandOf(form);
    if (band !== "3-5" && band !== "6-9") return [];
    return items.flatMap((item) => {
      const message = faultOf(item);
      return message === undefined ? [] : [{ item: item.name, message }];
    });
  },
};
