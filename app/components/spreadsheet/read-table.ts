/** Reads somebody's file in the browser. What it is, its bytes say, not its name. */
import { decodeText } from "./decode-text";
import { readCsv } from "./read-csv";
import { readWorkbook } from "./read-workbook";
import type { ReadTable } from "./table";
import { FileRefused, MOST_BYTES, MOST_ROWS } from "./table";

const starts = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);

/** Throws `FileRefused`. */
export async function readTable(file: Pick<File, "size" | "arrayBuffer">): Promise<ReadTable> {
  if (file.size === 0) throw new FileRefused("empty");
  if (file.size > MOST_BYTES) throw new FileRefused("tooLarge");
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new FileRefused("oldExcel");
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) throw new FileRefused("otherKind");
  const table = starts(bytes, [0x50, 0x4b]) ? await readWorkbook(bytes) : readCsv(decodeText(bytes));
  if (table.rows.length > MOST_ROWS) throw new FileRefused("tooLong");
  if (!table.rows.some((row) => row.some((cell) => cell.trim() !== ""))) throw new FileRefused("empty");
  return table;
}
