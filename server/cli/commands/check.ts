/** `lyt check` and `lyt compact`: whether the data are whole, and files without what was deleted. */
import type { Command } from "commander";
import { check } from "../../database/check";
import type { CheckedCollection } from "../../database/check";
import { readSettings } from "../../lib/env";
import type { Output } from "../output";
import { columns } from "../output";
import { refuseElsewhere, withData } from "../session";

const entriesOf = ({ entries }: CheckedCollection) =>
  Object.entries(entries)
    .map(([index, count]) => `${index} ${count}`)
    .join(", ");

const row = (one: CheckedCollection) => [
  one.database,
  one.collection,
  one.documents,
  one.errors.length > 0 ? one.errors.join("; ") : "ok",
  entriesOf(one),
];

async function runCheck(output: Output): Promise<void> {
  const checked = await withData(readSettings(), check);
  const wrong = checked.filter(({ errors }) => errors.length > 0);
  const heading = ["database", "collection", "documents", "state", "entries of each index"];
  output.print(checked, [
    ...columns([heading, ...checked.map(row)]),
    wrong.length > 0 ? `Wrong: ${wrong.map(({ collection }) => collection).join(", ")}.` : "All is well.",
  ]);
  if (wrong.length > 0) process.exitCode = 1;
}

async function runCompact(output: Output): Promise<void> {
  const settings = readSettings();
  refuseElsewhere(settings, "compact", "it keeps its files itself; use its own `compact` command.");
  const bytesFreed = await withData(settings, ({ forgetDeleted }) => forgetDeleted());
  output.print({ bytesFreed }, [`Rewritten without what was deleted; ${bytesFreed.toLocaleString("en")} bytes freed.`]);
}

export function addCheckCommands(program: Command, output: () => Output): void {
  program
    .command("check")
    .description("examine every collection and its indexes; the exit code is 1 when something is wrong")
    .action(() => runCheck(output()));
  program
    .command("compact")
    .description("rewrite the files, so that nothing deleted is left in them")
    .action(() => runCompact(output()));
}
