/** What to talk with the children about: for every index of what they say, at every age, in two languages. */
import { expect, it } from "vitest";
import { dialogueOf, loadTalks, talks } from "#surveys/bank/dialogue-questions";
import { audienceOf, FORM_NAMES } from "#surveys/paper/form";
import { INDICES } from "#surveys/scoring/indices";

const OF_CHILDREN = ["W1", "W2", "W3", "W4", "W5", "P1", "P2"];

it("has three questions and a lead for every index of what children say, and for no other", () => {
  for (const form of FORM_NAMES) {
    const talked = INDICES.filter((index) => dialogueOf(index, form));
    expect(talked).toEqual(audienceOf(form) === "child" ? OF_CHILDREN : []);
    for (const index of talked) expect(dialogueOf(index, form)?.questions).toHaveLength(3);
  }
});

it("asks children from three to nine otherwise than older ones", () => {
  const ages = (["3", "3-5", "6-9", "10-12", "13-18"] as const).map((form) => dialogueOf("W2", form)?.questions);
  expect(ages).toEqual([talks.W2.young, talks.W2.young, talks.W2.young, talks.W2.older, talks.W2.older]);
});

it("asks nothing twice", () => {
  const all = Object.values(talks).flatMap(({ lead, young, older }) => [lead, ...young, ...older]);
  for (const locale of ["da", "en"] as const) {
    const texts = all.map((text) => text[locale]);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  }
});

it("says what is wrong with a file, and where", () => {
  expect(() => loadTalks({ ...talks, W1: { ...talks.W1, young: [] } })).toThrow(/no dialogue questions[^]*W1/);
});
