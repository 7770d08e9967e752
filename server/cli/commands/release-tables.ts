/** `lyt release tables|import`: a sealed round's tables as a file to keep outside, and back where they are lost. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { OPERATOR } from "../../accounts/rules";
import { OperationError } from "../../database/operation-error";
import { wordsOf } from "../../lib/words-of";
import type { Imported } from "../../tables/contract";
import type { Output } from "../output";
import { withSession } from "../session";
import { writeFiles } from "../write-files";

interface TablesOptions {
  readonly round: string;
  readonly out: string;
  readonly force: boolean;
}

export function addTables(release: Command, output: () => Output): void {
  release
    .command("tables")
    .description("a sealed round's tables as a file to keep outside, readable by its owner alone")
    .requiredOption("--round <id>")
    .requiredOption("--out <file>")
    .option("--force", "in the place of what is there", false)
    .action(({ round, out, force }: TablesOptions) =>
      withSession(async ({ application }) => {
        const file = await application.services.tables.getFile(OPERATOR, round);
        const [path, bytes] = [resolve(out), Buffer.from(`${JSON.stringify(file)}\n`)];
        writeFiles([{ path, bytes }], { isForced: force });
        const told = { round, path, tables: file.units.length, bytes: bytes.length, hash: file.hash };
        output().print(told, [`${path}   ${told.tables} tables, ${told.bytes} bytes, SHA-256 ${told.hash}`]);
      }),
    );
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new OperationError("file.unreadable", `${path} cannot be read: ${wordsOf(error)}`);
  }
}

function importedLines({ round, tables, beside }: Imported): string[] {
  const named = beside.map(({ institution, form }) => `${institution} (${form})`).join(", ");
  return [
    `${tables} tables of ${round} are here; \`lyt round seal ${round}\` goes on with them and draws none of them again.`,
    ...(named
      ? [`There are answers that none of them tells of, and that sealing counts for the first time: ${named}.`]
      : []),
  ];
}

export function addImport(release: Command, output: () => Output): void {
  release
    .command("import <file>")
    .description("a file of tables into a closed round whose secrets are lost")
    .option("--round <id>", "refuse a file of another round")
    .action((path: string, { round }: { round?: string }) =>
      withSession(async ({ application }) => {
        const imported = await application.services.tables.importFile(OPERATOR, read(resolve(path)), round);
        output().print(imported, importedLines(imported));
      }),
    );
}
