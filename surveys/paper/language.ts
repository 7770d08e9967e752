/**
 * The languages a child or a parent may be asked in, as BCP 47 tags. Adults' pages speak `Locale` (local-text.ts).
 * Direction comes from the tag's script and is never guessed from a text (enketo/enketo#827).
 */
export const LANGUAGES = ["da", "en", "ar", "tr", "pl", "uk", "ur"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Direction = "ltr" | "rtl";

/** What each language calls itself, for the button that chooses it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  da: "Dansk",
  en: "English",
  ar: "العربية",
  tr: "Türkçe",
  pl: "Polski",
  uk: "Українська",
  ur: "اردو",
};

/** Of the scripts of these languages, Arabic alone (ar, ur) is written from right to left (Unicode UAX 9). */
const RIGHT_TO_LEFT: readonly Language[] = ["ar", "ur"];

export function directionOf(language: Language): Direction {
  return RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr";
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
