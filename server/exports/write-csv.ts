/**
 * A table as CSV (RFC 4180), for the spreadsheet of the language: a Danish one splits at semicolons, has a comma in its numbers
 * and reads 4.7 as the fourth of July; an English one the other way round. UTF-8 with a byte order mark, or Excel guesses.
 */
import { setImmediate as turn } from "node:timers/promises";
import { stringify } from "csv-stringify/sync";
import type { Options } from "csv-stringify/sync";
import type { Locale } from "#surveys/paper/local-text";
import type { Table } from "./contract";

const SEPARATORS: Readonly<Record<Locale, { readonly cells: string; readonly decimals: string }>> = {
  da: { cells: ";", decimals: "," },
  en: { cells: ",", decimals: "." },
};

const MONTHS = "jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec";
/** What a spreadsheet takes for a number or a day when it reads it from a file of text. */
const NUMBER_LIKE = /^\d+(?:\s*[-.,:/eE]\s*\d+)+\s*[.%]?$/;
const DAY_LIKE = new RegExp(`^(?:\\d{1,4}[.\\s/-]*)?(?:${MONTHS})\\p{L}*[.\\s/-]*\\d*$`, "iu");

/** A day that is one, in the one spelling that every spreadsheet reads alike. */
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Text that stays text. A number alone, or a day, may be read as one: nothing of it is lost. */
export function csvText(text: string): string {
  if (DAY.test(text)) return text;
  return NUMBER_LIKE.test(text) || (/\d/.test(text) && DAY_LIKE.test(text)) ? `'${text}` : text;
}

/** Between so many others have their turns. */
const ROWS_AT_ONCE = 250;

export async function writeCsv({ header, rows }: Pick<Table, "header" | "rows">, locale: Locale): Promise<string> {
  const { cells, decimals } = SEPARATORS[locale];
  const options: Options = {
    delimiter: cells,
    record_delimiter: "windows",
    quoted_string: true,
    cast: {
      string: csvText,
      number: (number) => String(number).replace(".", decimals),
    },
  };
  const parts = [stringify([[...header]], { ...options, bom: true })];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    parts.push(stringify(rows.slice(from, from + ROWS_AT_ONCE), options));
    await turn();
  }
  return parts.join("");
}
