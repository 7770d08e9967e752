/**
 * What a picture *is*, as data: a few hundred bytes in a survey definition or a paper. Drawing is
 * done elsewhere (`draw-picture.ts`), on the server and in the browser alike, by pure functions.
 */
import type { LocalText } from "../paper/local-text";

export const SKINS = ["porcelain", "sand", "honey", "chestnut", "umber"] as const;
export const HAIRS = ["short", "bob", "curly", "bun", "plaits", "hijab", "cap", "long", "bald"] as const;
export const HAIR_COLOURS = ["black", "brown", "chestnut", "blond", "copper", "grey"] as const;
export const SHIRTS = ["coral", "sun", "leaf", "sky", "lilac", "rose", "teal"] as const;
export const MOODS = ["happy", "smile", "calm", "sad", "worried", "angry", "open", "shy"] as const;
export const ARMS = [
  "down",
  "wave",
  "up",
  "out",
  "hold-left",
  "hold-right",
  "tummy",
  "ears",
  "hand-up",
  "hand-half",
  "give",
  "point",
  "hug",
] as const;
export const POSTURES = ["standing", "sitting", "walking", "back", "wheelchair", "crawling"] as const;
export const AGES = ["baby", "child", "youth", "adult"] as const;
export const AIDS = ["glasses", "hearing-aid", "walker"] as const;
export const PLACES = ["garden", "room", "classroom", "hall", "playground", "bus", "home", "screen", "plain"] as const;

export interface Figure {
  readonly skin?: (typeof SKINS)[number];
  readonly hair?: (typeof HAIRS)[number];
  readonly hairColour?: (typeof HAIR_COLOURS)[number];
  /** The colour of a shirt; a hijab or a cap takes `clothColour`. */
  readonly shirt?: (typeof SHIRTS)[number];
  readonly clothColour?: (typeof SHIRTS)[number];
  readonly mood?: (typeof MOODS)[number];
  readonly arms?: (typeof ARMS)[number];
  readonly posture?: (typeof POSTURES)[number];
  readonly age?: (typeof AGES)[number];
  readonly aids?: readonly (typeof AIDS)[number][];
}

/** A figure in a scene. `x` and `y` place the upper left corner of its 120 × 200 box; units are the scene's. */
export interface PlacedFigure extends Figure {
  readonly x: number;
  readonly y: number;
  /** Size; 1 draws the box at 120 × 200. */
  readonly scale?: number;
  readonly isMirrored?: boolean;
}

/** A thing (an icon of the extracted set) in a scene; `size` is its width and height in scene units. */
export interface PlacedThing {
  readonly thing: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A scene in a 400 × 300 box (4:3). It is also shown at 5:2, so nothing important stands in the outer tenth. */
export interface Scene {
  readonly kind: "scene";
  readonly place: (typeof PLACES)[number];
  /** Drawn in this order, the first furthest away. */
  readonly parts: readonly (PlacedFigure | PlacedThing)[];
  readonly alt: LocalText;
  /** Mirrored in right-to-left languages only when direction carries meaning. */
  readonly hasDirection?: boolean;
}

/** One large face (for scales of faces) of the same child in another mood. */
export interface Face {
  readonly kind: "face";
  readonly figure: Figure;
  readonly alt: LocalText;
}

export interface Thing {
  readonly kind: "thing";
  readonly thing: string;
  readonly alt: LocalText;
}

export type Picture = Scene | Face | Thing;

type WithoutAlt<T> = T extends Picture ? Omit<T, "alt"> : never;
/** What drawing needs of a picture: all but its text alternative. */
export type Drawable = WithoutAlt<Picture>;
