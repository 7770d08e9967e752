/** The language of a page: `?lang=` first, then what the browser prefers, then Danish. No cookie remembers it. */
import type { Locale } from "#surveys/paper/local-text";
import { isLocale } from "#surveys/paper/local-text";

const DEFAULT: Locale = "da";

interface Preference {
  readonly tag: string;
  readonly weight: number;
}

function readPreference(part: string): Preference {
  const [tag = "", ...parameters] = part.trim().split(";");
  const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
  const weight = quality === undefined ? 1 : Number(quality);
  return { tag: (tag.split("-")[0] ?? "").toLowerCase(), weight: Number.isFinite(weight) ? weight : 0 };
}

function preferredLocale(acceptLanguage: string): Locale | undefined {
  return acceptLanguage
    .split(",")
    .map(readPreference)
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag)
    .find(isLocale);
}

export function pickLocale(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get("lang");
  if (isLocale(asked)) return asked;
  return preferredLocale(request.headers.get("Accept-Language") ?? "") ?? DEFAULT;
}

/** `?lang=en`, or nothing when the page did not ask for a language: links within a page keep the choice. */
export function langQuery(url: string): string {
  const asked = new URL(url).searchParams.get("lang");
  return isLocale(asked) ? `?lang=${asked}` : "";
}
