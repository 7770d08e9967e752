/**
 * The rows that go to the server: cells of matched columns alone. Where each row of the file is a child, rows are counted here,
 * and what they were stays here.
 */
import type { ImportColumn, ImportRow } from "#server/organisation/contract";
import type { FileTable, Matching } from "./match-columns";

const PLACE = ["number", "pNumber", "ownCode", "name"] as const;
/** What a merged cell says for the rows below it. */
const CARRIED = [...PLACE, "area", "kinds", "controller", "controllerName"] as const;

export interface MadeRows {
  readonly rows: readonly ImportRow[];
  /** Rows without an institution, taken for those of the one above. */
  readonly carried: readonly number[];
}

type Cells = Partial<Record<ImportColumn, string>>;

function cellsOf(row: readonly string[], matching: Matching): Cells {
  const cells: Cells = {};
  // The keys of a matching are columns.
  for (const [column, at] of Object.entries(matching) as [ImportColumn, number][]) {
    const text = (row[at] ?? "").replace(/\s+/g, " ").trim();
    if (text !== "") cells[column] = text;
  }
  return cells;
}

export function makeRows({ rows, headAt, columns }: FileTable, matching: Matching, isCounting: boolean): MadeRows {
  const refused = new Set(columns.flatMap(({ at, suspicion }) => (suspicion ? [at] : [])));
  const allowed: Matching = Object.fromEntries(Object.entries(matching).filter(([, at]) => !refused.has(at)));
  const made: { row: number; cells: Cells }[] = [];
  const carried: number[] = [];
  let above: Cells = {};
  for (const [at, row] of rows.entries()) {
    if (at <= headAt) continue;
    const cells = cellsOf(row, allowed);
    if (Object.keys(cells).length === 0) continue;
    const hasPlace = PLACE.some((column) => cells[column] !== undefined);
    if (hasPlace) above = cells;
    else if (cells.group !== undefined && Object.keys(above).length > 0) {
      for (const column of CARRIED) if (above[column] !== undefined) cells[column] ??= above[column];
      carried.push(at + 1);
    }
    made.push({ row: at + 1, cells });
  }
  return { rows: isCounting ? count(made) : made, carried: isCounting ? [] : carried };
}

/** One row for each group: the first of it, and how many there were. */
function count(rows: readonly { readonly row: number; readonly cells: Cells }[]): ImportRow[] {
  const groups = new Map<string, { readonly row: number; readonly cells: Cells; children: number }>();
  for (const { row, cells } of rows) {
    const key = [...PLACE, "area", "group"]
      .map((column) => cells[column as ImportColumn] ?? "")
      .join("\n")
      .toLowerCase();
    const known = groups.get(key);
    if (known) known.children += 1;
    else groups.set(key, { row, cells, children: 1 });
  }
  return [...groups.values()].map(({ row, cells, children }) => ({
    row,
    cells: cells.group === undefined ? cells : { ...cells, childCount: String(children) },
  }));
}

/** Whether rows look like children: the same group again and again, and no column that counts. */
export function looksLikeChildren({ rows, headAt }: FileTable, matching: Matching): boolean {
  const { group, childCount } = matching;
  if (group === undefined || childCount !== undefined) return false;
  const made = rows
    .slice(headAt + 1)
    .map((row) => cellsOf(row, matching))
    .filter((cells) => cells.group !== undefined);
  const different = new Set(made.map((cells) => [...PLACE.map((column) => cells[column]), cells.group].join("\n")));
  return made.length > different.size;
}

/** A request of a page is 256 KB at most. */
const MOST_BYTES = 180_000;
const MOST_ROWS = 4000;

export function partsOf(rows: readonly ImportRow[]): ImportRow[][] {
  const parts: ImportRow[][] = [[]];
  let bytes = 0;
  const encoder = new TextEncoder();
  for (const row of rows) {
    const size = encoder.encode(JSON.stringify(row)).length + 1;
    const last = parts[parts.length - 1] ?? [];
    if (last.length > 0 && (bytes + size > MOST_BYTES || last.length >= MOST_ROWS)) {
      parts.push([row]);
      bytes = size;
    } else {
      last.push(row);
      bytes += size;
    }
  }
  return parts;
}
