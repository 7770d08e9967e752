/**
 * Where the drawing of a thing lies. What nearly every child meets (the key, the themes, the two ways of not answering)
 * is one small sprite; every other thing is a file of its own, fetched when it is drawn.
 */
import { KEY_THINGS } from "./key-things";

/** On the pages of every child, beside the things of the key. */
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
] as const;

export const CORE_THINGS = [...KEY_THINGS, ...EVERYWHERE] as const;

const core: ReadonlySet<string> = new Set(CORE_THINGS);

/** `sprite` is the address of the sprite, such as `/things.svg`; the files lie in the folder of that name, `/things`. */
export function thingUrl(name: string, sprite: string): string {
  return core.has(name) ? `${sprite}#${name}` : `${sprite.replace(/\.svg$/, "")}/${name}.svg#${name}`;
}
