/**
 * Words on adults' pages, by i18next: those of one language and of one page, which come with the page's data, so that no page
 * fetches the words of the others. A child's page never loads this: its paper carries its words.
 */
import { createInstance } from "i18next";
import type { i18n } from "i18next";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { I18nextProvider, initReactI18next } from "react-i18next";
import type { da } from "./words-da";

type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

/** What every language of the adults' pages has to say. */
export type AdultWords = Same<typeof da>;

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof da };
  }
}

type Language = "da" | "en";

export type PageWords = Partial<AdultWords>;

function createWords(locale: Language, translation: PageWords): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: locale,
    resources: { [locale]: { translation } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return words;
}

interface AdultWordsProviderProps {
  readonly locale: Language;
  readonly words: PageWords;
  readonly children: ReactNode;
}

export function AdultWordsProvider({ locale, words, children }: AdultWordsProviderProps) {
  const spoken = useMemo(() => createWords(locale, words), [locale, words]);
  return <I18nextProvider i18n={spoken}>{children}</I18nextProvider>;
}
