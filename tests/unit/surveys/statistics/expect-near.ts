/** Compares with a reference value of R: to 1e-8 of it, and to 1e-8 where it is 0. */
import { expect } from "vitest";

const NEAR = 1e-8;

export function expectNear(actual: object | null, reference: object): void {
  const given = Object.entries(reference);
  expect(given.length).toBeGreaterThan(0);
  const found: Readonly<Record<string, unknown>> = { ...actual };
  for (const [name, value] of given) {
    const error = Math.abs(Number(found[name]) - Number(value)) / (Math.abs(Number(value)) || 1);
    expect(error, `${name} is ${String(found[name])}, R has ${String(value)}`).toBeLessThanOrEqual(NEAR);
  }
}

export function meanOf(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0) / list.length;
}

/** With n − 1; 0 for one. */
export function varianceOf(list: readonly number[]): number {
  const mean = meanOf(list);
  return list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, list.length - 1);
}
