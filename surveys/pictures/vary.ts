/**
 * One scene, several answers: a base whose parts have names, and for each answer only what differs. So the pictures of
 * one question show the same place, people and things by construction (rules of fair pictures, docs/pictures.md).
 */
import type { Part, PlacedFigure, PlacedProp, PlacedThing, Scene } from "./picture";

type NamedPart = Part & { readonly id?: string };
export interface BaseScene extends Omit<Scene, "alt" | "parts"> {
  readonly parts: readonly NamedPart[];
}

/** By the name of a part: what is different of it, or null where it is not there. */
export type Changes = Readonly<
  Record<string, Partial<PlacedFigure> | Partial<PlacedThing> | Partial<PlacedProp> | null>
>;

function withoutId(part: NamedPart): Part {
  const { id, ...rest } = part;
  return id === undefined ? part : rest;
}

/** Throws RangeError when `changes` names a part that the base does not have. */
export function vary(base: BaseScene, changes: Changes = {}): Omit<Scene, "alt"> {
  const stranger = Object.keys(changes).find((id) => !base.parts.some((part) => part.id === id));
  if (stranger !== undefined) throw new RangeError(`the scene has no part "${stranger}"`);
  const parts = base.parts.flatMap((part) => {
    const change = part.id === undefined ? undefined : changes[part.id];
    // A change of a figure names what a figure has, one of a thing what a thing has: the shape has seen to it.
    return change === null ? [] : [withoutId({ ...part, ...change } as NamedPart)];
  });
  return { ...base, parts };
}
