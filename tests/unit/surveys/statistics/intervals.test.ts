/** Intervals against published values, and what holds for every sample. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanInterval, widestDeviation } from "../../../../surveys/statistics/mean-interval";
import { wilsonInterval } from "../../../../surveys/statistics/wilson";

describe("Wilson's interval", () => {
  // Newcombe (1998), Statistics in Medicine 17, table I, method 3: 81/263, 15/148, 0/20, 1/29.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i of %i is [%f, %f]", (successes, n, low, high) => {
    const interval = wilsonInterval({ successes, n });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  const samples = fc
    .record({
      n: fc.integer({ min: 1, max: 400 }),
      missing: fc.integer({ min: 0, max: 400 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ n, missing, part }) => ({ n, population: n + missing, successes: Math.round(part * n) }));

  it("holds the share, lies within 0 and 1, and is never wider when the population is known", () => {
    fc.assert(
      fc.property(samples, ({ successes, n, population }) => {
        const plain = wilsonInterval({ successes, n });
        const known = wilsonInterval({ successes, n, population });
        for (const { low, high } of [plain, known]) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(successes / n + 1e-12);
          expect(high).toBeGreaterThanOrEqual(successes / n - 1e-12);
        }
        expect(known.high - known.low).toBeLessThanOrEqual(plain.high - plain.low + 1e-12);
      }),
    );
  });

  it("is a point when everybody was heard, also when more were heard than were said to be there", () => {
    for (const population of [40, 30])
      expect(wilsonInterval({ successes: 10, n: 40, population })).toEqual({ low: 0.25, high: 0.25 });
  });

  it("says nothing without a sample", () =>
    expect(wilsonInterval({ successes: 0, n: 0 })).toEqual({ low: 0, high: 1 }));
});

describe("the interval of a mean", () => {
  it("is Student's", () => {
    // t(0.975, 4) = 2.776 445; scores 40, 50, 60, 70, 80: s = 15.811 388.
    const { low, high } = meanInterval({ mean: 60, standardDeviation: 15.811388, n: 5 });
    expect(low).toBeCloseTo(60 - (2.776445 * 15.811388) / Math.sqrt(5), 4);
    expect(high).toBeCloseTo(60 + (2.776445 * 15.811388) / Math.sqrt(5), 4);
  });

  it("of one score or none is the whole range", () => {
    for (const n of [0, 1]) expect(meanInterval({ mean: 70, standardDeviation: 1, n })).toEqual({ low: 0, high: 100 });
  });

  it("never leaves 0 to 100", () => {
    const { low, high } = meanInterval({ mean: 66, standardDeviation: 57.7, n: 3 });
    expect([low, high]).toEqual([0, 100]);
  });

  it("takes a scatter that no scores of that mean exceed", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 40 }), (scores) => {
        const n = scores.length;
        const mean = scores.reduce((sum, score) => sum + score, 0) / n;
        const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (n - 1);
        expect(Math.sqrt(variance)).toBeLessThanOrEqual(widestDeviation(mean, n) + 1e-9);
      }),
    );
    // Half at each end.
    expect(widestDeviation(50, 4)).toBeCloseTo(57.735, 3);
  });
});
