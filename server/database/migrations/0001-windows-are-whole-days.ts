/**
 * Until 0.1 a round's window had hours within its first and its last day, and was read as the whole days they lie in. Now
 * the midnights around them are stored (docs/decisions/0008-windows-are-days.md). A midnight is left where it is.
 */
import type { Step } from "./step";

interface Window {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const TIME_ZONE = "Europe/Copenhagen";

const CLOCK = new Intl.DateTimeFormat("en-GB", {
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
function shownAt(instant: number): number {
  const shown = new Map(CLOCK.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const at = (part: Intl.DateTimeFormatPartTypes) => shown.get(part) ?? 0;
  return Date.UTC(at("year"), at("month") - 1, at("day"), at("hour"), at("minute"), at("second"));
}

/** The midnight there that begins the day which begins at `day` in Greenwich. */
function midnightOf(day: number): Date {
  const before = (instant: number) => day - (shownAt(instant) - instant);
  // A second time, in case clocks changed between the two.
  return new Date(before(before(day)));
}

const dayOf = (instant: number): number => Math.floor(shownAt(instant) / DAY_MS) * DAY_MS;

export const wholeDays = ({ opensAt, closesAt }: Window): Window => ({
  opensAt: midnightOf(dayOf(opensAt.getTime())),
  closesAt: midnightOf(dayOf(closesAt.getTime() - 1) + DAY_MS),
});

export const windowsAreWholeDays: Step = {
  title: "rounds open and close at midnight",
  async run({ main, signal }) {
    const rounds = main.collection<Partial<Window>>("rounds");
    for (const { _id, opensAt, closesAt } of await rounds.find({}).toArray()) {
      signal.throwIfAborted();
      // Not of the old form, whoever wrote it.
      if (!(opensAt instanceof Date && closesAt instanceof Date)) continue;
      const whole = wholeDays({ opensAt, closesAt });
      if (whole.opensAt.getTime() === opensAt.getTime() && whole.closesAt.getTime() === closesAt.getTime()) continue;
      await rounds.updateOne({ _id, opensAt, closesAt }, { $set: whole });
    }
  },
};
