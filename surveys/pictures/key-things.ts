/** The twelve pictures of a child's picture key: nouns a three-year-old knows, none like another. */
export const KEY_THINGS = [
  "fox",
  "bicycle",
  "sunflower",
  "rocket",
  "strawberry",
  "octopus",
  "guitar",
  "rainbow",
  "snowman",
  "soccer-ball",
  "lady-beetle",
  "hot-dog",
] as const;
export type KeyThing = (typeof KEY_THINGS)[number];
