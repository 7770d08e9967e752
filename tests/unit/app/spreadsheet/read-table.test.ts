/** Files as people have them: every spelling and separator, workbooks whole and spoilt, and one that is a bomb. */
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readTable } from "../../../../app/components/spreadsheet/read-table";
import { MOST_BYTES } from "../../../../app/components/spreadsheet/table";
import { fileOf, madeWorkbook, withFiles } from "../../../support/made-workbook";

const ROWS = [
  ["Område", "Institution", "Børn"],
  ["Sønder Å", 'Ærøskolen; afd. "Vest"', "21"],
];

const quoted = (cell: string) => (/[;,\t"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const textOf = (separator: string, newLine = "\r\n") =>
  ROWS.map((row) => row.map(quoted).join(separator) + newLine).join("");

const utf8 = (text: string) => new TextEncoder().encode(text);
/** What these letters are in it. */
const windows = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);

const read = (bytes: Uint8Array) => readTable(fileOf(bytes));
const faultOf = (bytes: Uint8Array) =>
  read(bytes).then(
    () => "read",
    (error: { fault?: string }) => error.fault ?? String(error),
  );

describe("a file of text", () => {
  const spellings = { utf8, windows, utf16, "utf8 with a mark": (text: string) => utf8(`\uFEFF${text}`) };
  const separators = { semicolon: ";", comma: ",", tab: "\t" };
  const all = Object.keys(spellings).flatMap((spelling) =>
    Object.keys(separators).map((name) => [spelling, name] as const),
  );
  it.each(all)("in %s with %s is read", async (spelling, name) => {
    const text = textOf(separators[name as "tab"]);
    const { rows } = await read(spellings[spelling as "utf8"](text));
    expect(rows).toEqual(ROWS);
  });

  it("in two spellings, line by line", async () => {
    const bytes = new Uint8Array([...utf8("Navn;Børn\nÆrøskolen;1\n"), ...windows("Åskolen;2\n")]);
    expect((await read(bytes)).rows).toEqual([
      ["Navn", "Børn"],
      ["Ærøskolen", "1"],
      ["Åskolen", "2"],
    ]);
  });

  it("keeps the numbers of its rows", async () => {
    expect((await read(utf8("sep=;\nNavn;Børn\n\nA;1\n"))).rows).toEqual([[], ["Navn", "Børn"], [""], ["A", "1"]]);
  });

  it.each([
    ["empty", utf8("")],
    ["empty", utf8(" ;\n;;\n")],
    ["brokenCsv", utf8('Navn;Børn\n"Ærø;1\n')],
    ["otherKind", utf8("%PDF-1.7")],
    ["otherKind", new Uint8Array([1, 0, 2, 0])],
    ["oldExcel", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1])],
    ["tooLong", utf8("a;b\n".repeat(100_001))],
  ])("is refused as %s", async (fault, bytes) => {
    expect(await faultOf(bytes)).toBe(fault);
  });
});

describe("a workbook", () => {
  it("is read as values: numbers, days, empty cells, æøå", async () => {
    const workbook = await madeWorkbook([
      ["Institution", "Nummer", "Skema"],
      ["Ærøskolen", 101001, new Date("2026-09-06T00:00:00Z")],
      [null, 22.5, null],
    ]);
    expect((await read(workbook)).rows).toEqual([
      ["Institution", "Nummer", "Skema"],
      ["Ærøskolen", "101001", "2026-09-06"],
      ["", "22.5", ""],
    ]);
  });

  it("of twenty thousand rows is read", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [`Skole ${at % 400}`, `${at % 10}. A`]);
    expect((await read(await madeWorkbook(rows))).rows).toHaveLength(20_000);
  });

  it("with macros, of another kind, or cut short is refused", async () => {
    const workbook = await madeWorkbook([["Navn"], ["A"]]);
    expect(await faultOf(withFiles(workbook, { "xl/vbaProject.bin": utf8("x") }))).toBe("macros");
    expect(await faultOf(zipSync({ "content.xml": utf8("<x/>") }))).toBe("otherKind");
    expect(await faultOf(workbook.slice(0, workbook.length - 30))).toBe("broken");
    expect(await faultOf(withFiles(workbook, { "xl/worksheets/sheet1.xml": utf8("<worksheet><not") }))).not.toBe(
      "read",
    );
  });

  it("that unpacks to more than 50 MB is refused by what its directory says", async () => {
    const bomb = withFiles(await madeWorkbook([["A"]]), { "xl/media/big.xml": new Uint8Array(MOST_BYTES) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await faultOf(bomb)).toBe("tooLarge");
  });

  it("and while it is unpacked, where the directory lies", async () => {
    const bomb = withFiles(await madeWorkbook([["A"]]), { "xl/media/big.xml": new Uint8Array(MOST_BYTES + 1) });
    const view = new DataView(bomb.buffer);
    const end = bomb.length - 22;
    for (let at = view.getUint32(end + 16, true); at < end; ) {
      view.setUint32(at + 24, 10, true);
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    expect(await faultOf(bomb)).toBe("tooLarge");
  });
});
