/**
 * The things we draw with, each with its name in words and words to find it by. Some are symbols of one sprite that a
 * child's page fetches anyway (`SPRITES` in thing-url.ts), the rest are files of their own (docs/decisions/0005-things-in-files.md).
 */
import { ANIMALS } from "./thing-words/animals";
import { CULTURE } from "./thing-words/culture";
import { FOOD } from "./thing-words/food";
import { KEY_WORDS } from "./thing-words/key";
import { NATURE } from "./thing-words/nature";
import { PEOPLE } from "./thing-words/people";
import { PLACES_AND_TRANSPORT } from "./thing-words/places";
import { PLAY } from "./thing-words/play";
import { SCHOOL } from "./thing-words/school";
import { SIGNS } from "./thing-words/signs";
import { SPORT } from "./thing-words/sport";
import type { ThingWords } from "./thing-words/words";

/** By subject, as a search shows them. */
export const THINGS_BY_SUBJECT = {
  key: KEY_WORDS,
  animals: ANIMALS,
  nature: NATURE,
  food: FOOD,
  play: PLAY,
  sport: SPORT,
  culture: CULTURE,
  school: SCHOOL,
  places: PLACES_AND_TRANSPORT,
  people: PEOPLE,
  signs: SIGNS,
} as const satisfies Readonly<Record<string, Readonly<Record<string, ThingWords>>>>;

export const THINGS = {
  ...KEY_WORDS,
  ...ANIMALS,
  ...NATURE,
  ...FOOD,
  ...PLAY,
  ...SPORT,
  ...CULTURE,
  ...SCHOOL,
  ...PLACES_AND_TRANSPORT,
  ...PEOPLE,
  ...SIGNS,
} as const;

export type ThingName = keyof typeof THINGS;

export function isThingName(name: string): name is ThingName {
  return Object.hasOwn(THINGS, name);
}
