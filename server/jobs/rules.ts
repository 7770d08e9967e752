/** When a job is due, and how long whoever does it has it alone. Pure. */
import { dayAt, daysLater, hourOf, weekdayOf } from "#surveys/paper/calendar";
import type { Schedule } from "./contract";

const MINUTE_MS = 60_000;

/**
 * Whoever does a job has it for five minutes, and says every half a minute that it goes on. Clocks of two machines may be four
 * minutes apart (each two minutes off): then the other one takes a lease to be over after one minute at the earliest, which is
 * longer than the half a minute in which it is renewed.
 */
export const LEASE_MS = 5 * MINUTE_MS;
export const RENEW_EVERY_MS = MINUTE_MS / 2;

/** Due for so long, nobody does it. */
const STUCK_AFTER_MS = 15 * MINUTE_MS;

/**
 * The first time after `last` that lies after `now`, too: what was missed while nobody ran is done once. By the time that was
 * due and not by the clock alone, so that a machine whose clock is ahead does not do it for a second time.
 */
export function nextDue(schedule: Schedule, last: Date, now: Date): Date {
  const from = last > now ? last : now;
  if ("everyMs" in schedule) return new Date(now.getTime() + schedule.everyMs);
  const today = dayAt(from);
  const ahead = (schedule.weekday - weekdayOf(today) + 7) % 7;
  const [first, second] = [ahead, ahead + 7].map((days) => hourOf(daysLater(today, days), schedule.hour)) as [
    Date,
    Date,
  ];
  return first > from ? first : second;
}

export const isStuck = (dueAt: Date, now: Date): boolean => now.getTime() - dueAt.getTime() > STUCK_AFTER_MS;
