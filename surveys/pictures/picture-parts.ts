/** What of a picture children have to understand, by the names under which trials stand in `validated.json`. */
import { PROPS } from "./picture";
import type { Drawable, Figure, Part } from "./picture";

const ofFigure = ({ mood, arms, posture }: Figure): string[] => [
  ...(mood ? [`mood:${mood}`] : []),
  ...(arms ? [`arms:${arms}`] : []),
  ...(posture ? [`posture:${posture}`] : []),
];

function ofPart(part: Part): string[] {
  if ("thing" in part) return [`thing:${part.thing}`];
  if ("prop" in part) return [`prop:${part.prop}-${part.state ?? PROPS[part.prop][0]}`];
  return ofFigure(part);
}

/** `place:garden`, `mood:shy`, `thing:fox`, `prop:slide-half` … of one picture. */
export function picturePartsOf(picture: Drawable): string[] {
  switch (picture.kind) {
    case "scene":
      return [`place:${picture.place}`, ...picture.parts.flatMap(ofPart)];
    case "face":
      return ofFigure(picture.figure);
    case "thing":
      return [`thing:${picture.thing}`];
    case "amount":
      return [`amount:${picture.filled}`];
    case "tokens":
      return [`tokens:${picture.count}`];
    case "ladder":
      return [`ladder:${picture.rung}`];
  }
}
