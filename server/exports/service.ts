/** A release as files, for whoever may read the release. One after the other: a large one has a process's memory to itself. */
import type { Actor } from "../accounts/contract";
import { sha256 } from "../lib/ids";
import { inTurns } from "../lib/in-turns";
import { problems } from "../lib/problem";
import type { Municipality } from "../organisation/contract";
import type { Release } from "../releases/contract";
import type { ReleaseService } from "../releases/service";
import { codebookIn, provenanceOf } from "./about-figures";
import type { Locale } from "#surveys/paper/local-text";
import type { Cell, ExportFile, SheetName, Table, Wanted } from "./contract";
import { contentDisposition, fileNameOf } from "./file-name";
import { plainCell } from "./plain-cell";
import { cellsOf, figuresIn, rowsOf } from "./rules";

export interface ExportService {
  /** A workbook, or one CSV file for each sheet, the figures first. Throws as `getRelease` does, and `request.tooMany`. */
  getFiles(actor: Actor, wanted: Wanted): Promise<readonly ExportFile[]>;
}

export interface ExportDeps {
  readonly getRelease: ReleaseService["getRelease"];
  readonly getMunicipality: () => Promise<Municipality>;
}

const CONTENT_TYPES = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** Each waits for those before it; so many are no people any more. */
const MOST_WAITING = 20;
const WAIT_SECONDS = 10;

interface Written {
  readonly release: Release;
  readonly municipality: Municipality;
  readonly wanted: Wanted;
}

/** The packages that write are loaded for the first export, not at the start of the process. */
async function write({ release, municipality, wanted }: Written): Promise<ExportFile[]> {
  const { writeCsv } = await import("./write-csv");
  const { edition, locale, format } = wanted;
  const view = { edition, locale };
  const rows = await inTurns(rowsOf(release, view), cellsOf(release, view));
  const figures = figuresIn(locale, rows);
  const csv = await writeCsv(figures, locale);
  const about = { edition, locale, municipality: municipality.name, isInvented: municipality.isInvented };
  const provenance = provenanceOf(release, { ...about, figures, checksum: sha256(csv) });
  const codebook = codebookIn(locale);
  const file = (sheet: SheetName, bytes: Uint8Array): ExportFile => {
    const name = fileNameOf(release, { ...wanted, sheet, isInvented: municipality.isInvented });
    const disposition = contentDisposition(name);
    return { sheet, name, disposition, contentType: CONTENT_TYPES[format], bytes: new Uint8Array(bytes) };
  };
  if (format === "xlsx") {
    const { writeWorkbook } = await import("./write-workbook");
    return [file("figures", await writeWorkbook([figures, codebook, provenance]))];
  }
  const asCsv = async (table: Table) => file(table.name, Buffer.from(await writeCsv(table, locale)));
  return [file("figures", Buffer.from(csv)), await asCsv(codebook), await asCsv(provenance)];
}

/** Any table as a file, of texts that nobody has looked at. */
export async function toCsv({ header, rows }: Pick<Table, "header" | "rows">, locale: Locale): Promise<string> {
  const { writeCsv } = await import("./write-csv");
  const plain = (cell: Cell) => (typeof cell === "string" ? plainCell(cell) : cell);
  return writeCsv({ header, rows: rows.map((row) => row.map(plain)) }, locale);
}

export function createExportService({ getRelease, getMunicipality }: ExportDeps): ExportService {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    async getFiles(actor, wanted) {
      const { release } = await getRelease(actor, wanted.institutionId, wanted.roundId, wanted.locale);
      const municipality = await getMunicipality();
      if (waiting >= MOST_WAITING) throw problems.request.tooMany(WAIT_SECONDS);
      waiting += 1;
      const mine = last.then(() => write({ release, municipality, wanted }));
      last = mine.catch(() => undefined).finally(() => (waiting -= 1));
      return mine;
    },
  };
}
