/** What is lent to older browsers does what newer ones do by themselves. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";

const { at, findLast, toReversed } = Array.prototype;
const { hasOwn } = Object;
const OURS = [
  [Object, "hasOwn"],
  [Array.prototype, "at"],
  [Array.prototype, "findLast"],
  [Array.prototype, "toReversed"],
] as const;
const kept = OURS.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name));

beforeAll(async () => {
  for (const [owner, name] of OURS) Reflect.deleteProperty(owner, name);
  await import("../../../app/older-browsers");
});
afterAll(() => OURS.forEach(([owner, name], index) => Object.defineProperty(owner, name, kept[index] ?? {})));

it("is in place, and shows up in no loop over an array or its names", () => {
  for (const [owner, name] of OURS) {
    expect(Reflect.get(owner, name)).not.toBe(
      [hasOwn, at, findLast, toReversed][OURS.findIndex((one) => one[1] === name)],
    );
    expect(Object.keys(owner)).not.toContain(name);
  }
});

it("answers as the browsers' own", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.double({ min: -9, max: 9 }), fc.integer(), (list, index, most) => {
      const isLow = (one: number) => one < most;
      expect(list.at(index)).toBe(at.call(list, index));
      expect(list.findLast(isLow)).toBe(findLast.call(list, isLow));
      const before = [...list];
      expect(list.toReversed()).toEqual(toReversed.call(list));
      expect(list).toEqual(before);
    }),
  );
});

it.each([
  [{ a: undefined }, "a"],
  [{}, "toString"],
  [Object.create(null), "a"],
  [[1], 0],
  [{ hasOwnProperty: () => true }, "b"],
])("knows what %o has of its own", (owner: object, name: PropertyKey) => {
  expect(Object.hasOwn(owner, name)).toBe(hasOwn(owner, name));
});
