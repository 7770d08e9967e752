/** Step 1: hours within a first and a last day become the midnights around these days, and midnights stay. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { dayOf, lastDayOf } from "../../../../../app/i18n/dates";
import { wholeDays } from "../../../../../server/database/migrations/0001-windows-are-whole-days";
import { standingOf } from "../../../../../server/rounds/rules";
import { isInWindow, roundWindow } from "../../../../../server/rounds/window";
import { daysLater, startOf } from "../../../../../surveys/paper/calendar";
import { aRound } from "../../../../support/small-municipality";

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => daysLater("1990-01-01", days));
const earlier = (date: Date) => new Date(date.getTime() - 1);

it("an hour of the day that stands in an older round means that whole day, and is shown as that day", () => {
  fc.assert(
    fc.property(day, fc.nat({ max: 400 }), fc.nat(), fc.nat(), (first, length, opens, closes) => {
      const last = daysLater(first, length);
      const whole = roundWindow(first, last);
      const opensAt = new Date(startOf(first).getTime() + (opens % 82_800_000));
      const closesAt = new Date(startOf(last).getTime() + 1 + (closes % 82_800_000));
      const stepped = wholeDays({ opensAt, closesAt });
      expect(stepped).toEqual(whole);
      for (const instant of [whole.opensAt, earlier(whole.closesAt)]) expect(isInWindow(stepped, instant)).toBe(true);
      for (const instant of [earlier(whole.opensAt), whole.closesAt]) expect(isInWindow(stepped, instant)).toBe(false);
      const shown = dayOf(last, "da", whole.opensAt);
      expect(lastDayOf(closesAt.toISOString(), "da", whole.opensAt)).toBe(shown);
      expect(lastDayOf(stepped.closesAt.toISOString(), "da", whole.opensAt)).toBe(shown);
    }),
  );
});

it("whole days stay as they are", () => {
  fc.assert(
    fc.property(day, fc.nat({ max: 400 }), (first, length) => {
      const whole = roundWindow(first, daysLater(first, length));
      expect(wholeDays(whole)).toEqual(whole);
    }),
  );
});

it.each([
  ["2026-11-30T11:23:59Z", true],
  ["2026-11-30T11:24:00Z", true],
  ["2026-11-30T22:59:59Z", true],
  ["2026-11-30T23:00:00Z", false],
])("with 12:24 written into its last day, a child may begin at %s: %s", (now, may) => {
  const hours = { opensAt: new Date("2026-11-20T11:24:00Z"), closesAt: new Date("2026-11-30T11:24:00Z") };
  expect(standingOf(aRound({ ...wholeDays(hours), state: "open" }), new Date(now)) === "open").toBe(may);
  expect(lastDayOf(hours.closesAt.toISOString(), "da", new Date(now))).toBe("30.\u00a0november");
});
