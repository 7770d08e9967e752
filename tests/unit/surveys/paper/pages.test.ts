/** Pages of several questions, rests, what is only tried, what may not be answered yet; and a seed that is never sent. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnswer } from "#surveys/paper/answer-value";
import type { Condition, Paper, PaperItem, PaperPage } from "#surveys/paper/paper";
import { SCALES } from "#surveys/paper/paper";
import { pagesOnPath } from "#surveys/paper/pages";
import { metItems } from "#surveys/paper/visible-items";
import type { Step, Walk } from "#surveys/paper/walk";
import { answersToSend, currentPage, startWalk, takeStep } from "#surveys/paper/walk";
import { decodeWalk, encodeWalk } from "#surveys/paper/walk-code";
import { toSubmission } from "~/components/player/submission";
import { everyScale } from "#tests/support/every-scale";

const ID = "0123456789abcdef0123456789abcdef";
const SEED = 3_141_592_653;
const all = everyScale();
const item = (name: string): PaperItem => {
  const found = all.items.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
const paperOf = (items: readonly PaperItem[], pages: readonly PaperPage[]): Paper => ({ ...all, items, pages });
const walked = (paper: Paper, steps: readonly Step[], from: Walk = startWalk(ID, SEED)) =>
  steps.reduce((walk, step) => takeStep(paper, walk, step), from);
const names = (paper: Paper, walk: Walk) => {
  const page = currentPage(paper, walk);
  if (!page) return undefined;
  return "rest" in page ? page.rest : page.items.map(({ name }) => name).join();
};
const join: Step = { do: "join" };
const next: Step = { do: "next" };

describe("a page", () => {
  const ifYes: Condition = { op: "equals", item: "pairs", value: "asks" };
  const paper = paperOf(
    [item("pairs"), item("ladder"), { ...item("text"), visibleIf: ifYes }, { ...item("drawing"), visibleIf: ifYes }],
    [{ items: ["pairs", "ladder"] }, { items: ["text", "drawing"] }, { rest: "Pust ud" }],
  );

  it("shows several questions, a rest has nothing to answer, and both are gone through by Videre", () => {
    const one = walked(paper, [join, { do: "choose", item: "pairs", value: "asks" }]);
    expect(names(paper, one)).toBe("pairs,ladder");
    expect(names(paper, walked(paper, [next], one))).toBe("text,drawing");
    expect(names(paper, walked(paper, [next, next], one))).toBe("Pust ud");
    expect(walked(paper, [next, next, next], one).stage).toBe("looking");
  });

  it("is passed over when all its questions are hidden, both ways", () => {
    const rest = walked(paper, [join, next]);
    expect(names(paper, rest)).toBe("Pust ud");
    expect(names(paper, walked(paper, [{ do: "back" }], rest))).toBe("pairs,ladder");
  });

  it("stays when one of its questions is not answered, and pressing the reason again takes it back", () => {
    const declined = walked(paper, [join, { do: "decline", item: "ladder" }]);
    expect(declined).toMatchObject({ pageIndex: 0, nonAnswers: { ladder: "declined" } });
    expect(walked(paper, [{ do: "decline", item: "ladder" }], declined).nonAnswers).toEqual({});
    const other = walked(paper, [{ do: "not-understood", item: "ladder" }], declined);
    expect(other.nonAnswers).toEqual({ ladder: "not-understood" });
    const answered = walked(paper, [{ do: "choose", item: "ladder", value: "7" }], other);
    expect(answered).toMatchObject({ answers: { ladder: "7" }, nonAnswers: {} });
  });

  it("counts on the path only with questions that count", () => {
    const tried = paperOf([{ ...item("two-pictures") }, ...paper.items], [{ items: ["two-pictures"] }, ...paper.pages]);
    expect(pagesOnPath(tried, {})).toEqual([1]);
    expect(pagesOnPath(tried, { pairs: "asks" })).toEqual([1, 2]);
  });
});

describe("what may not be answered yet", () => {
  const paper = paperOf(
    [item("pairs"), { ...item("ladder"), enableIf: { op: "answered", item: "pairs" } }],
    [{ items: ["pairs", "ladder"] }],
  );
  const choose: Step = { do: "choose", item: "ladder", value: "3" };

  it("is seen, takes no answer before its time, and loses it when its time is over", () => {
    const early = walked(paper, [join, choose]);
    expect(early.answers).toEqual({});
    expect(metItems(paper, {})).toMatchObject({ visible: { length: 2 }, open: { length: 1 } });
    const later = walked(paper, [{ do: "choose", item: "pairs", value: "asks" }, choose], early);
    expect(answersToSend(paper, later).answers).toEqual({ pairs: "asks", ladder: "3" });
    const again = walked(paper, [{ do: "decline", item: "pairs" }], later);
    expect(answersToSend(paper, again)).toEqual({ answers: {}, nonAnswers: { pairs: "declined" } });
  });
});

describe("what is only tried", () => {
  it("is never sent and decides nothing later", () => {
    const paper = paperOf(
      [item("two-pictures"), { ...item("text"), visibleIf: { op: "answered", item: "two-pictures" } }, item("pairs")],
      [{ items: ["two-pictures"] }, { items: ["text"] }, { items: ["pairs"] }],
    );
    const walk = walked(paper, [join, { do: "choose", item: "two-pictures", value: "alone" }, next]);
    expect(names(paper, walk)).toBe("pairs");
    expect(answersToSend(paper, walk)).toEqual({ answers: {}, nonAnswers: {} });
    expect(answersToSend(paper, walked(paper, [join, { do: "decline", item: "two-pictures" }])).nonAnswers).toEqual({});
  });
});

describe("touching", () => {
  const only = (name: string) => paperOf([item(name)], [{ items: [name] }]);
  const after = (name: string, ...steps: Step[]) => walked(only(name), [join, ...steps]).answers[name];
  const toggle = (value: string): Step => ({ do: "toggle", item: "rank-pictures", value });
  const place = (where: string, sticker: string): Step => ({ do: "place", item: "place-map", place: where, sticker });

  it("ranks in the order of touching, and takes back", () => {
    expect(after("rank-pictures", toggle("music"), toggle("ball"))).toEqual(["music", "ball"]);
    expect(after("rank-pictures", toggle("music"), toggle("ball"), toggle("music"))).toEqual(["ball"]);
    const four = ["music", "ball", "draw", "book"].map(toggle);
    expect(after("rank-pictures", ...four)).toEqual(["music", "ball", "draw"]);
  });

  it("puts one sticker on a place, in the order of the places, and takes it off again", () => {
    const two = [place("hall", "quiet"), place("yard", "glad")];
    expect(after("place-map", ...two)).toEqual(["yard=glad", "hall=quiet"]);
    expect(after("place-map", ...two, place("hall", "glad"))).toEqual(["yard=glad", "hall=glad"]);
    expect(after("place-map", ...two, place("hall", "quiet"))).toEqual(["yard=glad"]);
    expect(after("place-map", ...two, place("hall", ""))).toEqual(["yard=glad"]);
    expect(after("place-map", place("moon", "glad"), place("hall", "stone"))).toBeUndefined();
  });

  it("takes one stone more or fewer, and stops at both ends", () => {
    const more: Step = { do: "more", item: "tokens" };
    const less: Step = { do: "less", item: "tokens" };
    expect(after("tokens", more)).toBe("1");
    expect(after("tokens", less)).toBe("0");
    expect(after("tokens", more, less, less)).toBe("0");
    expect(after("tokens", ...Array<Step>(9).fill(more))).toBe("5");
  });

  it("keeps a drawing as strokes, or what is told instead", () => {
    const write = (text: string): Step => ({ do: "write", item: "drawing", text });
    expect(after("drawing", write("M1 2L30 40M5 5"))).toBe("M1 2L30 40M5 5");
    expect(after("drawing", write("Et træ"))).toBe("Et træ");
    expect(after("drawing", write("M1 2"), write(""))).toBeUndefined();
  });

  it("keeps nothing of a voice or a photo", () => {
    expect(after("photo", { do: "write", item: "photo", text: "x" })).toBeUndefined();
    expect(readAnswer(item("voice-note"), "x")).toBeUndefined();
  });
});

const values = [
  "yes",
  "ball",
  "music",
  "0",
  "5",
  "10",
  "a-lot",
  "yard=glad",
  "yard=stone",
  "hall=quiet",
  "M1 1L2 2",
  "",
];
const anyItem = fc.constantFrom(...all.items.map(({ name }) => name), "stranger", "__proto__");
const anyValue = fc.constantFrom(...values);
const anyStep = fc.oneof(
  fc.record({ do: fc.constantFrom("next" as const, "back" as const, "join" as const) }),
  fc.record({ do: fc.constantFrom("more" as const, "less" as const), item: anyItem }),
  fc.record({ do: fc.constantFrom("choose" as const, "toggle" as const), item: anyItem, value: anyValue }),
  fc.record({ do: fc.constant("choose-several" as const), item: anyItem, values: fc.array(anyValue) }),
  fc.record({
    do: fc.constant("place" as const),
    item: anyItem,
    place: fc.constantFrom("yard", "hall", "moon"),
    sticker: fc.constantFrom("glad", "quiet", "stone", ""),
  }),
  fc.record({ do: fc.constant("write" as const), item: anyItem, text: fc.string() }),
  fc.record({ do: fc.constantFrom("decline" as const, "not-understood" as const, "go-to" as const), item: anyItem }),
);

/** The items of `everyScale` in pages of any size, with rests anywhere and conditions on earlier items. */
const anyPaper = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 17 }),
    fc.array(fc.boolean(), { minLength: 17, maxLength: 17 }),
    fc.array(fc.option(fc.constantFrom("visibleIf", "enableIf")), { minLength: 17, maxLength: 17 }),
  )
  .map(([sizes, rests, conditions]) => {
    const items = all.items.map((one, index) => {
      const kind = conditions[index];
      const earlier = all.items[index - 1]?.name;
      return kind && earlier ? { ...one, [kind]: { op: "answered", item: earlier } } : one;
    });
    const pages: PaperPage[] = [];
    const left = items.map(({ name }) => name);
    for (let at = 0; left.length > 0; at += 1) {
      if (rests[at]) pages.push({ rest: "Pause" });
      pages.push({ items: left.splice(0, sizes[at % sizes.length]) });
    }
    return paperOf(items, pages);
  });

describe("any steps through any pages", () => {
  it("stay within the paper, survive being written down, and send only what is an answer", () => {
    fc.assert(
      fc.property(anyPaper, fc.array(anyStep, { maxLength: 60 }), (paper, steps) => {
        let walk = walked(paper, [join]);
        for (const step of steps) {
          walk = takeStep(paper, walk, step);
          const page = currentPage(paper, walk);
          expect(walk.stage !== "asking" || (page && ("rest" in page || page.items.length > 0))).toBeTruthy();
          expect(decodeWalk(paper, encodeWalk(walk))).toEqual(walk);
        }
        const { answers, nonAnswers } = answersToSend(paper, walk);
        for (const [name, value] of Object.entries(answers)) {
          expect(readAnswer(item(name), value)).toEqual(value);
          expect(nonAnswers[name]).toBeUndefined();
          expect(item(name).isPractice).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never send the seed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000, max: 2 ** 32 - 1 }),
        fc.array(anyStep, { maxLength: 30 }),
        (seed, steps) => {
          const walk = walked(all, [join, ...steps], startWalk(ID, seed));
          expect(walk.seed).toBe(seed);
          const invitation = { paper: all, roundId: "r", mode: "solo" } as Parameters<
            typeof toSubmission
          >[0]["invitation"];
          const sent = JSON.stringify(toSubmission({ invitation, keyText: "k", walk, helper: "none" }));
          expect(sent).not.toContain(String(seed));
          expect(sent).not.toContain("seed");
        },
      ),
    );
  });
});

it("every scale stands in the paper of the tests", () => {
  expect(new Set(all.items.map(({ type }) => type))).toEqual(new Set(SCALES));
});
