/**
 * Where the drawing of a thing lies. What nearly every child meets (the themes, what is tried first, the two ways of not
 * answering) is one small sprite, and the key's pictures another; every other thing is a file of its own, fetched when it
 * is drawn.
 */
import { KEY_THINGS } from "./key-things";

/** On the pages of every child. */
const EVERYWHERE = [
  "house-with-garden",
  "playground-slide",
  "books",
  "leaf-fluttering-in-wind",
  "mirror",
  "megaphone",
  "people-hugging",
  "zipper-mouth-face",
  "thinking-face",
  "input-latin-uppercase",
  "locked",
  "dog-face",
  "cat-face",
  "soccer-ball",
  "teddy-bear",
] as const;

/** Things drawn together, by the end of their sprite's name: `things.svg`, `things-key.svg`. */
export const SPRITES = { "": EVERYWHERE, "-key": KEY_THINGS } as const satisfies Record<string, readonly string[]>;

const endings: ReadonlyMap<string, string> = new Map(
  Object.entries(SPRITES).flatMap(([ending, names]) => names.map((name) => [name, ending] as const)),
);

/** `sprite` is the address of the sprite, such as `/things.svg`; the files lie in the folder of that name, `/things`. */
export function thingUrl(name: string, sprite: string): string {
  const ending = endings.get(name);
  return `${sprite.replace(/\.svg$/, "")}${ending ?? `/${name}`}.svg#${name}`;
}
