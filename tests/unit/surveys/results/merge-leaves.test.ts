/** Leaves of fewer than ten never stand alone where they could stand with others. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { mergeLeaves } from "../../../../surveys/results/merge-leaves";

const leaf = (id: string, size: number) => ({ groups: [id], size });

it.each([
  ["all large enough", [leaf("a", 12), leaf("b", 10)], [["a"], ["b"]]],
  ["a small one goes to the next smallest", [leaf("a", 24), leaf("b", 4), leaf("c", 15)], [["a"], ["b", "c"]]],
  [
    "small ones gather until they are ten",
    [leaf("a", 3), leaf("b", 3), leaf("c", 3), leaf("d", 20)],
    [["a", "b", "c", "d"]],
  ],
  ["of equal ones the first by id", [leaf("c", 5), leaf("b", 5), leaf("a", 20)], [["a"], ["b", "c"]]],
  ["one alone stays", [leaf("a", 3)], [["a"]]],
  ["nobody is there", [leaf("a", 0), leaf("b", 11)], [["a", "b"]]],
] as const)("%s", (_, leaves, merged) => {
  expect(mergeLeaves(leaves).map(({ groups }) => groups)).toEqual(merged);
});

it("loses no group, whatever the order, and leaves none small beside another", () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(sizes, fc.integer(), (list, seed) => {
      const leaves = list.map((size, at) => leaf(`g${String(at).padStart(2, "0")}`, size));
      const merged = mergeLeaves(leaves);
      const shuffled = leaves.toSorted((one, other) => ((one.size * 31 + seed) % 7) - ((other.size * 31 + seed) % 7));
      expect(mergeLeaves(shuffled)).toEqual(merged);
      expect(merged.flatMap(({ groups }) => groups).toSorted()).toEqual(leaves.flatMap(({ groups }) => groups));
      expect(merged.length === 1 || merged.every(({ size }) => size >= 10)).toBe(true);
    }),
  );
});
