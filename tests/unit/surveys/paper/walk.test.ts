import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildLibrary } from "#surveys/engine/survey-library";
import type { Paper } from "#surveys/paper/paper";
import type { Step, Walk } from "#surveys/paper/walk";
import {
  answersToSend,
  currentPage,
  isNothingAnswered,
  isPageAnswered,
  startWalk,
  takeStep,
  visibleItems,
} from "#surveys/paper/walk";
import { decodeWalk, encodeWalk } from "#surveys/paper/walk-code";
import { everyScale } from "#tests/support/every-scale";
import everyType from "../../../cases/surveys/every-type.json";

const library = buildLibrary([{ path: "every-type.json", json: everyType }]);
const paper = library.paper("every-type", 1, "6-9", "da");
const validate = library.validator("every-type", 1, "6-9");
const ID = "0123456789abcdef0123456789abcdef";
const SEED = 2 ** 32 - 1;

const walked = (steps: readonly Step[], from: Walk = startWalk(ID, SEED)): Walk =>
  steps.reduce((walk, step) => takeStep(paper, walk, step), from);
const asked = (walk: Walk) => {
  const page = currentPage(paper, walk);
  return page && "items" in page ? page.items.map(({ name }) => name).join() : undefined;
};
const next: Step = { do: "next" };
const join: Step = { do: "join" };

describe("a child's way through a paper", () => {
  it("starts with an invitation and asks nothing before the child joins", () => {
    expect(asked(startWalk(ID, SEED))).toBeUndefined();
    expect(walked([next]).stage).toBe("invited");
    expect(asked(walked([join]))).toBe("pair");
  });

  it("may go on without an answer, to the last question and then to a look at the own answers", () => {
    const walk = walked([join, next, next, next, next]);
    expect(walk).toMatchObject({ stage: "looking", answers: {}, nonAnswers: {} });
  });

  it("meets a question only when its condition holds", () => {
    const no = walked([join, { do: "choose", item: "pair", value: "no" }, next, next, next, next]);
    expect(asked(no)).toBe("why");
    const yes = walked([join, { do: "choose", item: "pair", value: "yes" }, next, next, next, next]);
    expect(yes.stage).toBe("looking");
  });

  it("replaces a choice by the next one", () => {
    const walk = walked([
      join,
      { do: "choose", item: "pair", value: "no" },
      { do: "choose", item: "pair", value: "yes" },
    ]);
    expect(walk.answers).toEqual({ pair: "yes" });
    expect(asked(walk)).toBe("pair");
  });

  it.each([
    ["decline", "declined"],
    ["not-understood", "not-understood"],
  ] as const)("%s takes the answer away, notes the reason and goes on", (step, reason) => {
    const walk = walked([join, { do: "choose", item: "pair", value: "no" }, { do: step, item: "pair" }]);
    expect(walk).toMatchObject({ answers: {}, nonAnswers: { pair: reason } });
    expect(asked(walk)).toBe("three");
  });

  it("forgets the reason when the child answers after all", () => {
    const walk = walked([
      join,
      { do: "decline", item: "pair" },
      { do: "back" },
      { do: "choose", item: "pair", value: "yes" },
    ]);
    expect(walk).toMatchObject({ answers: { pair: "yes" }, nonAnswers: {} });
  });

  it("keeps the reason when the page is left once more without an answer", () => {
    const at = walked([join, next, next, next]);
    const empty: Step = { do: "choose-several", item: "wishes", values: [] };
    const walk = walked([{ do: "decline", item: "wishes" }, { do: "back" }, empty, next], at);
    expect(walk.nonAnswers).toEqual({ wishes: "declined" });
  });

  it("takes pictures on and off, up to the most that may be chosen, in the order of the paper", () => {
    const at = walked([join, next, next, next]);
    const toggle = (value: string): Step => ({ do: "toggle", item: "wishes", value });
    expect(walked([toggle("book"), toggle("ball"), toggle("bus")], at).answers).toEqual({ wishes: ["ball", "book"] });
    expect(walked([toggle("book"), toggle("book")], at).answers).toEqual({});
    expect(
      walked([{ do: "choose-several", item: "wishes", values: ["bus", "nonsense", "ball", "book"] }], at).answers,
    ).toEqual({ wishes: ["ball", "book"] });
  });

  it("cuts a text at its length and drops one of blanks", () => {
    const at = walked([join, { do: "choose", item: "pair", value: "no" }, next, next, next, next]);
    const long = walked([{ do: "write", item: "why", text: ` ${"a".repeat(60)}` }], at);
    expect(long.answers["why"]).toBe(` ${"a".repeat(39)}`);
    expect(answersToSend(paper, long).answers["why"]).toBe("a".repeat(39));
    expect(walked([{ do: "write", item: "why", text: "  " }], at).answers["why"]).toBeUndefined();
  });

  it("goes back to the invitation from the first question and to the last question from the look", () => {
    expect(walked([join, { do: "back" }]).stage).toBe("invited");
    expect(asked(walked([join, next, next, next, next, { do: "back" }]))).toBe("wishes");
  });

  it("goes from the look to any visible question, and to no hidden one", () => {
    const looking = walked([join, next, next, next, next]);
    expect(asked(walked([{ do: "go-to", item: "mood" }], looking))).toBe("mood");
    expect(walked([{ do: "go-to", item: "why" }], looking)).toBe(looking);
  });

  it("discards everything when the child leaves, and keeps nothing to send", () => {
    const left = walked([join, { do: "choose", item: "pair", value: "no" }, { do: "leave" }]);
    expect(left).toEqual({ ...startWalk(ID, SEED), stage: "left" });
    expect(walked([join, next, { do: "choose", item: "three", value: "often" }], left)).toEqual(left);
  });

  it("is sent only from the look, and then nothing changes any more", () => {
    expect(walked([join, { do: "sent" }]).stage).toBe("asking");
    const sent = walked([join, next, next, next, next, { do: "sent" }]);
    expect(sent.stage).toBe("sent");
    expect(walked([join, { do: "back" }, { do: "leave" }, { do: "go-to", item: "pair" }], sent)).toBe(sent);
  });

  it.each<Step>([
    { do: "choose", item: "pair", value: "perhaps" },
    { do: "choose", item: "three", value: "often" },
    { do: "choose", item: "stranger", value: "yes" },
    { do: "choose", item: "constructor", value: "yes" },
    { do: "toggle", item: "pair", value: "yes" },
    { do: "write", item: "pair", text: "yes" },
    { do: "choose-several", item: "pair", values: ["yes"] },
    { do: "decline", item: "mood" },
    { do: "go-to", item: "__proto__" },
    { do: "sent" },
    { do: "join" },
  ])("stays as it is for a step that makes no sense: %j", (step) => {
    const walk = walked([join]);
    expect(takeStep(paper, walk, step)).toBe(walk);
  });

  it("stays as it is for a step nobody knows", () => {
    const walk = walked([join]);
    for (const step of [{ do: "win" }, { do: "win", item: "pair" }, {}])
      expect(takeStep(paper, walk, step as Step)).toBe(walk);
  });
});

describe("a question in two steps", () => {
  const scales = everyScale();
  const item = scales.items.find(({ type }) => type === "two-step");
  if (!item) throw new Error("no question in two steps");
  const [muchOfOne, littleOfOne, littleOfOther] = item.choices.map(({ value }) => value);
  const go = (taken: readonly Step[], from: Walk) => taken.reduce((walk, one) => takeStep(scales, walk, one), from);
  const pageIndex = scales.pages.findIndex((page) => "items" in page && page.items.includes(item.name));
  const here: Walk = { ...startWalk(ID, SEED), stage: "asking", pageIndex };
  const side = (value = ""): Step => ({ do: "side", item: item.name, value });
  const choose = (value = ""): Step => ({ do: "choose", item: item.name, value });

  it("is asked how much when going on from a side, and left only after that", () => {
    const chosen = go([side(muchOfOne)], here);
    expect(isPageAnswered(scales, here)).toBe(false);
    expect(isPageAnswered(scales, chosen)).toBe(true);
    const opened = go([next], chosen);
    expect(opened).toMatchObject({ pageIndex, half: { side: muchOfOne, isOpen: true } });
    expect(isPageAnswered(scales, opened)).toBe(false);
    const answered = go([choose(littleOfOne), next], opened);
    expect(answered.answers).toEqual({ [item.name]: littleOfOne });
    expect(answered.pageIndex).toBe(pageIndex + 1);
    expect(answered.half).toBeUndefined();
  });

  it("goes back from how much to the sides, and another side takes the answer back", () => {
    const answered = go([side(muchOfOne), next, choose(littleOfOne), { do: "back" }], here);
    expect(answered).toMatchObject({ pageIndex, half: { isOpen: false } });
    expect(go([side(littleOfOne)], answered).answers).toEqual({ [item.name]: littleOfOne });
    expect(go([side(littleOfOther)], answered).answers).toEqual({});
    expect(go([{ do: "back" }], answered).pageIndex).toBe(pageIndex - 1);
  });

  it("may be declined at either step, and survives being written down", () => {
    for (const taken of [[side(muchOfOne)], [side(muchOfOne), next]]) {
      const walk = go(taken, here);
      expect(decodeWalk(scales, encodeWalk(walk))).toEqual(walk);
      const declined = go([{ do: "decline", item: item.name }], walk);
      expect(declined).toMatchObject({ pageIndex: pageIndex + 1, nonAnswers: { [item.name]: "declined" } });
      expect(declined.half).toBeUndefined();
    }
    const forged = JSON.stringify({ ...here, half: { item: "three-pictures", side: "x", isOpen: true } });
    expect(decodeWalk(scales, forged)).toEqual(here);
  });
});

describe("a walk past every question", () => {
  it("has nothing to send until something is answered or declined", () => {
    const looking = walked([join, next, next, next, next]);
    expect(isNothingAnswered(paper, looking)).toBe(true);
    expect(isNothingAnswered(paper, walked([join, { do: "decline", item: "pair" }]))).toBe(false);
    expect(isNothingAnswered(paper, walked([join, { do: "choose", item: "pair", value: "yes" }]))).toBe(false);
  });
});

const NAMES = [...paper.items.map((item) => item.name), "stranger", "__proto__", "constructor"];
const VALUES = ["yes", "no", "often", "seldom", "glad", "ball", "book", "bus", "stranger", "$gt", ""];
const name = fc.constantFrom(...NAMES);
const value = fc.constantFrom(...VALUES);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom("join" as const, "next" as const, "back" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("sent" as const, "leave" as const) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom("choose" as const, "toggle" as const), item: name, value }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("choose-several" as const),
      item: name,
      values: fc.array(value, { maxLength: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("write" as const), item: name, text: fc.string({ maxLength: 80 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("decline" as const, "not-understood" as const, "go-to" as const),
      item: name,
    }),
  },
);
const steps = fc.array(step, { maxLength: 40 }).map((taken): Step[] => [join, ...taken]);

function isWithin(one: Paper, walk: Walk): boolean {
  const page = currentPage(one, walk);
  const visible = visibleItems(one, walk.answers);
  if (walk.stage !== "asking") return true;
  return (
    page !== undefined &&
    ("rest" in page || (page.items.length > 0 && page.items.every((item) => visible.includes(item))))
  );
}

describe("any steps at all", () => {
  it("never throw, never leave the paper, and survive being written down and read again", () => {
    fc.assert(
      fc.property(steps, (taken) => {
        let walk = startWalk(ID, SEED);
        for (const one of taken) {
          walk = takeStep(paper, walk, one);
          expect(isWithin(paper, walk)).toBe(true);
          expect(decodeWalk(paper, encodeWalk(walk))).toEqual(walk);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("give something to send that the server accepts unchanged", () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const sending = answersToSend(paper, walked(taken));
        expect(validate(sending)).toEqual({ ok: true, ...sending });
      }),
      { numRuns: 300 },
    );
  });
});
