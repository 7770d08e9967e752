/** How a list of things is written: the name of an icon, its name in words, and words one would look for it by. */
import type { LocalText } from "../../paper/local-text";

export interface ThingWords extends LocalText {
  readonly keywords: Readonly<Record<"da" | "en", readonly string[]>>;
}

/** Name in Danish and English (they are its text alternative too), then words to find it by, with spaces between. */
type Row = readonly [da: string, en: string, daKeywords: string, enKeywords: string];

export function words<const Name extends string>(rows: Readonly<Record<Name, Row>>): Record<Name, ThingWords> {
  const entries = Object.entries<Row>(rows).map(([name, [da, en, daKeywords, enKeywords]]) => [
    name,
    { da, en, keywords: { da: daKeywords.split(" "), en: enKeywords.split(" ") } },
  ]);
  // `Object.fromEntries` forgets the names it was given.
  return Object.fromEntries(entries) as Record<Name, ThingWords>;
}
