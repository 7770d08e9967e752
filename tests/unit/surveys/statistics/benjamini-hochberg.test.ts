/** Adjusted p values against R's p.adjust, and what holds for any list. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "../../../../surveys/statistics/benjamini-hochberg";
import { cases } from "../../../cases/statistics/benjamini-hochberg.json";
import { expectNear } from "./expect-near";

const lists = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 });

describe("Benjamini and Hochberg's adjusted p", () => {
  it.each(cases)("is R's: $what", ({ given, value }) => expectNear(benjaminiHochberg(given.p), value));

  it("keeps the order, is never below p, never above 1 nor above m times p", () => {
    fc.assert(
      fc.property(lists, (p) => {
        const q = benjaminiHochberg(p);
        expect(q.length).toBe(p.length);
        p.forEach((one, at) => {
          expect(q[at]).toBeGreaterThanOrEqual(one * (1 - 1e-12));
          expect(q[at]).toBeLessThanOrEqual(Math.min(1, one * p.length));
          p.forEach((other, to) => {
            if (one <= other) expect(q[at]).toBeLessThanOrEqual(q[to] ?? NaN);
          });
        });
      }),
    );
  });

  it("finds what the step-up rule of 1995 finds", () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(0.01, 0.05, 0.1, 0.25), (p, level) => {
        const sorted = p.toSorted((one, other) => one - other);
        const last = sorted.findLastIndex((one, at) => one <= ((at + 1) / p.length) * level * (1 + 1e-12));
        const found = benjaminiHochberg(p).filter((q) => q <= level * (1 + 1e-12)).length;
        // Those that tie with the last one are found with it.
        expect(found).toBe(last < 0 ? 0 : sorted.filter((one) => one <= (sorted[last] ?? NaN)).length);
      }),
    );
  });

  it("refuses what is no p value", () => {
    for (const p of [-0.1, 1.1, NaN]) expect(() => benjaminiHochberg([0.5, p])).toThrow(RangeError);
  });
});
