/**
 * How a date in a text is read from files: nobody records 366 days for each sentence, but the day, the month and what
 * stands before and after are said one after the other.
 */
import type { Language } from "../paper/language";
import { LANGUAGES } from "../paper/language";
import { dayAndMonth } from "../paper/day";

const ORDINALS: Readonly<Partial<Record<Language, readonly string[]>>> = {
  da: [
    ..."første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende".split(" "),
    ..."fjortende femtende sekstende syttende attende nittende tyvende enogtyvende toogtyvende".split(" "),
    ..."treogtyvende fireogtyvende femogtyvende seksogtyvende syvogtyvende otteogtyvende".split(" "),
    ..."niogtyvende tredivte enogtredivte".split(" "),
  ],
  en: [
    ..."first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split(" "),
    ..."fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(" "),
    ..."twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh".split(" "),
    ..."twenty-eighth twenty-ninth thirtieth thirty-first".split(" "),
  ],
};

const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15)));

/** A month as it is written behind its day. */
const monthsIn = (language: Language): string[] =>
  MONTHS.map((month) => dayAndMonth(month, language).replace(/^15\.?\s/u, ""));

/** Everything a date can need, in a language that has files. */
export function dateWords(language: Language): string[] {
  const days = ORDINALS[language];
  return days ? [...days, ...monthsIn(language)] : [];
}

const isSaid = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** The parts around what is filled in, as they are said. */
export const fixedParts = (template: string): string[] =>
  template
    .split(/\{\d\}/)
    .map((part) => part.trim())
    .filter(isSaid);

/** Made once: a page asks for each of its texts. */
const DATES: Readonly<Partial<Record<Language, RegExp>>> = Object.fromEntries(
  LANGUAGES.filter((language) => ORDINALS[language]).map((language) => [
    language,
    new RegExp(`(\\d{1,2})\\.?\\s(${monthsIn(language).join("|")})`, "u"),
  ]),
);

/** "Den 8. marts er det slut." as four texts; undefined where there is no date in a language with words for it. */
export function aroundDate(text: string, language: Language): string[] | undefined {
  const found = DATES[language]?.exec(text);
  if (!found) return undefined;
  const [whole, day, month = ""] = found;
  const ordinal = ORDINALS[language]?.[Number(day) - 1] ?? "";
  const parts = [text.slice(0, found.index), ordinal, month, text.slice(found.index + whole.length)];
  return parts.map((part) => part.trim()).filter(isSaid);
}
