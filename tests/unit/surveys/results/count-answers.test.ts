/** Counting: nobody is lost, nobody is counted twice, whatever is sent. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnswerValue, NonAnswer } from "../../../../surveys/paper/paper";
import type { GivenAnswers } from "../../../../surveys/results/count-answers";
import { countAnswers } from "../../../../surveys/results/count-answers";
import { drawTable } from "../../../../surveys/results/draw-table";
import { possibleScores } from "../../../../surveys/results/score-values";
import { rangeAt } from "../../../../surveys/statistics/variance-from-counts";
import { questionsIn, widthOf } from "../../../../surveys/results/questions";
import { PULS_3, PULS_6, TRIVSEL_10, TRIVSEL_6, child, madeItem, valueOf } from "../../../attacks/forms";
import { seededDraw } from "../../../support/seeded-draw";

const sum = (list: readonly number[] = []) => list.reduce((total, one) => total + one, 0);
const LEAVES = [
  { groups: ["a", "b"], invited: 20 },
  { groups: ["c"], invited: 12 },
];

describe.each(Object.entries({ PULS_3, PULS_6, TRIVSEL_6, TRIVSEL_10 }))("of %s", (_, key) => {
  const names = [...key.items.map(({ name }) => name), "no-such-item", "__proto__"];
  const values = [...key.items.flatMap(({ choices }) => choices.map(({ value }) => value)), "no-such-choice"];
  const value = fc.constantFrom(...values);
  const answer: fc.Arbitrary<AnswerValue> = fc.oneof(value, fc.array(value, { maxLength: 5 }));
  const given: fc.Arbitrary<GivenAnswers> = fc.record({
    group: fc.constantFrom("a", "b", "c", "gone"),
    answers: fc.dictionary(fc.constantFrom(...names), answer, { noNullPrototype: true }),
    nonAnswers: fc.dictionary(fc.constantFrom(...names), fc.constantFrom<NonAnswer>("declined", "not-understood"), {
      noNullPrototype: true,
    }),
  });

  it("every child stands once in each question, in hardship, and at most once in a spread", () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 12 }), (children) => {
        const unit = countAnswers(key, LEAVES);
        const taken = children.filter((one) => unit.add(one));
        expect(taken).toEqual(children.filter(({ group }) => group !== "gone"));
        expect(sum(unit.leaves.map(({ participants }) => participants))).toBe(taken.length);
        for (const { id, kind, most } of questionsIn(key)) {
          if (kind === "several") {
            expect(sum(unit.several[id])).toBeGreaterThanOrEqual(taken.length);
            expect(sum(unit.several[id])).toBeLessThanOrEqual(most * taken.length);
          } else for (const leaf of unit.leaves) expect(sum(leaf.counts[id])).toBe(leaf.participants);
        }
        expect(sum(unit.hardship)).toBe(taken.length);
        for (const spread of Object.values(unit.spreads)) expect(sum(spread)).toBeLessThanOrEqual(taken.length);
      }),
      { numRuns: 60 },
    );
  });

  it("has the counts that the form has, whoever answered, also of nobody", () => {
    const unit = countAnswers(key, LEAVES);
    for (const question of questionsIn(key)) {
      const row = question.kind === "several" ? unit.several[question.id] : unit.leaves[0]?.counts[question.id];
      expect(row).toEqual(new Array(widthOf(question)).fill(0));
    }
  });

  it("of two parts adds up to the whole", () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 8 }), fc.array(given, { maxLength: 8 }), (some, others) => {
        const [one, other, both] = [some, others, [...some, ...others]].map((children) => {
          const unit = countAnswers(key, LEAVES);
          for (const each of children) unit.add(each);
          return unit;
        });
        const added = one?.leaves.map(({ counts }, leaf) =>
          Object.fromEntries(
            Object.entries(counts).map(([id, row]) => [
              id,
              row.map((count, at) => count + (other?.leaves[leaf]?.counts[id]?.[at] ?? 0)),
            ]),
          ),
        );
        expect(both?.leaves.map(({ counts }) => counts)).toEqual(added);
      }),
      { numRuns: 40 },
    );
  });
});

it("has it hard in the themes whose own score is below 40, three or more together", () => {
  const worst = (names: readonly string[]) =>
    child(TRIVSEL_10, Object.fromEntries(names.map((name) => [name, valueOf(TRIVSEL_10, name, -1)])));
  const ofTheme = (...themes: string[]) =>
    TRIVSEL_10.items.filter(({ theme }) => themes.includes(theme)).map(({ name }) => name);
  const unit = countAnswers(TRIVSEL_10, LEAVES);
  for (const themes of [[], ["calm"], ["calm", "self"], ["calm", "self", "trust"], ["calm", "self", "trust", "belong"]])
    unit.add(worst(ofTheme(...themes)));
  expect(unit.hardship).toEqual([1, 1, 1, 2]);
});

describe("a child's score on a border", () => {
  /** All of one index, with codes from 0 to `steps`. */
  const stepped = (steps: number, count: number) => {
    const values = Array.from({ length: steps + 1 }, (_, at) => String(at));
    return Array.from({ length: count }, (_, at) =>
      madeItem(`item-${at}`, {
        theme: "calm",
        index: "W4",
        choices: values.map((value) => ({ value, label: { da: value, en: value } })),
        codes: Object.fromEntries(values.map((value) => [value, Number(value)])),
      }),
    );
  };
  const counted = (steps: number, codes: readonly number[]) => {
    const items = stepped(steps, codes.length);
    const unit = countAnswers({ survey: "made", version: 1, form: "10-12", items }, LEAVES);
    const answers = Object.fromEntries(codes.map((code, at) => [`item-${at}`, String(code)]));
    unit.add({ group: "a", answers, nonAnswers: {} });
    return { range: unit.spreads.W4?.indexOf(1), isHard: unit.hardship[1] === 1 };
  };

  it.each([
    ["90", 6, [5, 5, 6, 5, 6], { range: 9, isHard: false }],
    ["40", 7, [1, 3, 6, 4, 0], { range: 4, isHard: false }],
    ["just below 40", 7, [1, 3, 6, 3, 0], { range: 3, isHard: true }],
  ] as const)("of %s is counted upwards, although its steps are no whole numbers", (_, steps, codes, expected) => {
    expect(counted(steps, codes)).toEqual(expected);
  });

  it("is where whole numbers say, however many steps and items there are", () => {
    const asked = fc
      .integer({ min: 1, max: 10 })
      .chain((steps) =>
        fc.tuple(fc.constant(steps), fc.array(fc.integer({ min: 0, max: steps }), { minLength: 1, maxLength: 10 })),
      );
    fc.assert(
      fc.property(asked, ([steps, codes]) => {
        const most = steps * codes.length;
        expect(counted(steps, codes)).toEqual({
          range: Math.min(9, Math.floor((10 * sum(codes)) / most)),
          isHard: 100 * sum(codes) < 40 * most,
        });
      }),
      { numRuns: 2000 },
    );
  });

  it("looks for a possible score in the range in which it is counted", () => {
    for (let steps = 1; steps <= 10; steps += 1)
      for (let count = 1; count <= 8; count += 1) {
        const most = steps * count;
        const found = possibleScores(stepped(steps, count), "10-12").map((score) => rangeAt(score, 10));
        expect(found).toEqual(Array.from({ length: most + 1 }, (_, at) => Math.min(9, Math.floor((10 * at) / most))));
      }
  });
});

describe("a drawn table", () => {
  const table = (children: number, ways = { da: children, so: 0 }) => {
    const unit = countAnswers(PULS_6, LEAVES);
    for (let at = 0; at < children; at += 1) unit.add(child(PULS_6, {}));
    return drawTable(
      unit,
      { languages: ways, modes: { solo: children, kiosk: 0 }, help: { none: children, read: 0 } },
      { key: PULS_6, epsilonPermille: 1000, draw: seededDraw(children + 1) },
    );
  };

  it("has no leaf in which nobody took part, and a count of nobody has noise like any other", () => {
    const { leaves, whole } = table(20);
    expect(leaves.map(({ groups }) => groups)).toEqual([["a", "b"]]);
    const zeros = Object.values(whole.several).flat().length;
    expect(
      Object.values(whole.several)
        .flat()
        .filter((count) => count !== 0).length,
    ).toBeGreaterThan(zeros / 3);
    expect(table(0).leaves).toEqual([]);
  });

  it("has a count for each language, way and help that there can be, whoever answered", () => {
    const shape = (of: ReturnType<typeof table>) =>
      Object.entries(of.whole.ways).map(([way, counts]) => [way, Object.keys(counts)]);
    expect(shape(table(3, { da: 3, so: 0 }))).toEqual(shape(table(3, { da: 2, so: 1 })));
    const seen = new Set(Array.from({ length: 40 }, (_, at) => table(at).whole.ways.languages["so"]));
    expect(seen.size).toBeGreaterThan(2);
  });

  it("is made of whole numbers", () => {
    const numbers = JSON.stringify(table(20)).match(/-?\d+(\.\d+)?/gu) ?? [];
    expect(numbers.length).toBeGreaterThan(50);
    expect(numbers.every((one) => Number.isInteger(Number(one)))).toBe(true);
  });
});
