/** The drawing that stands for a theme. */
import type { ThingName } from "#surveys/pictures/things";
import type { Theme } from "#surveys/paper/paper";

export const THEME_THINGS: Readonly<Record<Theme, ThingName>> = {
  trust: "house-with-garden",
  belong: "people-hugging",
  learn: "books",
  calm: "ear",
  self: "mirror",
  voice: "megaphone",
};
