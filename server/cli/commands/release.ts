/** `lyt release show|verify|export …`: a release as it was published, whether its tables still tell it, and as files. */
import { join, parse, resolve } from "node:path";
import { Option } from "commander";
import type { Command } from "commander";
import { OPERATOR } from "../../accounts/rules";
import type { Edition, ExportFile, ExportFormat } from "../../exports/contract";
import { EDITIONS, EXPORT_FORMATS, sheetWord } from "../../exports/contract";
import type { Output } from "../output";
import { releaseLines, tableLines, verifiedLines } from "../release-lines";
import { withSession } from "../session";
import { writeFiles } from "../write-files";
import { addImport, addTables } from "./release-tables";

interface OneRelease {
  readonly round: string;
  readonly institution: string;
}

interface ExportOptions extends OneRelease {
  readonly format: ExportFormat;
  readonly edition: Edition;
  readonly lang: "da" | "en";
  readonly out: string;
  readonly force: boolean;
}

function addShow(release: Command, output: () => Output): void {
  release
    .command("show")
    .description("one institution's release of a sealed round")
    .requiredOption("--round <id>")
    .requiredOption("--institution <id>")
    .action(({ round, institution }: OneRelease) =>
      withSession(async ({ application }) => {
        const found = await application.services.releases.getRelease(OPERATOR, institution, round, "da");
        output().print(found.release, releaseLines(found.release, found.label.title));
      }),
    );
}

function addVerify(release: Command, output: () => Output): void {
  release
    .command("verify")
    .description(
      "compute a round's releases of its tables once more, and hold these against the kept ones; exit code 1 if one is another",
    )
    .requiredOption("--round <id>")
    .option("--institution <id>", "only this one's")
    .action(({ round, institution }: Pick<OneRelease, "round"> & Partial<OneRelease>) =>
      withSession(async ({ application }) => {
        const { releases, tables } = application.services;
        const verified = await releases.verify(OPERATOR, round, institution);
        const held = await tables.verify(OPERATOR, round, institution);
        const wrong = verified.filter(({ verdict }) => verdict !== "same").length;
        const wrongTables = held.tables.filter(({ verdict }) => verdict !== "same").length;
        const sum = `${verified.length - wrong} of ${verified.length} releases are what their tables tell.`;
        output().print({ round, wrong, releases: verified, wrongTables, ...held }, [
          ...verifiedLines(verified),
          sum,
          ...tableLines(held),
        ]);
        if (wrong + wrongTables > 0) process.exitCode = 1;
      }),
    );
}

/** The figures under the name given; beside them, as CSV, what they mean and where they came from. */
function placeOf(out: string, { sheet }: ExportFile): string {
  if (sheet === "figures") return out;
  const { dir, name, ext } = parse(out);
  return join(dir, `${name}-${sheetWord(sheet)}${ext}`);
}

function addExport(release: Command, output: () => Output): void {
  release
    .command("export")
    .description("one institution's release as files, readable by their owner alone")
    .requiredOption("--round <id>")
    .requiredOption("--institution <id>")
    .addOption(new Option("--format <format>", "CSV: three files").choices(EXPORT_FORMATS).makeOptionMandatory())
    .addOption(new Option("--edition <edition>", "staff: with groups").choices(EDITIONS).default("board"))
    .addOption(new Option("--lang <language>").choices(["da", "en"]).default("da"))
    .requiredOption("--out <file>")
    .option("--force", "in the place of what is there", false)
    .action((options: ExportOptions) =>
      withSession(async ({ application }) => {
        const { round: roundId, institution: institutionId, format, edition, lang: locale } = options;
        const wanted = { roundId, institutionId, format, edition, locale };
        const files = await application.services.exports.getFiles(OPERATOR, wanted);
        const out = resolve(options.out);
        const written = files.map((file) => ({ path: placeOf(out, file), bytes: file.bytes }));
        writeFiles(written, { isForced: options.force });
        const told = written.map(({ path, bytes }) => ({ path, bytes: bytes.length }));
        output().print(
          { edition, format, files: told },
          told.map(({ path, bytes }) => `${path}   ${bytes} bytes`),
        );
      }),
    );
}

export function addReleaseCommands(program: Command, output: () => Output): void {
  const release = program.command("release").description("releases");
  for (const add of [addShow, addVerify, addExport, addTables, addImport]) add(release, output);
}
