/**
 * Days of the municipality, wherever the server or the reader sits. A day is from midnight to midnight there, and so 23
 * or 25 hours long when clocks change: whoever counts days counts them here, never in hours.
 */
export const TIME_ZONE = "Europe/Copenhagen";

/** `2026-11-30` */
export type Day = string;

const DAY_MS = 86_400_000;

const WALL_CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: TIME_ZONE,
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
});

/** What clocks there show, as if it were the time in Greenwich; whole seconds. */
function wallTime(instant: number): number {
  const shown = new Map(WALL_CLOCK.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const at = (part: Intl.DateTimeFormatPartTypes) => shown.get(part) ?? 0;
  return Date.UTC(at("year"), at("month") - 1, at("day"), at("hour"), at("minute"), at("second"));
}

const dayIn = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** The day it is there at an instant. */
export const dayAt = (instant: Date): Day => dayIn(wallTime(instant.getTime()));

/** A day some days later, or earlier. */
export const daysLater = (day: Day, days: number): Day => dayIn(Date.parse(day) + days * DAY_MS);

/** How many days a day lies behind another. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** `month` from 1 to 12; the 32nd of a month is the first of the next. */
export const dayOfDate = (year: number, month: number, date: number): Day => dayIn(Date.UTC(year, month - 1, date));

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(Date.parse(day)).getUTCDay();

const HOUR_MS = 3_600_000;

/** When clocks there show a full hour of a day; one that clocks jump over is the next that they show. */
export function hourOf(day: Day, hour: number): Date {
  const shown = Date.parse(day) + hour * HOUR_MS;
  const before = (instant: number) => shown - (wallTime(instant) - instant);
  // A second time, in case clocks changed between the two.
  return new Date(before(before(shown)));
}

/** Midnight there, at the beginning of a day. */
export const startOf = (day: Day): Date => hourOf(day, 0);

/** Midnight there, at the end of a day: the first instant that is no longer in it. */
export const endOf = (day: Day): Date => startOf(daysLater(day, 1));

/** The last day of what ends at an instant: the day before a midnight, and else the day it is. */
export const lastDayBefore = (end: Date): Day => dayAt(new Date(end.getTime() - 1));
