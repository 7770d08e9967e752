/** Days on which children are at school, held to the calendars that Danish municipalities have published. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysLater } from "../../../../surveys/paper/calendar";
import {
  easterOf,
  feedbackDueDay,
  isSchoolDay,
  isWorkingDay,
  schoolDaysBetween,
  schoolDaysLater,
  workingDaysLater,
} from "../../../../surveys/paper/school-days";

const aDay = fc.integer({ min: 0, max: 20_000 }).map((days) => daysLater("2020-01-01", days));

it.each([
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2027, "2027-03-28"],
  [2038, "2038-04-25"],
  [2285, "2285-03-22"],
])("Easter of %d is %s", (year, day) => expect(easterOf(year)).toBe(day));

describe("closed", () => {
  it.each([
    ["Maundy Thursday", "2026-04-02"],
    ["Easter Monday", "2026-04-06"],
    ["Ascension", "2026-05-14"],
    ["Whit Monday", "2026-05-25"],
    ["Constitution Day", "2026-06-05"],
    ["Christmas Eve", "2026-12-24"],
    ["a Saturday", "2026-11-28"],
  ])("for everybody: %s", (_, day) => {
    expect(isWorkingDay(day)).toBe(false);
    expect(isSchoolDay(day)).toBe(false);
  });

  it.each([
    ["winter", "2026-02-09"],
    ["before Easter", "2026-03-30"],
    ["the day after Ascension", "2026-05-15"],
    ["the first Monday of the summer", "2026-06-29"],
    ["the last Friday of the summer", "2026-08-07"],
    ["autumn", "2026-10-12"],
    ["between the years", "2026-12-28"],
  ])("for children alone: %s", (_, day) => {
    expect(isWorkingDay(day)).toBe(true);
    expect(isSchoolDay(day)).toBe(false);
  });

  it.each(["2026-04-07", "2026-06-26", "2026-08-10", "2026-10-19", "2026-12-22", "2024-04-26", "2025-08-11"])(
    "not on %s",
    (day) => expect(isSchoolDay(day)).toBe(true),
  );
});

it.each([
  ["a Friday", "2026-11-27", 1, "2026-11-30"],
  ["a Saturday", "2026-11-28", 1, "2026-11-30"],
  ["the Wednesday before Easter", "2026-04-01", 1, "2026-04-07"],
  ["the Friday before Christmas", "2026-12-23", 1, "2026-12-28"],
])("one working day after %s", (_, day, days, due) => expect(workingDaysLater(day, days)).toBe(due));

it("counts school days as it adds them", () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: 0, max: 60 }), (day, days) => {
      const later = schoolDaysLater(day, days);
      expect(isSchoolDay(later)).toBe(true);
      if (days > 0) expect(schoolDaysBetween(day, later)).toBe(days);
    }),
  );
});

describe("what is owed to children", () => {
  it.each([
    ["on a school day stays", "2026-05-12", "2026-04-28", "2026-05-12"],
    ["on a Sunday comes on the Monday", "2026-05-10", "2026-04-28", "2026-05-11"],
    ["in July comes before the summer", "2026-07-10", "2026-06-05", "2026-06-19"],
    ["on the 22nd of June comes before it, too", "2026-06-22", "2026-06-01", "2026-06-19"],
    ["is not owed before it was said", "2026-07-03", "2026-06-17", "2026-08-10"],
    ["between the years comes after them", "2026-12-28", "2026-12-10", "2027-01-04"],
  ])("%s", (_, promised, closedOn, due) => expect(feedbackDueDay(promised, closedOn)).toBe(due));
});
