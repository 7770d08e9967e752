/** Days are those of the municipality's clocks, over both changes of the hour, whatever the clock of the machine says. */
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { dayAt, daysBetween, daysLater, endOf, lastDayBefore, startOf } from "../../../../surveys/paper/calendar";

const ZONES = ["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Tokyo"];
const own = process.env["TZ"];
afterEach(() => {
  if (own === undefined) delete process.env["TZ"];
  else process.env["TZ"] = own;
});

const HOUR_MS = 3_600_000;

describe.each(ZONES)("a machine in %s", (zone) => {
  it.each([
    ["2026-11-30", "2026-11-29T23:00:00Z", 24],
    ["2026-07-01", "2026-06-30T22:00:00Z", 24],
    ["2026-01-01", "2025-12-31T23:00:00Z", 24],
    ["2026-12-31", "2026-12-30T23:00:00Z", 24],
    ["2028-02-29", "2028-02-28T23:00:00Z", 24],
    // Clocks go forward, and back.
    ["2026-03-28", "2026-03-27T23:00:00Z", 24],
    ["2026-03-29", "2026-03-28T23:00:00Z", 23],
    ["2026-03-30", "2026-03-29T22:00:00Z", 24],
    ["2026-10-24", "2026-10-23T22:00:00Z", 24],
    ["2026-10-25", "2026-10-24T22:00:00Z", 25],
    ["2026-10-26", "2026-10-25T23:00:00Z", 24],
    ["2027-03-28", "2027-03-27T23:00:00Z", 23],
    ["2027-10-31", "2027-10-30T22:00:00Z", 25],
  ])("has %s begin at %s and last %d hours", (day, start, hours) => {
    process.env["TZ"] = zone;
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    expect(startOf(day)).toEqual(new Date(start));
    expect(endOf(day).getTime() - startOf(day).getTime()).toBe(hours * HOUR_MS);
    expect(lastDayBefore(endOf(day))).toBe(day);
  });
});

it.each([
  ["2026-11-30T12:24:00Z", "2026-11-30", "2026-11-30"],
  ["2026-11-30T22:59:59.999Z", "2026-11-30", "2026-11-30"],
  ["2026-11-30T23:00:00Z", "2026-12-01", "2026-11-30"],
  ["2026-11-30T23:00:00.001Z", "2026-12-01", "2026-12-01"],
  ["2026-12-31T23:30:00Z", "2027-01-01", "2027-01-01"],
  ["2026-06-30T22:00:00Z", "2026-07-01", "2026-06-30"],
])("%s lies in %s, and what ends then ends with %s", (instant, day, last) => {
  expect(dayAt(new Date(instant))).toBe(day);
  expect(lastDayBefore(new Date(instant))).toBe(last);
});

it("every instant lies in the day that is said of it, and days are counted without a gap", () => {
  const instant = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.integer({ min: -800, max: 800 }), (at, days) => {
      const day = dayAt(at);
      expect(startOf(day) <= at && at < endOf(day)).toBe(true);
      const other = daysLater(day, days);
      expect(daysBetween(day, other)).toBe(days);
      expect(dayAt(startOf(other))).toBe(other);
      expect(startOf(daysLater(other, 1))).toEqual(endOf(other));
    }),
  );
});
