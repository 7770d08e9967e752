/**
 * What the rules about words look for, language by language, so that a person who speaks a language finds all of it in
 * one place. A list holds regular expressions between word borders, parted by "|" or a new line; a line with "#" is a
 * remark. "vold…" is "vold" with any ending ("…vold" with any beginning), "slår ~ dig" has up to three words between,
 * and in Arabic and Urdu vowel signs and hamzas may be written or not. Turkish says no with endings, Arabic joins with
 * a letter: a "(?!" names the words that only look so.
 */
export interface WordLists {
  readonly negations: string;
  /** Words that join two ideas. */
  readonly joins: string;
  /** Pairs with such a word that are one idea. */
  readonly oneIdea?: string;
  readonly looksBack: string;
  /** By what they are called: units of time. A school year and a holiday may be as far off as a year. */
  readonly year: string;
  readonly month: string;
  readonly week: string;
  readonly day: string;
  readonly howOften: string;
  /** Who is like you, looks like you. */
  readonly resemblance: string;
  /** How an answer begins that says yes, and one that says no, to a question. */
  readonly yes: string;
  readonly no: string;
  /** More than all others, where "mostly" is meant. */
  readonly superlatives: string;
  /** The ends of a ladder. */
  readonly top: string;
  readonly bottom: string;
  /**
   * Being alone or left out, fear, the body, worry, pressure, being teased. Danish and English: how sensitive a question
   * is belongs to the question and not to its translation, and every item of ours is written in both.
   */
  readonly sensitive?: string;
  /** Violence, also the mildest; sexuality; self-harm and suicide; other people by name. */
  readonly redList: string;
}

const LETTERS = "[\\p{L}\\p{M}]";
/** A list, as a template. */
export function any(list: TemplateStringsArray, ...parts: readonly string[]): string {
  const lines = String.raw(list, ...parts)
    .replace(/^\s*#.*$/gm, "")
    .trim();
  const entries = lines.replace(/\s*\n\s*/g, "|");
  return entries.replaceAll("…", `${LETTERS}*`).replaceAll(" ~ ", `(?: ${LETTERS}+){0,3} `);
}

/** The same for Arabic letters, where signs above and below them are mostly left out. */
export function vowelled(list: TemplateStringsArray, ...parts: readonly string[]): string {
  const letters = any(list, ...parts).replace(/[\u0621-\u064a\u0671-\u06d3]/g, "$&\\p{M}*");
  return letters.replaceAll("أ\\p{M}*", "[أا]\\p{M}*").replaceAll("إ\\p{M}*", "[إا]\\p{M}*");
}

/** In every language: "glad/tryg", "glad & tryg" and "glad, tryg, rolig". */
const WORD = `${LETTERS}+`;
export const SIGNS = `${WORD} ?[&/] ?${WORD}|(?!(?:ja|yes|evet|tak|так|نعم|ہاں)[,،])${WORD}[,،] ${WORD}[,،] ${WORD}`;
