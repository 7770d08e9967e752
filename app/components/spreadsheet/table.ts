/** A file as rows of texts, or why it is not read. */
export interface ReadTable {
  /** The first is the spreadsheet's row 1; empty ones are there too. */
  readonly rows: readonly (readonly string[])[];
  /** Only the first sheet with something in it was read. */
  readonly hasMoreSheets?: boolean;
}

export type FileFault =
  | "empty"
  | "tooLarge"
  | "tooLong"
  | "macros"
  | "oldExcel"
  | "otherKind"
  | "formula"
  | "broken"
  | "brokenCsv";

export class FileRefused extends Error {
  constructor(
    readonly fault: FileFault,
    /** The line it is about. */
    readonly line?: number,
  ) {
    super(fault);
  }
}

/** Of a file, and of what is in it once it is unpacked. */
export const MOST_BYTES = 50 * 1024 * 1024;
export const MOST_ROWS = 100_000;
