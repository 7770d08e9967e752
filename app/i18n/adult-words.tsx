/** Words on adults' pages, by i18next. A child's page never loads this: its paper carries its words. */
import { createInstance } from "i18next";
import type { i18n } from "i18next";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { da } from "./words-da";
import { en } from "./words-en";

type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

/** What every language of the adults' pages has to say. */
export type AdultWords = Same<typeof da>;

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof da };
  }
}

type Language = "da" | "en";

function createWords(locale: Language): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: locale,
    resources: { da: { translation: da }, en: { translation: en } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return words;
}

export function AdultWordsProvider({ locale, children }: { readonly locale: Language; readonly children: ReactNode }) {
  const words = useMemo(() => createWords(locale), [locale]);
  return <I18nextProvider i18n={words}>{children}</I18nextProvider>;
}
