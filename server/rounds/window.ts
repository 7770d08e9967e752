/**
 * A round's window is days: "20.–30. November" is open from the first minute of the 20th to the last of the 30th, as the
 * municipality's clocks show them. Stored are two instants, the midnights around them.
 */
import type { Day } from "#surveys/paper/calendar";
import { daysLater, endOf, lastDayBefore, startOf } from "#surveys/paper/calendar";
import type { Round } from "./contract";

export type Window = Pick<Round, "opensAt" | "closesAt">;

/** Both days are in it. */
export function roundWindow(firstDay: Day, lastDay: Day): Window {
  if (!(firstDay <= lastDay)) throw new RangeError("A window ends on the day it begins, or later.");
  return { opensAt: startOf(firstDay), closesAt: endOf(lastDay) };
}

export const isInWindow = ({ opensAt, closesAt }: Window, now: Date): boolean => now >= opensAt && now < closesAt;

/** Some days after what ended: the last of them counts to its end. */
export const endAfter = (ended: Date, days: number): Date => endOf(daysLater(lastDayBefore(ended), days));
