/** Days as people read them. Everything is told in Danish time, wherever the reader sits. */
const TIME_ZONE = "Europe/Copenhagen";
const DAY_MS = 86_400_000;

const tagOf = (locale: string) => (locale === "da" ? "da-DK" : "en-GB");

/** `2026-03-06` in Danish time. */
const calendarDay = (date: Date) =>
  new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: TIME_ZONE }).format(date);

/** `6. marts`, with the year when it is not this one; never broken over two lines. */
export function dayOf(iso: string, locale: string, now: Date): string {
  const date = new Date(iso);
  const isThisYear = calendarDay(date).slice(0, 4) === calendarDay(now).slice(0, 4);
  return new Intl.DateTimeFormat(tagOf(locale), {
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
    timeZone: TIME_ZONE,
  })
    .format(date)
    .replaceAll(" ", "\u00a0");
}

/** Whole calendar days from `now` to a day; negative when it has passed. */
export function daysUntil(iso: string, now: Date): number {
  return Math.round((Date.parse(calendarDay(new Date(iso))) - Date.parse(calendarDay(now))) / DAY_MS);
}
