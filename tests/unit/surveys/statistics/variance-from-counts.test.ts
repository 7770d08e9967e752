/** Variances from counts and ranges against R, and on drawn tables with noise. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededChance } from "../../../../server/demo/random";
import { varianceFromCounts, varianceFromRanges } from "../../../../surveys/statistics/variance-from-counts";
import { cases } from "../../../cases/statistics/variance-from-counts.json";
import { cases as rangeCases } from "../../../cases/statistics/variance-from-ranges.json";
import { expectNear, meanOf, varianceOf } from "./expect-near";
import { countOf, fiveStepAnswer, FIVE_STEPS, laplaceVariance, toTotal, withNoise } from "./noisy-table";

describe("the variance from counts", () => {
  it.each(cases)("is R's: $what", ({ given: { sharedAmong, ...table }, value }) =>
    expectNear(varianceFromCounts({ ...table, sharedAmong: sharedAmong ?? undefined }), value),
  );

  it("of a class is that of its children on average, and was less before the noise was put back", () => {
    const chance = seededChance(1898);
    const drawn = Array.from({ length: 4000 }, () => {
      const answers = Array.from({ length: 24 }, () => fiveStepAnswer(chance, 0));
      const counts = toTotal(withNoise(chance, countOf(answers, 5), 1), 24);
      const exact = varianceOf(answers.map((step) => FIVE_STEPS[step] ?? 0));
      const told = { values: FIVE_STEPS, counts, noiseVariance: laplaceVariance(1), sharedAmong: 5 };
      const off = (of: typeof told) => (varianceFromCounts(of)?.variance ?? NaN) - exact;
      return { off: off(told), left: off({ ...told, noiseVariance: 0 }) };
    });
    const error = Math.sqrt(varianceOf(drawn.map(({ off }) => off)) / drawn.length);
    expect(Math.abs(meanOf(drawn.map(({ off }) => off)))).toBeLessThan(4 * error);
    expect(meanOf(drawn.map(({ left }) => left))).toBeLessThan(-4 * error);
  });

  it("is never below 0, whatever the noise made of the counts", () => {
    const counts = fc.array(fc.integer({ min: -20, max: 40 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 40, noNaN: true }), (counts, noiseVariance) => {
        const told = varianceFromCounts({ values: FIVE_STEPS, counts, noiseVariance });
        if (told === null) return;
        expect(told.variance).toBeGreaterThanOrEqual(0);
        expect(told.noiseError).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("is not told of one child, nor where the total may as well be noise, and lists must match", () => {
    const values = [0, 100];
    expect(varianceFromCounts({ values, counts: [0, 1] })).toBeNull();
    expect(varianceFromCounts({ values, counts: [10, 12], noiseVariance: 32 })).toBeNull();
    expect(varianceFromCounts({ values, counts: [10, 12], noiseVariance: 32, sharedAmong: 2 })).not.toBeNull();
    expect(() => varianceFromCounts({ values, counts: [1, 2, 3] })).toThrow(RangeError);
  });
});

describe("the variance from ten ranges", () => {
  it.each(rangeCases)("is R's: $what", ({ given, value }) => expectNear(varianceFromRanges(given), value));

  it("of scores that are few is exact when each lies alone in its range", () => {
    // Shares of three favourable answers: 5, 9, 20 and 6 children at 0, 33⅓, 66⅔ and 100.
    const counts = [5, 0, 0, 9, 0, 0, 20, 0, 0, 6];
    const children = [5, 9, 20, 6].flatMap((n, at) => Array.from({ length: n }, () => (at * 100) / 3));
    const possibleScores = [0, 1, 2, 3].map((favourable) => (favourable * 100) / 3);
    expect(varianceFromRanges({ counts, possibleScores })?.variance).toBeCloseTo(varianceOf(children), 8);
  });

  it.each([2, 3, 4, 5, 6])("of an index of %i items of five steps is within 5 %% of the children's", (k) => {
    const chance = seededChance(k);
    const scores = Array.from({ length: 20_000 }, () => {
      const level = 0.8 * chance.normal();
      const sum = Array.from({ length: k }, () => fiveStepAnswer(chance, level)).reduce((one, other) => one + other, 0);
      return (sum * 100) / (4 * k);
    });
    const ranges = scores.map((score) => Math.min(9, Math.floor(score / 10 + 1e-9)));
    const possibleScores = Array.from({ length: 4 * k + 1 }, (_, sum) => (sum * 100) / (4 * k));
    const told = varianceFromRanges({ counts: countOf(ranges, 10), possibleScores })?.variance ?? NaN;
    expect(Math.abs(told / varianceOf(scores) - 1)).toBeLessThan(0.05);
  });

  it("keeps a child who left an item out and so has a score that is not possible else", () => {
    const counts = [5, 0, 0, 9, 0, 4, 20, 0, 0, 6];
    const possibleScores = [0, 1, 2, 3].map((favourable) => (favourable * 100) / 3);
    const children = [5, 9, 4, 20, 6].flatMap((n, at) =>
      Array.from({ length: n }, () => [0, 33.3333333333, 55, 66.6666666667, 100][at] ?? NaN),
    );
    const ofOneRange = (4 * 100) / 12 / 44;
    expect(varianceFromRanges({ counts, possibleScores })?.variance).toBeCloseTo(varianceOf(children) - ofOneRange, 6);
  });
});
