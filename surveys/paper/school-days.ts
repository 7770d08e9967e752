/**
 * Which days adults work and which days children are at school: what is owed to children is counted in the days on which
 * they are there. Public holidays are those of the law (lov om Folkekirkens helligdage, without Great Prayer Day since
 * 2024), and the days on which Danish municipalities close; school holidays are those that most municipalities keep, as
 * only the first day of the summer's is fixed by law (folkeskoleloven § 14 a).
 */
import type { Day } from "./calendar";
import { dayOfDate, daysBetween, daysLater, weekdayOf } from "./calendar";

const yearOf = (day: Day): number => Number(day.slice(0, 4));

const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0;

/** Easter Sunday in the Gregorian calendar, by Meeus, Jones and Butcher. */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOfDate(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Days from Easter Sunday: Thursday, Friday, Sunday, Monday, Ascension, Whitsun. */
const AROUND_EASTER = [-3, -2, 0, 1, 39, 49, 50];
/** New Year, Constitution Day, Christmas, New Year's Eve. */
const FIXED = ["01-01", "06-05", "12-24", "12-25", "12-26", "12-31"];

function isPublicHoliday(day: Day): boolean {
  return FIXED.includes(day.slice(5)) || AROUND_EASTER.includes(daysBetween(easterOf(yearOf(day)), day));
}

/** The first of a weekday in a month, or the one some weeks after. */
function weekdayIn(year: number, month: number, weekday: number, weeksLater = 0): Day {
  const first = dayOfDate(year, month, 1);
  return daysLater(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * weeksLater);
}

/** Monday of a week by ISO 8601: the fourth of January is in the first. */
function mondayOfWeek(year: number, week: number): Day {
  const fourth = dayOfDate(year, 1, 4);
  return daysLater(fourth, -((weekdayOf(fourth) + 6) % 7) + 7 * (week - 1));
}

const lastSaturdayOfJune = (year: number): Day => daysLater(weekdayIn(year, 7, 6), -7);

/** First and last day of each. */
function schoolHolidays(year: number): readonly (readonly [Day, Day])[] {
  const easter = easterOf(year);
  const week = (number: number) => [mondayOfWeek(year, number), daysLater(mondayOfWeek(year, number), 4)] as const;
  return [
    [dayOfDate(year, 1, 1), dayOfDate(year, 1, 2)],
    week(7),
    [daysLater(easter, -6), daysLater(easter, 1)],
    [daysLater(easter, 39), daysLater(easter, 40)],
    [lastSaturdayOfJune(year), daysLater(weekdayIn(year, 8, 1, 1), -1)],
    week(42),
    [dayOfDate(year, 12, 23), dayOfDate(year, 12, 31)],
  ];
}

/** A day on which a municipality's adults are at work. */
export const isWorkingDay = (day: Day): boolean => !isWeekend(day) && !isPublicHoliday(day);

/** A day on which children are at school. */
export const isSchoolDay = (day: Day): boolean =>
  isWorkingDay(day) && !schoolHolidays(yearOf(day)).some(([first, last]) => day >= first && day <= last);

/** The day that lies so many such days behind another; for 0 the day itself, or the next such day. */
function later(day: Day, days: number, counts: (day: Day) => boolean): Day {
  let found = day;
  let left = days;
  while (left > 0 || !counts(found)) {
    found = daysLater(found, 1);
    if (counts(found)) left -= 1;
  }
  return found;
}

/** The working day so many working days after a day: one working day after a Friday is the Monday. */
export const workingDaysLater = (day: Day, days: number): Day => later(day, days, isWorkingDay);

/** The school day so many school days after a day. */
export const schoolDaysLater = (day: Day, days: number): Day => later(day, days, isSchoolDay);

/** How many school days lie after a day, up to and with another; negative where that is earlier. */
export function schoolDaysBetween(from: Day, to: Day): number {
  if (to < from) return -schoolDaysBetween(to, from);
  let count = 0;
  for (let day = daysLater(from, 1); day <= to; day = daysLater(day, 1)) if (isSchoolDay(day)) count += 1;
  return count;
}

/** From here on groups that end in summer are saying goodbye: what they are owed comes before. */
const LAST_DAY_BEFORE_SUMMER = "06-20";

/**
 * When children are to hear back who were promised a day: on that day or the next school day; but what would fall between
 * 20 June and the end of the summer is due on the last school day up to 20 June, as some of them will not come back,
 * unless their answers came so late that this is less than a week after them.
 */
export function feedbackDueDay(promised: Day, closedOn: Day): Day {
  const due = schoolDaysLater(promised, 0);
  const beforeSummer = `${promised.slice(0, 4)}-${LAST_DAY_BEFORE_SUMMER}`;
  const isOverSummer = promised > beforeSummer && promised < weekdayIn(yearOf(promised), 8, 1, 1);
  if (!isOverSummer || daysBetween(closedOn, beforeSummer) < 7) return due;
  let last = beforeSummer;
  while (!isSchoolDay(last)) last = daysLater(last, -1);
  return last;
}
