import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildLibrary } from "#surveys/engine/survey-library";
import type { Step } from "#surveys/paper/walk";
import { startWalk, takeStep } from "#surveys/paper/walk";
import { decodeWalk, encodeWalk, stepsFromForm } from "#surveys/paper/walk-code";
import everyType from "../../../cases/surveys/every-type.json";

const paper = buildLibrary([{ path: "every-type.json", json: everyType }]).paper("every-type", 1, "6-9", "da");
const ID = "0123456789abcdef0123456789abcdef";
const walk = { ...startWalk(ID, 7), stage: "asking" as const };
const decode = (value: unknown) => decodeWalk(paper, JSON.stringify(value));

describe("a walk in a form field", () => {
  it("comes back as it was written", () => {
    const full = {
      ...walk,
      pageIndex: 3,
      answers: { pair: "yes", wishes: ["ball"] },
      nonAnswers: { three: "declined" as const },
    };
    expect(decodeWalk(paper, encodeWalk(full))).toEqual(full);
  });

  it("loses what the paper does not know", () => {
    const strange = {
      ...walk,
      answers: {
        pair: "perhaps",
        three: { $gt: "" },
        mood: ["glad"],
        wishes: ["ball", "stone"],
        stranger: "x",
        constructor: "x",
      },
      nonAnswers: { pair: "bored", stranger: "declined" },
    };
    expect(decode(strange)).toEqual(walk);
  });

  it("keeps the answer when an item stands in both records", () => {
    expect(decode({ ...walk, answers: { pair: "yes" }, nonAnswers: { pair: "declined" } })).toEqual({
      ...walk,
      answers: { pair: "yes" },
    });
  });

  it("loses members of every object", () => {
    expect(
      decodeWalk(paper, encodeWalk(walk).replace('"answers":{}', '"answers":{"__proto__":{"pair":"yes"}}')),
    ).toEqual(walk);
  });

  it.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["null", "null"],
    ["a list", "[]"],
    ["an unknown stage", JSON.stringify({ ...walk, stage: "won" })],
    ["a short id", JSON.stringify({ ...walk, responseId: "abc" })],
    ["an id that is an object", JSON.stringify({ ...walk, responseId: { $ne: "" } })],
    ["an index before the paper", JSON.stringify({ ...walk, pageIndex: -1 })],
    ["an index behind the paper", JSON.stringify({ ...walk, pageIndex: paper.pages.length })],
    ["half an index", JSON.stringify({ ...walk, pageIndex: 0.5 })],
    ["no seed", JSON.stringify({ ...walk, seed: undefined })],
    ["a seed of more than 32 bits", JSON.stringify({ ...walk, seed: 2 ** 32 })],
    ["the shape of an earlier version", JSON.stringify({ ...walk, pageIndex: undefined, itemIndex: 0 })],
    ["no answers", JSON.stringify({ ...walk, answers: null })],
    ["a list of reasons", JSON.stringify({ ...walk, nonAnswers: [] })],
    ["a question that is hidden", JSON.stringify({ ...walk, pageIndex: 4 })],
  ])("is refused when it holds %s", (_what, text) => {
    expect(decodeWalk(paper, text)).toBeUndefined();
  });

  it("never throws, whatever it holds", () => {
    const record = fc.dictionary(fc.constantFrom("pair", "wishes", "why", "__proto__", "constructor"), fc.jsonValue());
    const almost = fc.record({
      stage: fc.constantFrom("invited", "asking", "looking"),
      responseId: fc.constant(ID),
      seed: fc.integer({ min: -1, max: 2 ** 32 }),
      pageIndex: fc.integer({ min: -1, max: 7 }),
      answers: record,
      nonAnswers: record,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          almost.map((one) => JSON.stringify(one)),
        ),
        (text) => {
          const read = decodeWalk(paper, text);
          if (read) expect(decodeWalk(paper, encodeWalk(read))).toEqual(read);
        },
      ),
    );
  });
});

describe("a posted form", () => {
  it.each<[string, [string, string][], Step[]]>([
    [
      "a picture and next",
      [
        ["choice.pair", "yes"],
        ["asked.pair", ""],
        ["do", "next"],
      ],
      [
        { do: "choose", item: "pair", value: "yes" },
        { do: "choose-several", item: "pair", values: [] },
        { do: "next" },
      ],
    ],
    [
      "several pictures",
      [
        ["choices.wishes", "ball"],
        ["choices.wishes", "bus"],
        ["do", "next"],
      ],
      [{ do: "choose-several", item: "wishes", values: ["ball", "bus"] }, { do: "next" }],
    ],
    [
      "the last picture taken off",
      [
        ["asked.wishes", ""],
        ["do", "next"],
      ],
      [{ do: "choose-several", item: "wishes", values: [] }, { do: "next" }],
    ],
    [
      "a text",
      [
        ["text.why", "Fordi"],
        ["do", "back"],
      ],
      [{ do: "write", item: "why", text: "Fordi" }, { do: "back" }],
    ],
    [
      "vil ikke svare",
      [
        ["asked.pair", ""],
        ["do", "decline:pair"],
      ],
      [
        { do: "choose-several", item: "pair", values: [] },
        { do: "decline", item: "pair" },
      ],
    ],
    [
      "forstår ikke, with a picture chosen",
      [
        ["asked.wishes", ""],
        ["choices.wishes", "ball"],
        ["do", "not-understood:wishes"],
      ],
      [
        { do: "choose-several", item: "wishes", values: ["ball"] },
        { do: "not-understood", item: "wishes" },
      ],
    ],
    [
      "two questions on one page",
      [
        ["choice.pair", "yes"],
        ["choice.three", "often"],
        ["do", "decline:mood"],
      ],
      [
        { do: "choose", item: "pair", value: "yes" },
        { do: "choose", item: "three", value: "often" },
        { do: "decline", item: "mood" },
      ],
    ],
    ["a picture pressed", [["do", "toggle:first:ball"]], [{ do: "toggle", item: "first", value: "ball" }]],
    ["one stone more", [["do", "more:stones"]], [{ do: "more", item: "stones" }]],
    [
      "a sticker on a place",
      [
        ["sticker.map", "sun"],
        ["do", "place:map:hall"],
      ],
      [{ do: "place", item: "map", place: "hall", sticker: "sun" }],
    ],
    ["a drawing wiped out", [["do", "clear:picture"]], [{ do: "write", item: "picture", text: "" }]],
    ["a way back from the look", [["do", "go-to:pair"]], [{ do: "go-to", item: "pair" }]],
    ["leaving", [["do", "leave"]], [{ do: "leave" }]],
    ["joining", [["do", "join"]], [{ do: "join" }]],
    ["an unknown button", [["do", "explode"]], []],
    ["a reason without a question", [["do", "decline"]], []],
    [
      "fields of the page itself",
      [
        ["walk", "{}"],
        ["key", "k"],
      ],
      [],
    ],
  ])("asks for the steps of %s", (_what, entries, steps) => {
    expect(stepsFromForm(entries)).toEqual(steps);
  });

  it("keeps a picture that was chosen when the same form says what was asked", () => {
    const entries: [string, string][] = [
      ["asked.pair", ""],
      ["choice.pair", "yes"],
      ["do", "next"],
    ];
    const end = stepsFromForm(entries).reduce(
      (at, step) => takeStep(paper, at, step),
      walk as ReturnType<typeof startWalk>,
    );
    expect(end).toMatchObject({ pageIndex: 1, answers: { pair: "yes" } });
  });

  it("never throws, whatever was posted", () => {
    const entries = fc.array(
      fc.tuple(
        fc.oneof(fc.string(), fc.constantFrom("do", "choice.pair", "choices.", "asked.", "text.__proto__")),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(entries, (posted) => {
        const end = stepsFromForm(posted).reduce((at, step) => takeStep(paper, at, step), startWalk(ID, 7));
        expect(decodeWalk(paper, encodeWalk(end))).toEqual(end);
      }),
    );
  });
});
