/** Language and direction of the document: the innermost page's data decides, else the root's. */
import { useMatches } from "@remix-run/react";
import type { Language } from "#surveys/paper/language";
import { isLanguage } from "#surveys/paper/language";
import type { Locale } from "#surveys/paper/local-text";
import { isLocale } from "#surveys/paper/local-text";

export interface DocumentLanguage {
  readonly locale: Language;
  readonly dir: "ltr" | "rtl";
}

const fieldOf = (data: unknown, field: string): unknown =>
  typeof data === "object" && data !== null && field in data ? data[field as keyof typeof data] : undefined;

/** `matches` are the pages' data, outermost first. */
function documentLanguage(matches: readonly { readonly data?: unknown }[]): DocumentLanguage {
  const innermostFirst = matches.map(({ data }) => data).reverse();
  const locale = innermostFirst.map((data) => fieldOf(data, "locale")).find(isLanguage) ?? "da";
  const dir = innermostFirst.map((data) => fieldOf(data, "dir")).find((value) => value === "rtl" || value === "ltr");
  return { locale, dir: dir === "rtl" ? "rtl" : "ltr" };
}

export function useDocumentLanguage(): DocumentLanguage {
  return documentLanguage(useMatches());
}

/** For pages that speak Danish and English only. */
export function usePageLocale(): Locale {
  const { locale } = useDocumentLanguage();
  return isLocale(locale) ? locale : "da";
}
