/** What is owed to children and when, what they may be told of a result, and what a good answer is. */
import { describe, expect, it } from "vitest";
import type { Letter, PartName } from "../../../../server/feedback/contract";
import { PARTS } from "../../../../server/feedback/contract";
import {
  audiencesOf,
  fourFs,
  isInTime,
  missingOf,
  owedOf,
  promisedIn,
  proposalsOf,
} from "../../../../server/feedback/rules";
import { showingOf } from "../../../../surveys/bank/showing";
import { startOf } from "../../../../surveys/paper/calendar";
import type { QuestionResult } from "../../../../surveys/results/form-result";
import { aRelease } from "../../../support/a-release";
import { TRIVSEL_10 } from "../../../attacks/forms";

const round = { feedbackDueAt: startOf("2026-05-12"), closesAt: startOf("2026-04-29") };

function aLetter(texts: Partial<Record<PartName, string>> = {}, picture?: "talking"): Letter {
  const parts = Object.fromEntries(
    PARTS.map((part) => [part, { text: texts[part] ?? "", ...(picture && { picture }) }]),
  );
  return { sentences: [], parts: parts as Letter["parts"] };
}

const whole = {
  said: "I er glade for legepladsen.",
  doing: "Vi køber bolde.",
  "not-doing": "Vi har ikke råd til et hus.",
};

/** Every item of a form answered by the same share; without noise. */
function releaseWith(percent: number) {
  const share = (value: number) => ({ value, low: value, high: value, ofAll: { low: value, high: value } });
  const questions = TRIVSEL_10.items.map(
    ({ name, type, theme, question, choices, favourable }): QuestionResult => ({
      id: name,
      item: name,
      type,
      theme,
      isAnchor: false,
      question,
      base: 100,
      choices: choices.map((choice) => ({
        ...choice,
        isFavourable: favourable.includes(choice.value),
        share: share(percent),
      })),
      favourable: share(percent),
      opposite: share(100 - percent),
      without: { declined: 0, "not-understood": 0, none: 0 },
    }),
  );
  const release = aRelease();
  const [form] = release.forms;
  if (!form) throw new Error("There is no form.");
  return { ...release, forms: [{ ...form, form: "10-12" as const, questions }] };
}

it.each([
  [["3-5", "6-9"], ["young"]],
  [
    ["6-9", "10-12"],
    ["young", "older"],
  ],
  [["13-18"], ["older"]],
  [["0-2"], ["older"]],
  [[], ["older"]],
] as const)("%j is answered to %j", (forms, audiences) => expect(audiencesOf(forms)).toEqual(audiences));

describe("what is owed", () => {
  const published = { firstOn: "2026-05-11" };

  it.each([
    ["before the day", {}, "2026-05-08", { what: "answer", dueOn: "2026-05-12", isOverdue: false, schoolDaysLeft: 2 }],
    ["on the day", {}, "2026-05-12", { what: "answer", isOverdue: false, schoolDaysLeft: 0 }],
    ["after it", {}, "2026-05-18", { what: "answer", isOverdue: true, schoolDaysLeft: -2 }],
    ["when answered", { published }, "2026-05-18", { what: "follow-up", fromOn: "2026-08-10", isOverdue: false }],
    ["half a year later", { published }, "2026-11-10", { what: "follow-up", dueOn: "2026-11-09", isOverdue: true }],
    ["when followed up", { published, followUp: {} }, "2027-05-18", { what: "done", isOverdue: false }],
  ] as const)("%s", (_, feedback, today, owed) =>
    expect(owedOf(promisedIn(round), feedback, today)).toMatchObject(owed),
  );

  it("moves before the summer, in which some leave", () => {
    const late = { feedbackDueAt: startOf("2026-07-01"), closesAt: startOf("2026-06-06") };
    expect(owedOf(promisedIn(late), {}, "2026-06-10").dueOn).toBe("2026-06-19");
  });
});

describe("what may be passed on of a result", () => {
  const releases = Array.from({ length: 101 }, (_, share) => releaseWith(share));
  const all = releases.flatMap((release) => proposalsOf(release, "older"));

  it("is something, whatever they say", () =>
    expect(releases.filter((release) => proposalsOf(release, "older").length === 0)).toEqual([]));

  it("is never what may not be shown, nor what one in ten or fewer say", () => {
    for (const { sentence, share } of all) {
      expect(showingOf(sentence.item)).not.toBe("never");
      if (showingOf(sentence.item) === "school") expect(sentence.side).toBe("favourable");
      expect(Math.abs(share)).toBeGreaterThan(10);
      if (sentence.side === "opposite") expect(-share).toBeGreaterThanOrEqual(50);
    }
  });

  it("is of at most three themes that go well and three that do not", () => {
    for (const release of releases) {
      const of = proposalsOf(release, "older");
      expect(of.filter(({ isStrong }) => isStrong).length).toBeLessThanOrEqual(3);
      expect(of.length).toBeLessThanOrEqual(6);
      expect(new Set(of.map(({ sentence }) => sentence.id)).size).toBe(of.length);
    }
  });
});

describe("a good answer", () => {
  const owed = owedOf(promisedIn(round), {}, "2026-05-08");
  const judged = (letter: Letter) => fourFs("young", letter, { proposals: [], youngest: "3-5", owed, isInTime: true });

  it.each([
    ["nothing", aLetter(), ["said", "doing", "not-doing"]],
    ["words without pictures", aLetter(whole), ["said", "doing", "not-doing"]],
    ["words and pictures", aLetter(whole, "talking"), []],
    ["nothing of what is not done", aLetter({ ...whole, "not-doing": "" }, "talking"), ["not-doing"]],
  ] as const)("of %s misses %j", (_, letter, missing) => expect(missingOf("young", letter)).toEqual(missing));

  it("needs no picture from ten years on", () => expect(missingOf("older", aLetter(whole))).toEqual([]));

  it("is in sentences and words that the youngest who read it can follow", () => {
    expect(judged(aLetter(whole, "talking")).friendly).toMatchObject({ isMet: true });
    const long = "Vi har talt meget længe om at I gerne vil have flere bolde og at der skal være plads til alle.";
    expect(judged(aLetter({ ...whole, doing: long })).friendly).toMatchObject({
      isMet: false,
      longest: 21,
      mostWords: 8,
    });
    expect(judged(aLetter({ ...whole, doing: "Vi holder medarbejderudviklingssamtaler." })).friendly).toMatchObject({
      isMet: false,
      longWords: ["medarbejderudviklingssamtaler"],
    });
  });
});

it.each([
  ["2026-04-30", undefined, true],
  ["2026-05-13", undefined, false],
  ["2026-06-30", { firstOn: "2026-05-12" }, true],
  ["2026-06-30", { firstOn: "2026-05-13" }, false],
] as const)("on %s an answer of %j is in time: %s", (today, published, isMet) =>
  expect(isInTime(promisedIn(round), published, today)).toBe(isMet),
);
