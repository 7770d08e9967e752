/**
 * The two sides of an item's answers, as values and in words: those that count as favourable, and those on the other side of the
 * middle. The middle itself is on neither. Derived from what the item's own key says, so that it is right for any answer set,
 * an imported survey's too.
 */
import type { LocalText, Locale } from "../paper/local-text";
import type { ScoredItem } from "../paper/scoring-key";

export type Side = "favourable" | "opposite";

/** The codes less favourable than the middle; without codes every choice that is not named as favourable. */
function oppositeOf({ choices, favourable, codes, reverse }: ScoredItem): string[] {
  const values = choices.map(({ value }) => value);
  if (!codes) return values.filter((value) => !favourable.includes(value));
  const all = Object.values(codes);
  const middle = (Math.min(...all) + Math.max(...all)) / 2;
  return values.filter((value) => {
    const code = Object.hasOwn(codes, value) ? codes[value] : undefined;
    return code !== undefined && (reverse ? code > middle : code < middle);
  });
}

/** From least to most favourable. */
export function answersOn(item: ScoredItem, side: Side): readonly string[] {
  const chosen = side === "favourable" ? item.favourable : oppositeOf(item);
  return item.choices
    .map(({ value }) => value)
    .filter((value) => chosen.includes(value))
    .toReversed();
}

const WORDS = {
  da: { answered: "svarede", or: "eller", from: "fra", to: "til", other: "svarede noget andet", quotes: ["”", "”"] },
  en: { answered: "answered", or: "or", from: "from", to: "to", other: "gave another answer", quotes: ["“", "”"] },
} as const;

/** As it is written where an answer is quoted: without the mark that ends a sentence. */
export const quoted = (text: string, locale: Locale): string =>
  WORDS[locale].quotes.join(text.trim().replace(/[.:]$/u, ""));

/** More answers than these stand in a row (stones, a ladder): its ends say it. */
const MOST_NAMED = 3;

function given(labels: readonly LocalText[], locale: Locale, isRow: boolean): string {
  const { answered, or, from, to, other } = WORDS[locale];
  const names = labels.map((label) => quoted(label[locale], locale));
  const [first, last] = [names[0], names[names.length - 1]];
  if (first === undefined || last === undefined) return other;
  if (isRow && names.length > MOST_NAMED) return `${answered} ${from} ${first} ${to} ${last}`;
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} ${or} ${last}` : first;
  return `${answered} ${list}`;
}

/** ‘svarede ”For det meste” eller ”Altid”’: for the small print, and where a sentence has no ending of its own. */
export function answersGiven(item: ScoredItem, side: Side): LocalText {
  const values = answersOn(item, side);
  const labels = values.flatMap((value) => item.choices.find((choice) => choice.value === value)?.label ?? []);
  const isRow = item.codes !== undefined;
  return { da: given(labels, "da", isRow), en: given(labels, "en", isRow) };
}
