/** Rows of a file of text whose cells are separated by semicolons, commas or tabs. */
import { CsvError, parse } from "csv-parse/browser/esm/sync";
import type { ReadTable } from "./table";
import { FileRefused, MOST_ROWS } from "./table";

const SEPARATORS = [";", "\t", ","] as const;
/** So many lines say which one it is. */
const LOOKED_AT = 30;

/** Outside quotes. */
function countOf(line: string, separator: string): number {
  let count = 0;
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) count += 1;
  }
  return count;
}

/** The one that most lines have, and have equally often. */
function separatorOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/, LOOKED_AT).filter((line) => line.trim() !== "");
  const told = /^sep=(.)$/i.exec(lines[0] ?? "")?.[1];
  if (told) return told;
  const scores = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => countOf(line, separator)).filter((count) => count > 0);
    const usual = Math.max(0, ...counts.map((count) => counts.filter((other) => other === count).length));
    return { separator, score: usual * 100 + Math.min(99, counts[0] ?? 0) };
  });
  return scores.sort((a, b) => b.score - a.score)[0]?.separator ?? ";";
}

export function readCsv(text: string): ReadTable {
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.includes("\0")) throw new FileRefused("otherKind");
  try {
    const rows = parse(plain, {
      delimiter: separatorOf(plain),
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      to: MOST_ROWS + 1,
    });
    // `sep=;` is for Excel; it stays a row, so that rows keep their numbers.
    return { rows: rows.map((row, at) => (at === 0 && /^sep=/i.test(row[0] ?? "") ? [] : row)) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileRefused("brokenCsv", typeof error["lines"] === "number" ? error["lines"] : undefined);
  }
}
