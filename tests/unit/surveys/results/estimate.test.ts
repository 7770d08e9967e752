/** Estimates add up exactly: to the participants, over leaves, and over choices. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { questionLaw } from "../../../../surveys/results/draw-table";
import type { Summed } from "../../../../surveys/results/estimate";
import { addUp, estimate, weightsOfNoise } from "../../../../surveys/results/estimate";
import { estimateIndex } from "../../../../surveys/results/index-score";
import { unknownShare } from "../../../../surveys/results/unknown-share";

const law = questionLaw(1000);
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
const leaf = fc
  .record({
    counts: fc.array(fc.integer({ min: -10, max: 60 }), { minLength: 8, maxLength: 8 }),
    participants: fc.nat({ max: 200 }),
  })
  .map((one): Summed => ({ ...one, leaves: 1, law }));
const leaves = fc.array(leaf, { minLength: 1, maxLength: 6 });

it("counts add up to the participants, and those of the leaves to those of the whole", () => {
  fc.assert(
    fc.property(leaves, (list) => {
      const whole = addUp(list);
      if (!whole) throw new Error("There are leaves.");
      const told = estimate(whole);
      expect(sum(told)).toBeCloseTo(whole.participants, 8);
      told.forEach((count, at) => expect(count).toBeCloseTo(sum(list.map((one) => estimate(one)[at] ?? 0)), 8));
      expect(whole.leaves).toBe(list.length);
    }),
  );
  expect(addUp([])).toBeUndefined();
});

it("are what was counted where no noise is in it", () => {
  expect(estimate({ counts: [5, 3, 2, 0, 0], participants: 10, leaves: 1, law })).toEqual([5, 3, 2, 0, 0]);
});

it("moves with a noise as the weights say", () => {
  const weights = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(leaf, weights, fc.nat({ max: 7 }), fc.integer({ min: -9, max: 9 }), (one, list, at, noise) => {
      const of = (summed: Summed) =>
        estimate(summed).reduce((total, count, place) => total + count * (list[place] ?? 0), 0);
      const moved = { ...one, counts: one.counts.map((count, place) => (place === at ? count + noise : count)) };
      expect(of(moved) - of(one)).toBeCloseTo(noise * (weightsOfNoise(list)[at] ?? 0), 8);
    }),
  );
});

const row = (counts: readonly number[]): Summed => ({ counts, participants: sum(counts), leaves: 1, law });

it("an index is the mean of its items' scores, of those that enough answered, and of half of them at least", () => {
  const values = [100, 50, 0];
  const full = row([20, 10, 10, 0, 0, 0]);
  const poor = row([0, 10, 30, 0, 0, 0]);
  const few = row([4, 0, 0, 36, 0, 0]);
  const of = (...rows: Summed[]) =>
    estimateIndex(
      rows.map((summed) => ({ summed, values })),
      10,
    );
  expect(of(full)?.value).toBeCloseTo(62.5);
  expect(of(full, poor)?.value).toBeCloseTo((62.5 + 12.5) / 2);
  expect(of(full, few)?.value).toBeCloseTo(62.5);
  expect(of(full, few, few)).toBeUndefined();
  expect(of()).toBeUndefined();
  // Twice as many items, half the variance of noise.
  expect((of(full)?.noiseVariance ?? 0) / (of(full, full)?.noiseVariance ?? 1)).toBeCloseTo(2);
});

it("what all who were asked could mean holds every answer that the others can have", () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 80 }),
      fc.nat({ max: 80 }),
      fc.nat({ max: 40 }),
      fc.nat({ max: 60 }),
      (yes, no, without, away) => {
        const exact = row([yes, no, without, 0, 0]);
        const invited = exact.participants + away;
        const { low, high } = unknownShare(exact, [1, 0], invited);
        const all = Math.max(1, invited);
        expect(low).toBeLessThanOrEqual(yes / all + 1e-9);
        expect(high).toBeGreaterThanOrEqual((invited === 0 ? 0 : yes + without + away) / all - 1e-9);
        expect(low >= 0 && high <= 1 && low <= high).toBe(true);
      },
    ),
  );
  expect(unknownShare(row([0, 0, 0, 0, 0]), [1, 0], 0)).toEqual({ low: 0, high: 1 });
  // More answers than children: of those who answered.
  expect(unknownShare(row([30, 10, 0, 0, 0]), [1, 0], 20).low).toBeLessThanOrEqual(0.75);
});
