/** When jobs are due: every so often, or at an hour of the week, whatever clocks do in between. */
import { expect, it } from "vitest";
import { LEASE_MS, RENEW_EVERY_MS, isStuck, nextDue } from "../../../../server/jobs/rules";

const MONDAY_7 = { weekday: 1, hour: 7 } as const;

it.each([
  ["a Sunday evening", "2026-03-08T20:00:00Z", "2026-03-09T06:00:00.000Z"],
  ["a minute before", "2026-03-09T05:59:00Z", "2026-03-09T06:00:00.000Z"],
  ["then", "2026-03-09T06:00:00Z", "2026-03-16T06:00:00.000Z"],
  ["the week in which clocks go forward", "2026-03-24T12:00:00Z", "2026-03-30T05:00:00.000Z"],
  ["the week in which clocks go back", "2026-10-20T12:00:00Z", "2026-10-26T06:00:00.000Z"],
  ["a leap day", "2028-02-29T12:00:00Z", "2028-03-06T06:00:00.000Z"],
  ["the turn of a year", "2026-12-31T23:30:00Z", "2027-01-04T06:00:00.000Z"],
])("Mondays at seven, seen from %s", (_, now, due) => {
  const at = new Date(now);
  expect(nextDue(MONDAY_7, new Date(0), at).toISOString()).toBe(due);
});

it("does what was missed once, and nothing twice by a clock that is behind", () => {
  const now = new Date("2026-03-20T12:00:00Z");
  expect(nextDue(MONDAY_7, new Date("2026-01-05T06:00:00Z"), now).toISOString()).toBe("2026-03-23T06:00:00.000Z");
  // It was done two minutes early by another's clock.
  const early = new Date("2026-03-23T05:58:00Z");
  expect(nextDue(MONDAY_7, new Date("2026-03-23T06:00:00Z"), early).toISOString()).toBe("2026-03-30T05:00:00.000Z");
  expect(nextDue({ everyMs: 60_000 }, new Date(0), now).toISOString()).toBe("2026-03-20T12:01:00.000Z");
});

it("leaves a lease longer than two clocks may differ and a renewal takes", () => {
  expect(LEASE_MS - 4 * 60_000).toBeGreaterThan(RENEW_EVERY_MS);
});

it("is stuck a quarter of an hour after it was due", () => {
  const due = new Date("2026-03-20T12:00:00Z");
  expect(isStuck(due, new Date("2026-03-20T12:15:00Z"))).toBe(false);
  expect(isStuck(due, new Date("2026-03-20T12:15:01Z"))).toBe(true);
});
