/** Rows of a workbook (XLSX): values, never formulas; one with macros is refused. */
import { zipSync } from "fflate";
import readXlsxFile, { InvalidSpreadsheetError } from "read-excel-file/universal";
import type { ReadTable } from "./table";
import { FileRefused } from "./table";
import { namesIn, unpack } from "./unpack";

/** As a person reads it. A spreadsheet's day has no time zone: it comes as midnight in Greenwich. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().replace(/T.*/, "");
  if (typeof value === "boolean") return value ? "ja" : "nej";
  return typeof value === "number" ? String(value) : String(value as string);
}

function refuseKind(names: readonly string[]): void {
  if (names.some((name) => /vbaProject|macrosheets/i.test(name))) throw new FileRefused("macros");
  if (!names.includes("xl/workbook.xml")) throw new FileRefused("otherKind");
}

export async function readWorkbook(bytes: Uint8Array): Promise<ReadTable> {
  const names = namesIn(bytes);
  refuseKind(names);
  const files = unpack(bytes, (name) => name.endsWith(".xml") || name.endsWith(".xml.rels"));
  if (/macroEnabled/.test(new TextDecoder().decode(files["[Content_Types].xml"]))) throw new FileRefused("macros");
  // Packed again without packing: what reads it unpacks without counting, and beside the page, which ours forbids.
  const plain = zipSync(files, { level: 0 });
  try {
    const buffer = plain.buffer.slice(plain.byteOffset, plain.byteOffset + plain.byteLength) as ArrayBuffer;
    const sheets = await readXlsxFile(buffer, { trim: false });
    const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
    const rows = (filled[0]?.data ?? []).map((row) => row.map(textOf));
    return { rows, ...(filled.length > 1 && { hasMoreSheets: true }) };
  } catch (error) {
    if (!(error instanceof InvalidSpreadsheetError)) throw new FileRefused("broken");
    throw new FileRefused("formula");
  }
}
