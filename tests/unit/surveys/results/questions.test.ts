/** Every answer counts in the row of its question, in as many counts as it may, and in one at least. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnswerValue, NonAnswer } from "../../../../surveys/paper/paper";
import type { Question } from "../../../../surveys/results/questions";
import { countedIn, questionsIn, widthOf } from "../../../../surveys/results/questions";
import { PULS_3, TRIVSEL_6, WITH_RANK, madeItem } from "../../../attacks/forms";

const asked = (kind: Question["kind"], changes: Partial<Question> = {}): Question => ({
  id: "q",
  item: "q",
  theme: "voice",
  kind,
  choices: ["a", "b", "c", "d"],
  most: kind === "several" ? 3 : 1,
  ...changes,
});

const map = asked("place", { id: "q/hall", place: "hall", choices: ["good", "bad", "without"] });

it.each<[string, Question, AnswerValue | undefined, NonAnswer | undefined, number[]]>([
  ["one choice", asked("one"), "b", undefined, [1]],
  ["declined", asked("one"), undefined, "declined", [4]],
  ["not understood", asked("one"), undefined, "not-understood", [5]],
  ["not asked, or skipped", asked("one"), undefined, undefined, [6]],
  ["what is no choice of it", asked("one"), "z", undefined, [6]],
  ["the first of a rank", asked("first"), ["c", "a", "b"], undefined, [2]],
  ["nothing in a rank", asked("first"), [], undefined, [6]],
  ["two of several", asked("several"), ["d", "a"], undefined, [3, 0]],
  ["more of several than may be", asked("several"), ["a", "b", "c", "d"], undefined, [0, 1, 2]],
  ["one of several twice", asked("several"), ["a", "a"], undefined, [0]],
  ["known ones beside what is no choice", asked("several"), ["z", "y", "x", "b"], undefined, [1]],
  ["none of several", asked("several"), [], undefined, [6]],
  ["a sticker", map, ["yard=good", "hall=bad"], undefined, [1]],
  ["a place that was left alone", map, ["yard=good"], undefined, [2]],
  ["a map that was declined", map, undefined, "declined", [3]],
  ["a sticker that there is not", map, ["hall=gold"], undefined, [5]],
])("%s", (_, question, answer, reason, places) => expect(countedIn(question, answer, reason)).toEqual(places));

it("counts whatever is sent in one count at least, in no more than may be, and in none that is not there", () => {
  const word = fc.constantFrom("a", "b", "c", "d", "hall=good", "hall=", "hall", "=", "", "__proto__", "constructor");
  const answer = fc.option(fc.oneof(word, fc.array(word, { maxLength: 6 })), { nil: undefined });
  const reason = fc.constantFrom<NonAnswer | undefined>(undefined, "declined", "not-understood");
  const question = fc.constantFrom(asked("one"), asked("first"), asked("several"), map);
  fc.assert(
    fc.property(question, answer, reason, (one, given, why) => {
      const places = countedIn(one, given, why);
      expect(new Set(places).size).toBe(places.length);
      expect(places.length).toBeGreaterThanOrEqual(1);
      expect(places.length).toBeLessThanOrEqual(one.most);
      for (const at of places) expect(at >= 0 && at < widthOf(one)).toBe(true);
    }),
  );
});

describe("the questions of a form", () => {
  it("are its items of choices, and each place of a map", () => {
    expect(questionsIn(PULS_3).map(({ id }) => id)).toEqual(PULS_3.items.map(({ name }) => name));
    const places = questionsIn(TRIVSEL_6).filter(({ item }) => item === "best-place");
    expect(places).toHaveLength(7);
    expect(new Set(places.map(({ id }) => id)).size).toBe(7);
    for (const one of places) expect(one).toMatchObject({ kind: "place", most: 1 });
    for (const { choices } of places) expect(choices.at(-1)).toBe("without");
    expect(questionsIn(WITH_RANK)).toMatchObject([{ kind: "first", most: 1 }]);
  });

  it("are none of what is made by the child", () => {
    const key = { ...PULS_3, items: [madeItem("told", { type: "text", choices: [] }), madeItem("asked")] };
    expect(questionsIn(key).map(({ id }) => id)).toEqual(["asked"]);
  });

  it("of several choices may hold a child as often as it may choose", () => {
    const key = { ...PULS_3, items: [madeItem("many", { type: "choose-pictures", mostChosen: 2 })] };
    expect(questionsIn(key)).toMatchObject([{ kind: "several", most: 2 }]);
  });
});
