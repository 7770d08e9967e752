/** Days as people read them: those of the municipality, wherever the reader sits. */
import { TIME_ZONE, dayAt, daysBetween, lastDayBefore } from "#surveys/paper/calendar";

const tagOf = (locale: string) => (locale === "da" ? "da-DK" : "en-GB");

/** `6. marts`, with the year when it is not this one; never broken over two lines. */
export function dayOf(iso: string, locale: string, now: Date): string {
  const date = new Date(iso);
  const isThisYear = dayAt(date).slice(0, 4) === dayAt(now).slice(0, 4);
  return new Intl.DateTimeFormat(tagOf(locale), {
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
    timeZone: TIME_ZONE,
  })
    .format(date)
    .replaceAll(" ", "\u00a0");
}

/** The last day of what ends then: `30. november` for the midnight behind it. */
export function lastDayOf(iso: string, locale: string, now: Date): string {
  return dayOf(lastDayBefore(new Date(iso)), locale, now);
}

/** Whole calendar days from `now` to a day; negative when it has passed. */
export function daysUntil(iso: string, now: Date): number {
  return daysBetween(dayAt(now), dayAt(new Date(iso)));
}
