/**
 * Fair people in pictures: where a face is the answer nothing but the face differs and nothing covers it; nobody merely
 * shrinks; and a hand that reaches finds something.
 */
import { reachingHands } from "../../pictures/arms";
import { isFigure } from "../../pictures/picture";
import type { Figure, Part, PlacedFigure, Scene } from "../../pictures/picture";

type DrawnScene = Omit<Scene, "alt">;

/** Who somebody is: what stays the same however they feel and wherever they stand. */
export const look = ({ skin, hair, hairColour, shirt, clothColour, age, aids }: Figure): string =>
  JSON.stringify({ skin, hair, hairColour, shirt, clothColour, age, aids });

const without = (parts: readonly Part[], other: readonly Part[]): Part[] => {
  const known = new Set(other.map((part) => JSON.stringify(part)));
  return parts.filter((part) => !known.has(JSON.stringify(part)));
};

/** The one person in whom two pictures differ, as each shows it; undefined where anything else differs too. */
function onlyOne(one: DrawnScene, other: DrawnScene): readonly [PlacedFigure, PlacedFigure] | undefined {
  const [first, ...more] = without(one.parts, other.parts);
  const [second, ...others] = without(other.parts, one.parts);
  if (!first || !second || more.length > 0 || others.length > 0) return undefined;
  return isFigure(first) && isFigure(second) && look(first) === look(second) ? [first, second] : undefined;
}

const held = ({ arms = "down", posture = "standing" }: PlacedFigure): string => JSON.stringify([arms, posture]);
const place = ({ x, y, scale = 1, isMirrored = false }: PlacedFigure): string =>
  JSON.stringify([x, y, scale, isMirrored]);

function unfairPair([one, other]: readonly [PlacedFigure, PlacedFigure]): string | undefined {
  const { mood = "calm" } = one;
  const isHeldTheSame = held(one) === held(other);
  const isInPlace = place(one) === place(other);
  if (mood === (other.mood ?? "calm"))
    return isHeldTheSame && !isInPlace
      ? "two answers differ only in how far away or which way round somebody stands"
      : undefined;
  // Who speaks or shouts has no other feeling than who is quiet: there the noise is what is asked about.
  if (mood === "open" || other.mood === "open") return undefined;
  if (!isHeldTheSame || !isInPlace)
    return "the face is the answer, and arms, posture, place or mirror image differ as well";
  return one.aids?.includes("glasses") ? "glasses cover the face that is the answer" : undefined;
}

/** Of every two answers. */
export function unfairFaces(scenes: readonly DrawnScene[]): string | undefined {
  for (const [index, one] of scenes.entries())
    for (const other of scenes.slice(index + 1)) {
      const pair = onlyOne(one, other);
      const unfair = pair && unfairPair(pair);
      if (unfair !== undefined) return unfair;
    }
  return undefined;
}

/** How far a hand may be from what it reaches for: a palm and a gap one does not see. */
const NEAR = 24;
/** Of the 120 units a figure's box is wide, those at each side that only arms fill. */
const SIDE = 20;

function isAt(part: Part, x: number, y: number): boolean {
  const scale = isFigure(part) ? (part.scale ?? 1) : 1;
  const [left, right, bottom] = isFigure(part)
    ? [part.x + SIDE * scale, part.x + (120 - SIDE) * scale, part.y + 200 * scale]
    : [part.x, part.x + part.size, part.y + part.size];
  return x > left - NEAR && x < right + NEAR && y > part.y - NEAR && y < bottom + NEAR;
}

function reachesNothing(figure: PlacedFigure, parts: readonly Part[]): boolean {
  const { x, y, scale = 1, isMirrored = false } = figure;
  return reachingHands(figure).some(([handX, handY]) => {
    const [atX, atY] = [x + scale * (isMirrored ? 120 - handX : handX), y + scale * handY];
    return !parts.some((part) => part !== figure && isAt(part, atX, atY));
  });
}

export function emptyHanded(scenes: readonly DrawnScene[]): string | undefined {
  const isEmpty = scenes.some(({ parts }) => parts.some((part) => isFigure(part) && reachesNothing(part, parts)));
  return isEmpty ? "a hand reaches or points, and there is nothing at it" : undefined;
}
