/** What is called a change: large, certain enough, and only of institutions that can be compared. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Comparison } from "../../../../surveys/results/compare-rounds";
import { compareRounds, marginOf } from "../../../../surveys/results/compare-rounds";
import { drawMunicipality } from "../../../support/drawn-municipality";
import { fastChance } from "../../../support/fast-chance";

const seed = Date.now() % 1_000_000;
const measured = (mean: number, n = 160, rate = 0.9) => ({ mean, n, rate, noiseVariance: 1 });

/** Forty that hardly moved, and one that is given. */
function among(one: Partial<Comparison>): Comparison[] {
  const still = Array.from(
    { length: 40 },
    (_, at): Comparison => ({
      institution: `still-${at}`,
      form: "10-12",
      index: "W1",
      now: measured(65 + ((at % 5) - 2) * 0.5),
      before: measured(65),
      variance: 22.7 ** 2,
    }),
  );
  const first = still[0] as Comparison;
  return [...still.slice(1), { ...first, institution: "one", ...one }];
}

const changeOf = (one: Partial<Comparison>) =>
  compareRounds(among(one)).compared.find(({ comparison }) => comparison.institution === "one")?.change;

it.each([
  ["a large fall", measured(45), measured(65), { certainty: "fairly-certain", direction: "down" }],
  ["a large rise", measured(85), measured(65), { certainty: "fairly-certain", direction: "up" }],
  ["a fall of 9 points", measured(56.2), measured(65), { certainty: "maybe", direction: "down" }],
  ["a fall of less than 6 points", measured(59.5), measured(65), "cannot-tell"],
  ["a large fall of few children", measured(52, 21), measured(65, 21), "cannot-tell"],
  ["nineteen children", measured(20, 19), measured(65), undefined],
  ["a response below 60 % before", measured(20), measured(65, 160, 0.59), undefined],
] as const)("%s", (_, now, before, told) => {
  const change = changeOf({ now, before });
  if (typeof told === "object") expect(change).toMatchObject(told);
  else expect(change).toBe(told);
});

it("never calls certain what is smaller than 6 points, and its interval holds the change", () => {
  const one = fc.record({ now: fc.integer({ min: 0, max: 100 }), before: fc.integer({ min: 0, max: 100 }) });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 30 }), (list) => {
      const comparisons = list.flatMap(({ now, before }, at) =>
        among({ now: measured(now), before: measured(before) })
          .slice(-1)
          .map((last) => ({ ...last, institution: `i${at}` })),
      );
      const { compared, drift } = compareRounds(comparisons);
      expect(compared).toHaveLength(list.length);
      expect(drift).toBeGreaterThanOrEqual(2);
      for (const { change, comparison } of compared) {
        if (change === "cannot-tell") continue;
        const by = comparison.now.mean - comparison.before.mean;
        expect(change.by).toBeCloseTo(by);
        expect(Math.abs(by)).toBeGreaterThanOrEqual(6);
        expect(change.low < by && by < change.high).toBe(true);
        expect(change.direction).toBe(by > 0 ? "up" : "down");
      }
    }),
  );
});

it("of nobody tells nothing, and a margin of nobody is everything", () => {
  expect(compareRounds([]).compared).toEqual([]);
  expect(marginOf({ mean: 50, n: 0 }, { variance: 500, drift: 2 })).toBe(100);
});

it("in thirty drawn municipalities calls hardly any change of chance certain (tests/deep/signals.test.ts)", () => {
  const chance = fastChance(seed);
  const hasFalse = Array.from({ length: 30 }, () => {
    const drawn = drawMunicipality(
      { institutions: 120, indices: 8, size: () => 20, leaf: 20, drift: 0, fall: () => 0 },
      chance,
    );
    const { compared } = compareRounds(drawn.map(({ comparison }) => comparison));
    return compared.some(({ change }) => change !== "cannot-tell" && change.certainty === "fairly-certain");
  });
  // Of 12 %, more than ten of thirty come once in a thousand runs.
  expect(hasFalse.filter(Boolean).length, `seed ${seed}`).toBeLessThanOrEqual(10);
});
