/**
 * What a picture *is*, as data: a few hundred bytes in a survey definition or a paper. Drawing is
 * done elsewhere (`draw-picture.ts`), on the server and in the browser alike, by pure functions.
 */
import type { LocalText } from "../paper/local-text";

export const SKINS = ["porcelain", "sand", "honey", "chestnut", "umber"] as const;
export const HAIRS = ["short", "bob", "curly", "bun", "plaits", "hijab", "cap", "long", "bald"] as const;
export const HAIR_COLOURS = ["black", "brown", "chestnut", "blond", "copper", "grey"] as const;
export const SHIRTS = ["coral", "sun", "leaf", "sky", "lilac", "rose", "teal"] as const;
/** `calm` is how everybody is drawn who feels nothing in particular; `so-so` is the answer between glad and sad; `open` speaks. */
export const MOODS = ["happy", "smile", "calm", "so-so", "bored", "sad", "worried", "angry", "open", "shy"] as const;
export const ARMS = [
  "down",
  "wave",
  "up",
  "out",
  "hold-left",
  "hold-right",
  "hold-both",
  "reach-left",
  "reach-right",
  "reach-both",
  "tummy",
  "ears",
  "mouth",
  "hand-up",
  "hand-half",
  "give",
  "carry",
  "point",
  "hug",
] as const;
export const POSTURES = ["standing", "sitting", "walking", "back", "wheelchair", "crawling"] as const;
export const AGES = ["baby", "child", "youth", "adult"] as const;
export const AIDS = ["glasses", "hearing-aid", "walker"] as const;
export const PLACES = [
  "garden",
  "playground",
  "room",
  "home",
  "classroom",
  "hall",
  "bus",
  "screen",
  "toilet",
  "canteen",
  "sports-hall",
  "stage",
  "plan",
  "plain",
] as const;

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

/**
 * What we draw ourselves because an answer is about it, each in its states; the first is meant where none is named. The
 * same pieces in the same colours, so that no state is prettier than another.
 */
export const PROPS = {
  blocks: ["tower", "fallen", "pair"],
  slide: ["broken", "half", "mended"],
  drawing: ["scribble", "simple", "full"],
  /** Two pictures to choose from, a hollow below each for the token. */
  board: ["board"],
  token: ["token"],
  /** For what a hand has to reach: one thing, or several. */
  table: ["narrow", "wide"],
  /** What somebody says; named for the side on which the speaker stands. */
  bubble: ["left", "right"],
} as const;
export type PropName = keyof typeof PROPS;
export const PROP_NAMES = [
  "blocks",
  "slide",
  "drawing",
  "board",
  "token",
  "table",
  "bubble",
] as const satisfies readonly PropName[];

/** A prop in a scene, in a square of `size`. */
export interface PlacedProp {
  readonly prop: PropName;
  /** One of `PROPS[prop]`. */
  readonly state?: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export type Part = PlacedFigure | PlacedThing | PlacedProp;

export const isFigure = (part: Part): part is PlacedFigure => !("thing" in part) && !("prop" in part);

/**
 * Every kind of picture may carry its text alternative in each language, as it stands in a survey file
 * (`picture-shape.ts` asks for it there). In a paper the alternative is plain text beside the picture, in one language.
 */
interface Described {
  readonly alt?: LocalText;
}

/** A scene in a 400 × 300 box (4:3). It is also shown at 5:2, so nothing important stands in the outer tenth. */
export interface Scene extends Described {
  readonly kind: "scene";
  readonly place: (typeof PLACES)[number];
  /** Drawn in this order, the first furthest away. */
  readonly parts: readonly Part[];
  /** Mirrored in right-to-left languages only when direction carries meaning. */
  readonly hasDirection?: boolean;
}

/** One large face (for scales of faces) of the same child in another mood. */
export interface Face extends Described {
  readonly kind: "face";
  readonly figure: Figure;
}

interface Thing extends Described {
  readonly kind: "thing";
  readonly thing: string;
}

/** A ring of which so many quarters are filled: the five steps of an answer set, by their codes. */
export interface Amount extends Described {
  readonly kind: "amount";
  readonly filled: 0 | 1 | 2 | 3 | 4;
}

/** How many stones there are to lay. */
export const STONES = 5;

/** So many stones of `STONES`, each in a hollow. */
export interface Tokens extends Described {
  readonly kind: "tokens";
  readonly count: number;
}

/** How many rungs a ladder has: 0 to 10. */
export const LADDER_RUNGS = 11;

/** A place on a ladder; rung 0 is at the bottom. */
export interface Ladder extends Described {
  readonly kind: "ladder";
  readonly rung: number;
}

export type Picture = Scene | Face | Thing | Amount | Tokens | Ladder;

type WithoutAlt<T> = T extends Picture ? Omit<T, "alt"> : never;
/** What drawing needs of a picture: all but its text alternative. */
export type Drawable = WithoutAlt<Picture>;
