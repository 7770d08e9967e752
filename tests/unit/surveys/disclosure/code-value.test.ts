/** Coded values: what one child can move, and what everything published together gives away. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  areLeftOpen,
  baseOf,
  codeChoices,
  codeCount,
  codeShare,
  toFives,
} from "../../../../surveys/disclosure/code-value";
import type { Counted } from "../../../../surveys/disclosure/code-value";
import { cellsOf, stepFor } from "../../../../surveys/disclosure/count-cells";
import { isTooFew, qualityOf } from "../../../../surveys/disclosure/suppress";

const baseFor = (answered: number, tookPart: number) => {
  const base = baseOf(answered, tookPart);
  if (!base) throw new Error(`${answered} of ${tookPart} are not told`);
  return base;
};
const everyone = (n: number, population = n) => ({ answered: n, base: baseFor(n, n), population });
const cellOf = (count: number, n: number) => cellsOf(n).find(({ most }) => count <= most);
const upTo = (n: number) => Array.from({ length: n + 1 }, (_, count) => count);

/** For each publication, everything that could be behind it. */
function behind<Truth>(truths: readonly Truth[], publish: (truth: Truth) => unknown): Truth[][] {
  const sets = new Map<string, Truth[]>();
  for (const truth of truths) {
    const told = JSON.stringify(publish(truth));
    sets.set(told, [...(sets.get(told) ?? []), truth]);
  }
  return [...sets.values()];
}

const distinct = (values: readonly number[]) => new Set(values).size;

describe("cells", () => {
  it("hold at least three counts each, and every count once, for every number of children", () => {
    for (let n = 5; n <= 600; n += 1) {
      const cells = cellsOf(n);
      expect(cells.flatMap(({ least, most }) => upTo(n).slice(least, most + 1))).toEqual(upTo(n));
      for (const { least, most } of cells) expect(most - least + 1, `n = ${n}`).toBeGreaterThanOrEqual(3);
    }
  });

  it("keep the two ends apart from eight children on, and never tell 0 from 2", () => {
    for (let n = 5; n <= 600; n += 1) {
      for (const count of [0, 1, 2]) {
        expect(cellOf(count, n)).toEqual(cellOf(0, n));
        expect(cellOf(n - count, n)).toEqual(cellOf(n, n));
      }
      if (n >= 8) expect(cellOf(2, n)).toEqual({ least: 0, most: 2 });
    }
  });

  it("are steps of at least three children", () => {
    for (let n = 20; n <= 5000; n += 1) expect((stepFor(n) * n) / 100).toBeGreaterThanOrEqual(3);
  });
});

describe("the choices of one question, published together", () => {
  it("leave at least three counts open for each of two choices, and for the favourable share beside them", () => {
    for (let n = 7; n <= 120; n += 1) {
      const publish = (yes: number) => [codeChoices([yes, n - yes], everyone(n)), codeShare(yes, everyone(n))];
      for (const set of behind(upTo(n), publish)) expect(set.length, `n = ${n}`).toBeGreaterThanOrEqual(3);
    }
  });

  it("leave at least three counts open for each of three choices", () => {
    for (const n of [7, 8, 9, 10, 12, 14, 19, 20, 22, 26, 30, 34, 40, 60]) {
      const splits = upTo(n).flatMap((a) => upTo(n - a).map((b) => [a, b, n - a - b]));
      const publish = (counts: readonly number[]) => [
        codeChoices(counts, everyone(n)),
        codeShare(counts[0] ?? 0, everyone(n)),
      ];
      for (const set of behind(splits, publish))
        for (const choice of [0, 1, 2])
          expect(distinct(set.map((split) => split[choice] ?? 0)), `n = ${n}: ${set[0]}`).toBeGreaterThanOrEqual(3);
    }
  });

  it("together with the reasons for not answering leave every number at least three ways open", () => {
    for (const tookPart of [7, 8, 9, 10, 11, 12, 13, 14, 18, 20, 21, 23, 24, 30, 34, 48]) {
      const truths = upTo(tookPart).flatMap((answered) =>
        upTo(tookPart - answered).flatMap((declined) =>
          upTo(tookPart - answered - declined).map((notUnderstood) => ({ answered, declined, notUnderstood })),
        ),
      );
      const publish = ({ answered, declined, notUnderstood }: (typeof truths)[number]) => {
        const base = baseOf(answered, tookPart);
        return [base?.n, codeCount(declined, base, tookPart), codeCount(notUnderstood, base, tookPart)];
      };
      for (const set of behind(truths, publish))
        for (const number of ["answered", "declined", "notUnderstood"] as const)
          expect(distinct(set.map((truth) => truth[number])), `${tookPart} ${number}`).toBeGreaterThanOrEqual(3);
    }
  });

  it("do not tell how many skipped the question", () => {
    for (const tookPart of [20, 21, 30, 44, 48, 60]) {
      const truths = upTo(12).flatMap((skipped) => upTo(tookPart - skipped).map((yes) => ({ skipped, yes })));
      const publish = ({ skipped, yes }: { skipped: number; yes: number }) => {
        const answered = tookPart - skipped;
        const counted = { answered, base: baseFor(answered, tookPart), population: tookPart };
        return [counted.base.n, codeChoices([yes, answered - yes], counted)];
      };
      for (const set of behind(truths, publish)) {
        if (set.some(({ skipped }) => skipped === 12)) continue;
        expect(distinct(set.map(({ yes }) => yes)), `${tookPart}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it("add up to a hundred where all of them are figures", () => {
    const shares = codeChoices([25, 20, 15], everyone(60));
    expect(shares.reduce((sum, { percent }) => sum + (percent ?? Number.NaN), 0)).toBe(100);
  });

  it("that may be chosen together are held back when their cells just add up", () => {
    expect(areLeftOpen([17, 2, 2, 2], 2, everyone(20))).toBe(true);
    expect(areLeftOpen([6, 5, 5, 5], 4, everyone(21))).toBe(true);
    expect(areLeftOpen([7, 7, 2, 2], 4, everyone(18))).toBe(false);
  });
});

const samples = fc
  .record({
    n: fc.integer({ min: 8, max: 500 }),
    skipped: fc.constantFrom(0, 1, 2, 8, 15, 30),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    missing: fc.integer({ min: 0, max: 200 }),
  })
  .map(({ n, skipped, part, missing }) => ({
    count: Math.round(part * n),
    counted: { answered: n, base: baseOf(n, n + skipped), population: n + skipped + missing },
  }))
  .filter((one): one is { count: number; counted: Counted } => one.counted.base !== undefined);

describe("a coded share", () => {
  it("holds the true share in its range and in its interval", () => {
    fc.assert(
      fc.property(samples, ({ count, counted }) => {
        const { from, to, low, high } = codeShare(count, counted);
        const percent = (100 * count) / counted.answered;
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
    for (let n = 8; n <= 200; n += 1)
      for (const count of upTo(n)) {
        const { code, percent } = codeShare(count, everyone(n));
        const isWord = n < 20 || count <= 2 || count >= n - 2;
        expect(code === "step").toBe(!isWord);
        expect(percent === undefined).toBe(isWord);
      }
  });

  it("has a word that is true of everything it stands for, however many skipped the question", () => {
    const isTrue: Record<string, (share: number) => boolean> = {
      "under-half": (share) => share < 0.5,
      "half-or-less": (share) => share <= 0.5,
      "about-half": (share) => share >= 0.25 && share <= 0.75,
      "half-or-more": (share) => share >= 0.5,
      "over-half": (share) => share > 0.5,
    };
    for (let tookPart = 7; tookPart <= 60; tookPart += 1)
      for (let answered = 5; answered <= tookPart; answered += 1) {
        const base = baseOf(answered, tookPart);
        if (!base) continue;
        for (const count of upTo(answered)) {
          const { code, from, to } = codeShare(count, { answered, base, population: tookPart });
          const share = count / answered;
          if (isTrue[code]) expect(isTrue[code](share), `${count} of ${answered} of ${tookPart}: ${code}`).toBe(true);
          expect(100 * share).toBeGreaterThanOrEqual(from - 1e-9);
          expect(100 * share).toBeLessThanOrEqual(to + 1e-9);
        }
      }
  });
});

it("numbers are rounded down to fives", () => expect([0, 4, 5, 24].map(toFives)).toEqual([0, 0, 5, 20]));

describe("suppression", () => {
  it.each([
    [4, true],
    [5, false],
  ] as const)("of %i children: %s", (n, isHidden) => expect(isTooFew(n)).toBe(isHidden));

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
