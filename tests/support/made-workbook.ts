/** Workbooks for tests: as a real program writes them, and taken apart to be spoilt. */
import { unzipSync, zipSync } from "fflate";
import writeExcelFile from "write-excel-file/node";

type Cell = string | number | Date | null;

export async function madeWorkbook(rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((value) => (value instanceof Date ? { value, type: Date, format: "d-m-yyyy" } : { value })),
  );
  // The package's types tell each kind of cell apart; these are all of them.
  return new Uint8Array(await writeExcelFile(cells as never, {}).toBuffer());
}

/** With other files in it, by their names. */
export const withFiles = (workbook: Uint8Array, files: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync({ ...unzipSync(workbook), ...files });

export const fileOf = (bytes: Uint8Array) => ({
  size: bytes.length,
  arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
});
