/** Coded values: what one child can move, and what a code gives away. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeCount, codeShare, stepFor, toFives } from "../../../../surveys/disclosure/code-value";
import { qualityOf, suppressionOf } from "../../../../surveys/disclosure/suppress";

const cells = fc
  .record({
    n: fc.integer({ min: 5, max: 500 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    missing: fc.integer({ min: 0, max: 200 }),
  })
  .map(({ n, part, missing }) => ({ n, count: Math.round(part * n), population: n + missing }));

const codeOf = (count: number, n: number, population: number) => JSON.stringify(codeShare(count, n, population));

describe("a coded share", () => {
  it("stands for every count of its range, and no other", () => {
    fc.assert(
      fc.property(cells, ({ n, count, population }) => {
        const code = codeOf(count, n, population);
        const same = Array.from({ length: n + 1 }, (_, other) => other).filter(
          (other) => codeOf(other, n, population) === code,
        );
        expect(same.length).toBeGreaterThanOrEqual(Math.min(2, n));
        expect(same.at(-1)! - same[0]! + 1).toBe(same.length);
        const { from, to } = codeShare(count, n, population);
        expect(from).toBeLessThanOrEqual((100 * same[0]!) / n);
        expect(to).toBeGreaterThanOrEqual((100 * same.at(-1)!) / n);
      }),
      { numRuns: 60 },
    );
  });

  it("holds the true share in its range and in its interval", () => {
    fc.assert(
      fc.property(cells, ({ n, count, population }) => {
        const { from, to, low, high } = codeShare(count, n, population);
        const percent = (100 * count) / n;
        for (const [least, most] of [
          [from, to],
          [low, high],
        ] as const) {
          expect(least).toBeLessThanOrEqual(percent);
          expect(most).toBeGreaterThanOrEqual(percent);
        }
      }),
    );
  });

  it("is a word below twenty children, and at both ends of any number", () => {
    fc.assert(
      fc.property(cells, ({ n, count, population }) => {
        const { code, percent } = codeShare(count, n, population);
        const isWord = n < 20 || count <= 2 || count >= n - 2;
        expect(code === "step").toBe(!isWord);
        expect(percent === undefined).toBe(isWord);
      }),
    );
  });

  it("is rounded to steps of at least three children", () => {
    fc.assert(fc.property(fc.integer({ min: 12, max: 5000 }), (n) => (stepFor(n) * n) / 100 >= 3));
  });
});

it("a coded count never tells one child from none, nor all but one from all", () => {
  for (const n of [5, 12, 40]) {
    expect(new Set([0, 1, 2].map((count) => codeCount(count, n)))).toEqual(new Set(["few"]));
    expect(new Set([n, n - 1, n - 2].map((count) => codeCount(count, n))).size).toBe(1);
  }
  expect(toFives(24)).toBe(20);
});

describe("suppression", () => {
  it.each([
    [4, 0, "too-few"],
    [5, 0, undefined],
    [5, 4, "complement-too-few"],
    [5, 5, undefined],
    [0, 20, "too-few"],
  ] as const)("of %i beside %i is %s", (n, others, reason) => expect(suppressionOf(n, others)).toBe(reason));

  it.each([
    [29, 100, "only-rate"],
    [30, 100, "snapshot"],
    [59, 100, "snapshot"],
    [60, 100, "full"],
    [0, 0, "only-rate"],
  ] as const)("%i of %i heard is %s", (responded, invited, quality) =>
    expect(qualityOf(responded, invited)).toBe(quality),
  );
});
