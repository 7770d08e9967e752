/** "12. marts" or "12 March", in any language of children, never broken over two lines. */
import { TIME_ZONE } from "./calendar";
import type { Language } from "./language";

/** Digits are 0-9 everywhere: the child meets the same ones on its card and its path. */
const TAGS: Readonly<Record<Language, string>> = {
  da: "da-DK",
  en: "en-GB",
  ar: "ar-EG-u-nu-latn",
  tr: "tr-TR",
  pl: "pl-PL",
  uk: "uk-UA",
  ur: "ur-PK-u-nu-latn",
};

export function dayAndMonth(date: Date, language: Language): string {
  const options = { day: "numeric", month: "long", timeZone: TIME_ZONE } as const;
  return new Intl.DateTimeFormat(TAGS[language], options).format(date).replaceAll(" ", "\u00a0");
}
