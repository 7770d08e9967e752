/** Whatever text is added to papers and words is found, with its place; names, values and drawings are none. */
import { expect, it } from "vitest";
import { placedTextsIn, textsIn } from "#surveys/narration/texts-in";

const thing = {
  name: "glad",
  type: "options",
  question: "Er du glad?",
  simpler: "Glad?",
  choices: [
    { value: "yes", label: "Ja", picture: { kind: "face", title: "smile" } },
    { value: "no", label: "Nej", sound: "/no.mp3" },
  ],
  visibleIf: { op: "answered", item: "safe" },
  pages: [["Pause", "–"], "Ja"],
  isPractice: true,
  maxChoices: 3,
};

it("goes by fields, by values of choices, and by numbers in other lists", () => {
  expect(placedTextsIn(thing)).toEqual([
    { path: "question", text: "Er du glad?" },
    { path: "simpler", text: "Glad?" },
    { path: "choices.yes.label", text: "Ja" },
    { path: "choices.no.label", text: "Nej" },
    { path: "pages.0.0", text: "Pause" },
    { path: "pages.1", text: "Ja" },
  ]);
});

it("gives each text once, and nothing that cannot be said", () => {
  expect(textsIn(thing)).toEqual(["Er du glad?", "Glad?", "Ja", "Nej", "Pause"]);
  expect(textsIn([undefined, null, 3, "", "…", "3"])).toEqual(["3"]);
});
