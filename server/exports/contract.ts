/** Exports: a release as files for a spreadsheet. What is asked for, the tables as they are written, and their addresses. */
import type { Locale } from "#surveys/paper/local-text";

export const EXPORT_FORMATS = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** `staff` has the groups' figures; `board`, which may be handed on, has none and names no group. */
export const EDITIONS = ["staff", "board"] as const;
export type Edition = (typeof EDITIONS)[number];

/** A workbook has all three; as CSV each is a file of its own. */
const SHEETS = ["figures", "codebook", "provenance"] as const;
export type SheetName = (typeof SHEETS)[number];

/** As they stand in an address and in the name of a file, whatever the language. */
const EDITION_WORDS: Readonly<Record<Edition, string>> = { staff: "personale", board: "bestyrelse" };
const SHEET_WORDS: Readonly<Record<SheetName, string>> = {
  figures: "tal",
  codebook: "kodebog",
  provenance: "oprindelse",
};

export const editionWord = (edition: Edition): string => EDITION_WORDS[edition];
export const sheetWord = (sheet: SheetName): string => SHEET_WORDS[sheet];

/** Text, a number, or nothing. */
export type Cell = string | number | null;

export interface Table {
  readonly name: SheetName;
  /** As it stands in a workbook. */
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
}

export interface Wanted {
  readonly institutionId: string;
  readonly roundId: string;
  readonly format: ExportFormat;
  readonly edition: Edition;
  readonly locale: Locale;
}

export interface ExportFile {
  readonly sheet: SheetName;
  /** Safe on every system; may have letters that are not ASCII's. */
  readonly name: string;
  /** The header Content-Disposition: the name once more, in two spellings. */
  readonly disposition: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What an address asks for; undefined where it asks for something that is not. Without a word it is the board's figures. */
export function readExportQuery(query: URLSearchParams): { edition: Edition; sheet: SheetName } | undefined {
  const [wantedEdition, wantedSheet] = [query.get("udgave"), query.get("ark")];
  const edition = wantedEdition === null ? "board" : EDITIONS.find((one) => editionWord(one) === wantedEdition);
  const sheet = wantedSheet === null ? "figures" : SHEETS.find((one) => sheetWord(one) === wantedSheet);
  return edition && sheet && { edition, sheet };
}

export function exportAddress({
  institutionId,
  roundId,
  format,
  edition,
  sheet = "figures",
}: Omit<Wanted, "locale"> & { readonly sheet?: SheetName }): string {
  const query = new URLSearchParams({ udgave: editionWord(edition) });
  if (sheet !== "figures") query.set("ark", sheetWord(sheet));
  const path = ["leder", institutionId, roundId, `udtraek.${format}`].map(encodeURIComponent).join("/");
  return `/${path}?${query.toString()}`;
}
