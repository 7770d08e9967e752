/** Tables as one workbook (XLSX): numbers as numbers, every text as text, the header held in place. */
import writeExcelFile from "write-excel-file/node";
import type { Cell, Table } from "./contract";

const codeOf = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/**
 * A spreadsheet reads `_x003D_` in a text as the character of that number; this spells what was meant. The package looks texts
 * up in a plain object and would lose a group called "constructor": such a one is spelled otherwise.
 */
function literal(text: string): string {
  if (text in Object.prototype) return codeOf(text) + text.slice(1);
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, codeOf("_"));
}
const cellOf = (cell: Cell): Cell => (typeof cell === "string" ? literal(cell) : cell);

/** What may stand in the name of a sheet, which has at most 31 characters. */
const sheetTitle = (title: string): string =>
  title
    .replace(/[[\]:*?/\\']/g, " ")
    .trim()
    .slice(0, 31);

export async function writeWorkbook(tables: readonly Table[]): Promise<Uint8Array> {
  const workbook = writeExcelFile(
    tables.map(({ title, header, rows, widths }) => ({
      sheet: sheetTitle(title),
      data: [
        header.map((value) => ({ value: literal(value), fontWeight: "bold" as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
  );
  return workbook.toBuffer();
}
