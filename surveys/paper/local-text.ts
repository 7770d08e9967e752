/** Text in the languages of the screen (`Locale`), and in as many more languages of children as it has been given. */
import type { Language } from "./language";

const LOCALES = ["da", "en"] as const satisfies readonly Language[];
export type Locale = (typeof LOCALES)[number];
export type LocalText = Readonly<Record<Locale, string> & Partial<Record<Language, string>>>;

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The text in a language; Danish where it has not been given in it. What must be complete, the linter holds to it. */
export function textIn(text: LocalText, language: Language): string {
  return text[language] ?? text.da;
}

/** Of a table of names, those of one language. */
export function namesIn<Name extends string>(names: Readonly<Record<Name, LocalText>>, locale: Locale) {
  const told = Object.entries<LocalText>(names).map(([name, text]) => [name, text[locale]] as const);
  // Every name is among the pairs.
  return Object.fromEntries(told) as Readonly<Record<Name, string>>;
}
