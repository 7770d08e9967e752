/** Pictures beside a leader's answer to the children: nobody in them is an answer, they say what it is about. */
import type { LocalText } from "../paper/local-text";
import { ADULTS, CHILDREN } from "./cast";
import type { FeedbackPicture } from "./feedback-picture-names";
import type { Figure, Part, PlacedFigure, Scene } from "./picture";

type Name = (typeof CHILDREN)[number]["name"] | (typeof ADULTS)[number]["name"];

/** One of the people we draw. */
function person(name: Name, placed: Omit<PlacedFigure, keyof Figure> & Figure): PlacedFigure {
  const found = [...CHILDREN, ...ADULTS].find((one) => one.name === name);
  if (!found) throw new Error(`Nobody is called ${name}.`);
  return { mood: "calm", arms: "down", ...found, ...placed };
}

/** Adults are taller, children stand on the same floor. */
const CHILD = { y: 110, scale: 0.9 } as const;
const ADULT = { y: 52, scale: 1.2 } as const;

const scene = (place: Scene["place"], ...parts: readonly Part[]): Scene => ({ kind: "scene", place, parts });

export const FEEDBACK_SCENES: Readonly<Record<FeedbackPicture, Scene>> = {
  listening: scene(
    "room",
    person("Karen", { ...ADULT, x: 70, mood: "smile" }),
    person("Amina", { ...CHILD, x: 215, mood: "open", arms: "out" }),
    { prop: "bubble", state: "right", x: 170, y: 40, size: 90 },
  ),
  talking: scene(
    "room",
    person("Hassan", { ...ADULT, x: 60, mood: "open", arms: "out" }),
    person("Grace", { ...ADULT, x: 200, mood: "smile" }),
  ),
  together: scene(
    "classroom",
    person("Noah", { ...CHILD, x: 50, mood: "smile", arms: "wave" }),
    person("Yasmin", { ...CHILD, x: 145, mood: "smile" }),
    person("Adam", { ...CHILD, x: 240, mood: "smile" }),
  ),
  playing: scene(
    "playground",
    person("Alma", { ...CHILD, x: 60, mood: "happy", arms: "up" }),
    { thing: "soccer-ball", x: 180, y: 225, size: 46 },
    person("Malik", { ...CHILD, x: 225, mood: "smile", arms: "out" }),
  ),
  outdoors: scene(
    "garden",
    { thing: "deciduous-tree", x: 60, y: 90, size: 120 },
    person("Naja", { ...CHILD, x: 165, mood: "smile" }),
    person("Viggo", { ...CHILD, x: 245, mood: "smile" }),
  ),
  "quiet-place": scene(
    "home",
    { thing: "potted-plant", x: 60, y: 190, size: 70 },
    person("Elias", { ...CHILD, x: 145, posture: "sitting", mood: "smile" }),
    { thing: "books", x: 260, y: 205, size: 60 },
  ),
  classroom: scene(
    "classroom",
    person("Leyla", { ...ADULT, x: 55, mood: "smile", arms: "point" }),
    person("Oskar", { ...CHILD, x: 190 }),
    person("Mei", { ...CHILD, x: 255, arms: "hand-up" }),
  ),
  food: scene(
    "canteen",
    person("Safia", { ...CHILD, x: 70, mood: "smile" }),
    { thing: "red-apple", x: 180, y: 215, size: 52 },
    person("Storm", { ...CHILD, x: 225, mood: "smile" }),
  ),
  building: scene(
    "room",
    person("Mads", { ...ADULT, x: 70, mood: "smile", arms: "give" }),
    { thing: "hammer-and-wrench", x: 195, y: 205, size: 60 },
    person("Zahra", { ...CHILD, x: 240, mood: "smile" }),
  ),
  deciding: scene(
    "classroom",
    person("Ida", { ...CHILD, x: 60, arms: "hand-up", mood: "smile" }),
    person("Samuel", { ...CHILD, x: 150, arms: "hand-up" }),
    person("Sol", { ...CHILD, x: 240, mood: "smile" }),
  ),
  comfort: scene("room", person("Inger", { ...ADULT, x: 80, mood: "smile" }), person("Luna", { ...CHILD, x: 210 })),
  waiting: scene("hall", person("Aput", { ...CHILD, x: 90 }), { thing: "spiral-calendar", x: 215, y: 120, size: 90 }),
};

/** What each is of: for who chooses, and for who cannot see it. */
export const FEEDBACK_PICTURE_NAMES: Readonly<Record<FeedbackPicture, LocalText>> = {
  listening: { da: "En voksen lytter", en: "An adult listens" },
  talking: { da: "Voksne taler sammen", en: "Adults talk" },
  together: { da: "Børn er sammen", en: "Children together" },
  playing: { da: "Børn leger", en: "Children play" },
  outdoors: { da: "Ude", en: "Outdoors" },
  "quiet-place": { da: "Et roligt sted", en: "A quiet place" },
  classroom: { da: "I klassen", en: "In class" },
  food: { da: "Mad", en: "Food" },
  building: { da: "Noget bliver lavet", en: "Something is made" },
  deciding: { da: "Børn er med til at bestemme", en: "Children help to decide" },
  comfort: { da: "En voksen er der", en: "An adult is there" },
  waiting: { da: "Vi venter lidt", en: "We wait a little" },
};
