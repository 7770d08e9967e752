/** What of a picture children have to understand, by the names under which trials stand in `validated.json`. */
import type { Drawable, Figure } from "./picture";

const ofFigure = ({ mood, arms, posture }: Figure): string[] => [
  ...(mood ? [`mood:${mood}`] : []),
  ...(arms ? [`arms:${arms}`] : []),
  ...(posture ? [`posture:${posture}`] : []),
];

/** `place:garden`, `mood:shy`, `thing:fox` … of one picture. */
export function picturePartsOf(picture: Drawable): string[] {
  switch (picture.kind) {
    case "scene":
      return [
        `place:${picture.place}`,
        ...picture.parts.flatMap((part) => ("thing" in part ? [`thing:${part.thing}`] : ofFigure(part))),
      ];
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
