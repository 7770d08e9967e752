/**
 * Text of other people's as a cell that no spreadsheet runs, hides or splits. Names are typed in by anybody; a file is opened
 * in many programs, with other separators than ours, and saved again as something else.
 */

/** What a cell of a workbook holds, in UTF-16 units; longer ones make a spreadsheet repair or split the file. */
export const MOST_OF_A_CELL = 32_767;

/** Line ends, tabulators, NUL and other controls: one space for a run of them. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/**
 * What is not seen: turns of the direction of writing, marks of byte order, spaces without width. Joiners stay: some
 * scripts and emoji are spelled with them.
 */
const UNSEEN = /(?![\u200C\u200D])\p{Cf}/gu;
/** Halves of a character, and what is none: XML has no spelling for them. */
const NO_CHARACTER = /[\p{Cs}\uFFFE\uFFFF]/gu;

/** Spaces, quotation marks, and joiners that are left: what some programs drop before they look for a formula. */
const BEFORE = `[\\s\\u200C\\u200D"'\`´“”„‟‘’‚‛«»‹›＂＇]*`;
/** A formula begins with one of these, in every width in which Unicode has them. */
const BEGINNING = "[=+\\-@＝﹦⁼₌＋﹢⁺₊－﹣⁻₋−＠﹫]";
const AT_START = new RegExp(`^(?=${BEFORE}${BEGINNING})`, "u");
/** Where a program with another separator begins a cell of its own. */
const AFTER_SEPARATOR = new RegExp(`([;,|])(${BEFORE})(?<!')(?=${BEGINNING})`, "gu");

/** Not between the halves of a character. */
function cut(text: string): string {
  if (text.length <= MOST_OF_A_CELL) return text;
  return `${text.slice(0, MOST_OF_A_CELL - 1).replace(/\p{Cs}$/u, "")}…`;
}

/** Doing it twice changes nothing. */
export function plainCell(text: string): string {
  const seen = text.replace(NO_CHARACTER, "\uFFFD").replace(CONTROLS, " ").replace(UNSEEN, "").trim();
  const split = seen.replace(AFTER_SEPARATOR, "$1$2'");
  return cut(split.startsWith("'") ? split : split.replace(AT_START, "'"));
}
