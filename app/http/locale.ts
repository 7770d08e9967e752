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

export function pickLocale(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get("lang");
  if (isLocale(asked)) return asked;
  return preferred(request.headers.get("Accept-Language") ?? "", isLocale) ?? DEFAULT;
}

/** The same for a child's pages, which speak more languages. */
export function pickLanguage(request: Request): Language {
  const asked = new URL(request.url).searchParams.get("lang");
  if (isLanguage(asked)) return asked;
  return preferred(request.headers.get("Accept-Language") ?? "", isLanguage) ?? DEFAULT;
}

/** `?lang=en`, or nothing when the page did not ask for a language: links within a page keep the choice. */
export function langQuery(url: string): string {
  const asked = new URL(url).searchParams.get("lang");
  return isLanguage(asked) ? `?lang=${asked}` : "";
}
