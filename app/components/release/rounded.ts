/** Figures and names as a page shows them. */
import type { Locale } from "#surveys/paper/local-text";
import type { Share } from "#surveys/results/form-result";
import type { Figure } from "./leader-page";

export const figureOf = ({ value, low, high }: Share): Figure => ({
  value: Math.round(value),
  low: Math.round(low),
  high: Math.round(high),
});

/** "1. A, 1. B og 2. A"; British, without a comma before "and". */
export const namesTogether = (names: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "conjunction" }).format(names);
