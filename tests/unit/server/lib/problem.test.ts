/** Codes are unique, readable and belong to a status that fits. */
import { expect, it } from "vitest";
import { isProblem, problems } from "../../../../server/lib/problem";

const all = Object.values(problems).flatMap((group) => Object.values(group).map((make) => make()));

it("every problem is one, with a code of its own", () => {
  for (const problem of all) {
    expect(isProblem(problem)).toBe(true);
    expect(problem.code).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
    expect(problem.status).toBeGreaterThanOrEqual(400);
    expect(problem.message).toMatch(/^[A-Z].*\.$/);
  }
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
});

it("what may pass says when to come back", () => {
  for (const { status, retryAfterSeconds } of all)
    expect((retryAfterSeconds ?? 0) > 0).toBe(status === 429 || status === 503);
});

it("nothing else is taken for a problem", () => {
  for (const value of [undefined, null, "key.unknown", new Error("key.unknown"), { status: 404 }])
    expect(isProblem(value)).toBe(false);
});
