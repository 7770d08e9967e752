/** Fair pictures: the answers to one question show the same place, people and things; only what is asked about differs. */
import { audienceOf, bandOf } from "../../paper/form";
import { isFigure } from "../../pictures/picture";
import type { Drawable, Part, PlacedFigure } from "../../pictures/picture";
import type { Scale } from "../../paper/paper";
import type { LintItem } from "../lint-form";
import type { Rule } from "../rule";
import { emptyHanded, look, unfairFaces } from "./fair-figures";

type DrawnScene = Extract<Drawable, { kind: "scene" }>;

const isScene = (picture: Drawable): picture is DrawnScene => picture.kind === "scene";
const child = ({ parts }: DrawnScene): PlacedFigure | undefined => parts.filter(isFigure).at(-1);

/** A thing by its name; a prop too, for which of its states it is in may be what is asked about. */
const nameOf = (part: Part): string | undefined =>
  "thing" in part ? part.thing : "prop" in part ? part.prop : undefined;

interface SeenThing {
  readonly thing: string;
  /** How many of the answers' pictures show it. */
  readonly pictures: number;
  /** By answer: of each there is. */
  readonly sizes: readonly (readonly number[])[];
}

const byNumber = (one: number, other: number): number => one - other;

function thingsIn(scenes: readonly DrawnScene[]): SeenThing[] {
  const placed = scenes.map(({ parts }) =>
    parts.flatMap((part) => {
      const name = nameOf(part);
      return name !== undefined && "size" in part ? [{ name, size: part.size }] : [];
    }),
  );
  return [...new Set(placed.flat().map(({ name }) => name))].map((thing) => ({
    thing,
    pictures: placed.filter((things) => things.some(({ name }) => name === thing)).length,
    sizes: placed.map((things) =>
      things.flatMap(({ name, size }) => (name === thing ? [size] : [])).toSorted(byNumber),
    ),
  }));
}

/** Signs that somebody speaks or thinks: whether they are there, and how large, may be what is asked about. */
const SPEECH: readonly string[] = ["bubble", "left-speech-bubble", "speech-balloon", "thought-balloon"];

/** Signs that say by themselves which answer is good, bad or doubtful. */
const JUDGES: readonly string[] = [
  "thumbs-up",
  "thumbs-down",
  "check-mark-button",
  "check-box-with-check",
  "red-question-mark",
  "glowing-star",
  "trophy",
  "sports-medal",
  "red-heart",
  "heart-hands",
  "grinning-face",
  "slightly-smiling-face",
  "neutral-face",
  "crying-face",
];

function judgingSign({ answers }: LintItem): string | undefined {
  const parts = answers.flatMap(({ picture }): Part[] => {
    if (!picture) return [];
    if (picture.kind === "thing") return [{ thing: picture.thing, x: 0, y: 0, size: 0 }];
    return isScene(picture) ? [...picture.parts] : [];
  });
  const sign = parts.flatMap((part) => nameOf(part) ?? []).find((name) => JUDGES.includes(name));
  return sign && `“${sign}” judges the answer it stands for`;
}

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
  const unfair = unfairThings(scenes) ?? unfairFaces(scenes) ?? emptyHanded(scenes);
  if (unfair !== undefined) return unfair;
  const same = new Set(scenes.map(({ parts }) => JSON.stringify(parts))).size < scenes.length;
  return same ? "two answers show the same picture" : undefined;
}

function isOutside(part: Part): boolean {
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
  const faces = pictures.flatMap((picture) => (picture.kind === "face" ? [picture.figure] : []));
  if (new Set(faces.map(look)).size > 1) return "the faces are of different children";
  if (faces.some(({ aids }) => aids?.includes("glasses"))) return "glasses cover the face that is the answer";
  return unfairness(scenes);
}

export const fairPictures: Rule = {
  id: "fair-pictures",
  teaches: "Children choose the prettiest picture. So the answers differ in what is asked about, and in nothing else.",
  source: "look, rules of fair pictures; Sauer et al. 2021 (pictorial scales)",
  check: ({ form, items }) => {
    if (audienceOf(form) !== "child") return [];
    const band = bandOf(form);
    const isYoung = band === "3-5" || band === "6-9";
    return items.flatMap((item) => {
      const message = judgingSign(item) ?? (isYoung ? faultOf(item) : undefined);
      return message === undefined ? [] : [{ item: item.name, message }];
    });
  },
};
