/** The things we draw with, from one sprite (`public/things.svg`), each with its name in words. */
import type { LocalText } from "../paper/local-text";

export const THINGS = {
  fox: { da: "ræv", en: "fox" },
  bicycle: { da: "cykel", en: "bicycle" },
  sunflower: { da: "solsikke", en: "sunflower" },
  rocket: { da: "raket", en: "rocket" },
  strawberry: { da: "jordbær", en: "strawberry" },
  octopus: { da: "blæksprutte", en: "octopus" },
  guitar: { da: "guitar", en: "guitar" },
  rainbow: { da: "regnbue", en: "rainbow" },
  snowman: { da: "snemand", en: "snowman" },
  "soccer-ball": { da: "fodbold", en: "football" },
  "lady-beetle": { da: "mariehøne", en: "ladybird" },
  "hot-dog": { da: "hotdog", en: "hot dog" },
  "house-with-garden": { da: "hus med have", en: "house with a garden" },
  "playground-slide": { da: "rutsjebane", en: "slide" },
  books: { da: "bøger", en: "books" },
  "leaf-fluttering-in-wind": { da: "blad i vinden", en: "leaf in the wind" },
  mirror: { da: "spejl", en: "mirror" },
  megaphone: { da: "råber", en: "megaphone" },
  "people-hugging": { da: "to, der krammer", en: "two people hugging" },
  "zipper-mouth-face": { da: "lukket mund", en: "closed mouth" },
  "thinking-face": { da: "en, der tænker", en: "someone thinking" },
  "input-latin-uppercase": { da: "bogstaver", en: "letters" },
  ear: { da: "øre", en: "ear" },
  "left-speech-bubble": { da: "taleboble", en: "speech bubble" },
  "spiral-calendar": { da: "kalender", en: "calendar" },
  locked: { da: "lås", en: "lock" },
  "teddy-bear": { da: "bamse", en: "teddy bear" },
  kite: { da: "drage", en: "kite" },
  backpack: { da: "rygsæk", en: "rucksack" },
  sandwich: { da: "mad", en: "food" },
  "deciduous-tree": { da: "træ", en: "tree" },
  "open-book": { da: "åben bog", en: "open book" },
  "artist-palette": { da: "farver", en: "paints" },
  "musical-notes": { da: "musik", en: "music" },
  bus: { da: "bus", en: "bus" },
  door: { da: "dør", en: "door" },
  "puzzle-piece": { da: "puslespil", en: "puzzle" },
  brick: { da: "klods", en: "brick" },
  seedling: { da: "spire", en: "seedling" },
  "magnifying-glass-tilted-left": { da: "lup", en: "magnifying glass" },
  hammer: { da: "hammer", en: "hammer" },
  "alarm-clock": { da: "ur", en: "clock" },
  "light-bulb": { da: "pære, der lyser", en: "light bulb" },
} as const satisfies Record<string, LocalText>;

export type ThingName = keyof typeof THINGS;

export function isThingName(name: string): name is ThingName {
  return Object.hasOwn(THINGS, name);
}
