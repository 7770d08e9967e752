/** Words for shares: never stronger than the interval allows, never against the figure beside them. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { precisionOf, quantityOf, tenthsOf } from "../../../../surveys/results/quantity";

it.each([
  [95, 88, 100, "nearly-all"],
  [95, 75, 100, "most"],
  [80, 62, 95, "most"],
  [75, 55, 92, "over-half"],
  [60, 52, 70, "over-half"],
  [60, 45, 64, "about-half"],
  [60, 45, 75, "between"],
  [50, 40, 60, "about-half"],
  [50, 30, 70, "between"],
  [40, 30, 48, "under-half"],
  [40, 36, 55, "about-half"],
  [20, 5, 38, "few-of"],
  [20, 5, 45, "under-half"],
  [5, 0, 15, "few"],
  [5, 0, 30, "few-of"],
] as const)("%i (%i-%i) is %s", (share, low, high, word) => expect(quantityOf(share, { low, high })).toBe(word));

const MEANS = {
  "nearly-all": [80, 100],
  most: [60, 100],
  "over-half": [50, 100],
  "about-half": [35, 65],
  "under-half": [0, 50],
  "few-of": [0, 40],
  few: [0, 20],
  between: [0, 100],
} as const;

it("is true of every share in the interval", () => {
  const point = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(point, point, point, (one, two, three) => {
      const [low = 0, share = 0, high = 0] = [one, two, three].toSorted((a, b) => a - b);
      const [least, most] = MEANS[quantityOf(share, { low, high })];
      expect(low >= least && high <= most).toBe(true);
    }),
  );
});

it.each([
  [70, 65, 75, 7],
  [68, 62.5, 73.5, 7],
  [70, 63, 75, undefined],
  [97, 95, 99, undefined],
  [2, 0, 4, undefined],
] as const)("%i (%d-%d) is %s of ten", (share, low, high, tenths) =>
  expect(tenthsOf(share, { low, high })).toBe(tenths),
);

it.each([
  [12, false, "precise"],
  [12, true, "rough"],
  [30, false, "rough"],
  [31, false, "uncertain"],
] as const)("an interval of %i points is told as %s", (width, isSnapshot, precision) =>
  expect(precisionOf({ low: 20, high: 20 + width }, isSnapshot)).toBe(precision),
);
