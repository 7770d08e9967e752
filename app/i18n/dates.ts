/** Days as people read them: those of the municipality, wherever the reader sits. */
import { TIME_ZONE, dayAt, daysBetween, lastDayBefore } from "#surveys/paper/calendar";

const tagOf = (locale: string) => (locale === "da" ? "da-DK" : "en-GB");

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each: making one takes longer than what it is made for. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${Object.entries(options).join(" ")}`;
  const made = formats.get(name) ?? new Intl.DateTimeFormat(tagOf(locale), { ...options, timeZone: TIME_ZONE });
  formats.set(name, made);
  return made;
}

/** `6. marts`, with the year when it is not this one; never broken over two lines. */
export function dayOf(iso: string, locale: string, now: Date): string {
  const date = new Date(iso);
  const isThisYear = dayAt(date).slice(0, 4) === dayAt(now).slice(0, 4);
  const format = formatOf(locale, { day: "numeric", month: "long", ...(isThisYear ? {} : { year: "numeric" }) });
  return format.format(date).replaceAll(" ", "\u00a0");
}

/** The last day of what ends then: `30. november` for the midnight behind it. */
export function lastDayOf(iso: string, locale: string, now: Date): string {
  return dayOf(lastDayBefore(new Date(iso)), locale, now);
}

/** Whole calendar days from `now` to a day; negative when it has passed. */
export function daysUntil(iso: string, now: Date): number {
  return daysBetween(dayAt(now), dayAt(new Date(iso)));
}

/** `10.02`, in the municipality's time. */
export function timeOf(iso: string, locale: string): string {
  return formatOf(locale, { hour: "2-digit", minute: "2-digit" }).format(new Date(iso));
}
