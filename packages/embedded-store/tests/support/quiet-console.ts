/** An unexpected word on the console fails the test that caused it. */
import { afterEach, beforeEach, expect, vi } from "vitest";

const methods = ["error", "warn", "info", "log"] as const;

beforeEach(() => {
  for (const method of methods) vi.spyOn(console, method);
});

afterEach(() => {
  for (const method of methods) {
    const spy = vi.mocked(console[method]);
    expect(spy.mock.calls, `console.${method} was called`).toEqual([]);
    spy.mockRestore();
  }
});
