/**
 * What we use of JavaScript's own library and the oldest browsers we name lack (docs/browsers.md). It stands in the first
 * file of every page; tests/integration/old-browsers.test.ts finds what else would be needed.
 */
export {};

function lend(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

const { hasOwnProperty } = Object.prototype;

lend(Object, "hasOwn", (owner: object, name: PropertyKey) => hasOwnProperty.call(owner, name));

lend(Array.prototype, "at", function at<T>(this: T[], index: number): T | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
});

lend(Array.prototype, "findLast", function findLast<T>(this: T[], test: (one: T, index: number, all: T[]) => unknown) {
  for (let index = this.length - 1; index >= 0; index -= 1) if (test(this[index] as T, index, this)) return this[index];
  return undefined;
});

lend(Array.prototype, "toReversed", function toReversed<T>(this: T[]): T[] {
  return [...this].reverse();
});
