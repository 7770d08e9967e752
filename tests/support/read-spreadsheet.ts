/** Readers of exports that know nothing of what wrote them: CSV by RFC 4180, a workbook by its ZIP directory and its XML. */
import { inflateRawSync } from "node:zlib";

/** Cells as they stand between the separators; `isQuoted` tells text from numbers. */
export interface ReadCell {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** Throws where the file is not what RFC 4180 allows. */
export function readCsv(text: string, separator: string): ReadCell[][] {
  const rows: ReadCell[][] = [];
  let row: ReadCell[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    const isQuoted = text[at] === '"';
    if (isQuoted) {
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new Error("a quoted cell does not end");
        if (text[at] !== '"') cell += text[at] ?? "";
        else if (text[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else break;
      }
      at += 1;
    } else
      while (at < text.length && text[at] !== separator && text[at] !== "\r") {
        if (text[at] === '"' || text[at] === "\n") throw new Error(`a bare cell with ${JSON.stringify(text[at])}`);
        cell += text[at] ?? "";
        at += 1;
      }
    row.push({ text: cell, isQuoted });
    if (text[at] === separator) at += 1;
    else if (text.startsWith("\r\n", at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`after a cell stands ${JSON.stringify(text[at])}`);
  }
  return rows;
}

/** The files of a ZIP, by its central directory. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const data = Buffer.from(bytes);
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [data.readUInt16LE(at + 10), data.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => data.readUInt16LE(at + offset));
    const name = data.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
    const local = data.readUInt32LE(at + 42);
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const packed = data.subarray(start, start + size);
    files.set(name, (method === 8 ? inflateRawSync(packed) : packed).toString("utf8"));
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const fromXml = (text: string): string =>
  text
    .replace(/&(#x?)?(\w+);/g, (_whole, number: string | undefined, name: string) =>
      number ? String.fromCodePoint(parseInt(name, number === "#x" ? 16 : 10)) : (ENTITIES[name] ?? ""),
    )
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)));

export interface ReadSheet {
  readonly title: string;
  readonly xml: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const columnAt = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const files = unzip(bytes);
  const strings = [...(files.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>([^]*?)<\/si>/g)].map(([, inside = ""]) =>
    fromXml([...inside.matchAll(/<t[^>]*>([^]*?)<\/t>/g)].map(([, text = ""]) => text).join("")),
  );
  const titles = [...(files.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*name="([^"]*)"/g)];
  return titles.map(([, title = ""], at) => {
    const xml = files.get(`xl/worksheets/sheet${at + 1}.xml`) ?? "";
    const rows = [...xml.matchAll(/<row [^>]*>([^]*?)<\/row>/g)].map(([, row = ""]) => {
      const cells: (string | number | null)[] = [];
      for (const [, letters = "", rest = "", value = ""] of row.matchAll(
        /<c r="([A-Z]+)\d+"([^>]*)>(?:<v>([^<]*)<\/v>)<\/c>/g,
      ))
        cells[columnAt(letters)] = rest.includes('t="s"') ? (strings[Number(value)] ?? "") : Number(value);
      return Array.from(cells, (cell) => cell ?? null);
    });
    return { title: fromXml(title), xml, rows };
  });
}
