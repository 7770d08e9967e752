/** Where one is in an import: choosing a file, matching its columns, looking at the proposal, doing it, done. */
import { useCallback, useRef, useState } from "react";
import type { ImportColumn, ImportReport } from "#server/organisation/contract";
import { IMPORT_COLUMNS } from "#server/organisation/contract";
import type { FileFault } from "../../spreadsheet/table";
import type { Doing, ImportFailure } from "./import-client";
import { ImportFailed, applyImport, leaveImport, newImportId, planImport } from "./import-client";
import { looksLikeChildren, makeRows } from "./make-rows";
import type { FileTable, Matching } from "./match-columns";
import { matchColumns, tableOf } from "./match-columns";
import { readRemembered, remember } from "./remembered";

/** 500 institutions and 5,000 groups are far below. */
const MOST_SENT = 20_000;

export interface FileRefusal {
  readonly fault: FileFault | "tooMany";
  readonly line?: number;
}

export interface MatchedFile {
  readonly name: string;
  readonly table: FileTable;
  readonly matching: Matching;
  readonly isCounting: boolean;
}

export type ImportState =
  | { readonly at: "choose"; readonly refusal?: FileRefusal }
  | {
      readonly at: "columns";
      readonly file: MatchedFile;
      readonly failure?: ImportFailure;
      readonly refusal?: FileRefusal;
    }
  | { readonly at: "doing"; readonly file?: MatchedFile; readonly doing: Doing }
  | {
      readonly at: "report";
      readonly file: MatchedFile;
      readonly report: ImportReport;
      readonly carried: readonly number[];
      readonly failure?: ImportFailure;
    }
  | { readonly at: "done" };

const failureOf = (error: unknown): ImportFailure => {
  if (error instanceof ImportFailed) return error.failure;
  throw error;
};

async function readFile(file: File): Promise<MatchedFile> {
  const { readTable } = await import("../../spreadsheet/read-table");
  const table = tableOf(await readTable(file));
  const matching = matchColumns(table.columns, readRemembered());
  return { name: file.name, table, matching, isCounting: looksLikeChildren(table, matching) };
}

const refusalOf = (error: unknown): FileRefusal => {
  // FileRefused comes with the reader, which is loaded on demand.
  const { fault, line } = error as { readonly fault?: FileFault; readonly line?: number };
  if (fault === undefined) return { fault: "broken" };
  return { fault, ...(line !== undefined && { line }) };
};

export interface ImportDeeds {
  choose(file: File): void;
  match(at: number, column: ImportColumn | "none"): void;
  count(isCounting: boolean): void;
  plan(): void;
  apply(): void;
  restart(): void;
}

function matched(file: MatchedFile, at: number, column: ImportColumn | "none"): MatchedFile {
  const others = Object.entries(file.matching).filter(([name, other]) => name !== column && other !== at);
  const matching: Matching = Object.fromEntries(column === "none" ? others : [...others, [column, at]]);
  remember(file.table.columns.find((one) => one.at === at)?.heading ?? "", column);
  return { ...file, matching };
}

export const saysWhichPlace = ({ matching }: MatchedFile): boolean =>
  IMPORT_COLUMNS.some((column) => ["name", "number", "pNumber", "ownCode"].includes(column) && column in matching);

export function useImport(): readonly [ImportState, ImportDeeds] {
  const [state, setState] = useState<ImportState>({ at: "choose" });
  const begun = useRef<string>();
  const leave = useCallback(async () => {
    const id = begun.current;
    begun.current = undefined;
    if (id !== undefined) await leaveImport(id);
  }, []);
  const tell = (file: MatchedFile) => (doing: Doing) => setState({ at: "doing", file, doing });

  async function choose(chosen: File): Promise<void> {
    setState({ at: "doing", doing: { stage: "read" } });
    try {
      setState({ at: "columns", file: await readFile(chosen) });
    } catch (error) {
      setState({ at: "choose", refusal: refusalOf(error) });
    }
  }
  async function plan(file: MatchedFile): Promise<void> {
    const { rows, carried } = makeRows(file.table, file.matching, file.isCounting);
    if (rows.length > MOST_SENT) return setState({ at: "columns", file, refusal: { fault: "tooMany" } });
    tell(file)({ stage: "send", done: 0, of: 1 });
    await leave();
    const id = newImportId();
    try {
      begun.current = id;
      setState({ at: "report", file, carried, report: await planImport(id, rows, tell(file)) });
    } catch (error) {
      setState({ at: "columns", file, failure: failureOf(error) });
    }
  }
  async function apply(shown: Extract<ImportState, { at: "report" }>): Promise<void> {
    try {
      await applyImport(begun.current ?? "", shown.report, tell(shown.file));
      begun.current = undefined;
      setState({ at: "done" });
    } catch (error) {
      setState({ ...shown, failure: failureOf(error) });
    }
  }
  return [
    state,
    {
      choose: (file) => void choose(file),
      match: (at, column) =>
        setState((now) => (now.at === "columns" ? { at: "columns", file: matched(now.file, at, column) } : now)),
      count: (isCounting) =>
        setState((now) => (now.at === "columns" ? { at: "columns", file: { ...now.file, isCounting } } : now)),
      plan: () => void ("file" in state && state.file && plan(state.file)),
      apply: () => void (state.at === "report" && apply(state)),
      restart: () => {
        void leave();
        setState({ at: "choose" });
      },
    },
  ];
}
