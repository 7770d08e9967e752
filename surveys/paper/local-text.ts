/** Text in the languages of the screen. A child's survey has every text in all of them. */
export const LOCALES = ["da", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export type LocalText = Readonly<Record<Locale, string>>;

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}
