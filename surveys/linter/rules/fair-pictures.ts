/** Fair pictures: the answers to one question show the same place, people and things; only what is asked about differs. */
import { bandOf } from "../../paper/form";
import type { Drawable, Figure, PlacedFigure, PlacedThing } from "../../pictures/picture";
import type { Scale } from "../../paper/paper";
import type { LintItem } from "../lint-form";
import type { Rule } from "../rule";

type DrawnScene = Extract<Drawable, { kind: "scene" }>;

const isScene = (picture: Drawable): picture is DrawnScene => picture.kind === "scene";
const isFigure = (part: PlacedFigure | PlacedThing): part is PlacedFigure => !("thing" in part);

/** Who somebody is: what stays the same however they feel and wherever they stand. */
const look = ({ skin, hair, hairColour, shirt, clothColour, age, aids }: Figure): string =>
  JSON.stringify({ skin, hair, hairColour, shirt, clothColour, age, aids });

const child = ({ parts }: DrawnScene): PlacedFigure | undefined => parts.filter(isFigure).at(-1);

interface SeenThing {
  readonly thing: string;
  /** How many of the answers' pictures show it. */
  readonly pictures: number;
  /** By answer: of each there is. */
  readonly sizes: readonly (readonly number[])[];
}

const byNumber = (one: number, other: number): number => one - other;

function thingsIn(scenes: readonly DrawnScene[]): SeenThing[] {
  const placed = scenes.map(({ parts }) => parts.filter((part): part is PlacedThing => !isFigure(part)));
  return [...new Set(placed.flat().map(({ thing }) => thing))].map((thing) => ({
    thing,
    pictures: placed.filter((things) => things.some((one) => one.thing === thing)).length,
    sizes: placed.map((things) => things.flatMap((one) => (one.thing === thing ? [one.size] : [])).toSorted(byNumber)),
  }));
}

/** Signs that somebody speaks or asks: whether they are there, and how large, may be what is asked about. */
const SPEECH: readonly string[] = ["left-speech-bubble", "speech-balloon", "thought-balloon", "red-question-mark"];

/** A toy that only one answer has, or that is larger in it, would be chosen for itself. */
function unfairThings(scenes: readonly DrawnScene[]): string | undefined {
  const things = thingsIn(scenes).filter(({ thing }) => !SPEECH.includes(thing));
  const only = things.find(({ pictures }) => pictures < scenes.length);
  if (only) return `“${only.thing}” is in some answers and not in others`;
  const other = things.find(({ sizes }) => new Set(sizes.map(String)).size > 1);
  return other && `“${other.thing}” is larger, or there are more of it, in one answer than in another`;
}

function unfairness(scenes: readonly DrawnScene[]): string | undefined {
  const [first] = scenes;
  if (!first) return undefined;
  const main = child(first);
  const everybody = new Set(scenes.flatMap(({ parts }) => parts.filter(isFigure).map(look)));
  const most = Math.max(...scenes.map(({ parts }) => new Set(parts.filter(isFigure).map(look)).size));
  if (scenes.some(({ place }) => place !== first.place)) return "the answers show different places";
  if (everybody.size > most) return "the answers show different people";
  if (new Set(scenes.map((scene) => look(child(scene) ?? {}))).size > 1)
    return "the answers are about different children";
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

/** What is chosen or ranked is different things, not steps of one. */
const OF_THINGS: readonly Scale[] = ["choose-pictures", "rank-pictures"];

function faultOf({ answers, scale }: LintItem): string | undefined {
  if (OF_THINGS.includes(scale)) return undefined;
  const pictures = answers.flatMap(({ picture }) => picture ?? []);
  if (new Set(pictures.map(({ kind }) => kind)).size > 1) return "the answers are drawn in different kinds of picture";
  const scenes = pictures.filter(isScene);
  if (scenes.some(({ parts }) => parts.some(isOutside))) return "something stands in the outer tenth of a picture";
  const faces = new Set(pictures.flatMap((picture) => (picture.kind === "face" ? [look(picture.figure)] : [])));
  return faces.size > 1 ? "the faces are of different children" : unfairness(scenes);
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
