/** The language of a page: `?lang=` first, then what the browser prefers, then Danish. No cookie remembers it. */
import type { Language } from "#surveys/paper/language";
import { isLanguage } from "#surveys/paper/language";
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

function preferred<Tag extends string>(acceptLanguage: string, isOne: (tag: unknown) => tag is Tag): Tag | undefined {
  return acceptLanguage
    .split(",")
    .map(readPreference)
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag)
    .find(isOne);
}

/** `?lang=EN.` too: a mail program adds the end of its sentence to a link. */
const askedIn = (url: string): string =>
  (new URL(url).searchParams.get("lang") ?? "").toLowerCase().replace(/[^a-z]/g, "");

export function pickLocale(request: Request): Locale {
  const asked = askedIn(request.url);
  if (isLocale(asked)) return asked;
  return preferred(request.headers.get("Accept-Language") ?? "", isLocale) ?? DEFAULT;
}

/** The same for a child's pages, which speak more languages. */
export function pickLanguage(request: Request): Language {
  const asked = askedIn(request.url);
  if (isLanguage(asked)) return asked;
  return preferred(request.headers.get("Accept-Language") ?? "", isLanguage) ?? DEFAULT;
}

/** `?lang=en`, or nothing when the page did not ask for a language: links within a page keep the choice. */
export function langQuery(url: string): string {
  const asked = askedIn(url);
  return isLanguage(asked) ? `?lang=${asked}` : "";
}
