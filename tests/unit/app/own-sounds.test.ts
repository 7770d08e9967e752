/** Sounds that a survey names itself come before any other for the same words, also when words were filled in. */
import { expect, it } from "vitest";
import { withOwnSounds } from "~/components/player/own-sounds";
import type { Voices } from "#surveys/narration/voices";
import { everyScale } from "../../support/every-scale";

const paper = everyScale("da");
const [first, ...others] = paper.items;
const voices: Voices = {
  order: "file-first",
  sounds: { "Er du glad?": ["/narration/a.mp3"], Ja: ["/narration/b.mp3"] },
};

it("leaves the files as they are where the survey names none", () => {
  expect(withOwnSounds(voices, paper)).toBe(voices);
});

it("puts the survey's own before them, for what is read and for answers", () => {
  if (!first) throw new Error("the paper has no items");
  const own = {
    ...first,
    question: "Hvordan går det?",
    narration: "Er du glad?",
    sound: "/own/question.mp3",
    choices: [{ value: "yes", label: "Ja", sound: "/own/yes.mp3" }],
  };
  expect(withOwnSounds(voices, { ...paper, items: [own, ...others] })).toEqual({
    order: "file-first",
    sounds: { "Er du glad?": ["/own/question.mp3"], Ja: ["/own/yes.mp3"] },
  });
});
