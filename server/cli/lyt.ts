/** The operator's command line: `npm run lyt -- <command> [--json]`. */
import { Command } from "commander";
import { SettingsError } from "../lib/env";
import { isProblem } from "../lib/problem";
import { addDemoCommands } from "./commands/demo";
import { addKeyCommands } from "./commands/keys";
import { addReleaseCommands } from "./commands/release";
import { addRoundCommands } from "./commands/round";
import { addUserCommands } from "./commands/user";
import { createOutput } from "./output";

const program = new Command("lyt")
  .description("Lyt Højt from the command line, beside a running server or without one")
  .option("--json", "print one JSON value", false);
const output = () => createOutput(program.opts<{ json: boolean }>().json);

for (const add of [addDemoCommands, addKeyCommands, addRoundCommands, addReleaseCommands, addUserCommands])
  add(program, output);

function describe(error: unknown): string {
  if (isProblem(error)) return `${error.message} (${error.code})`;
  return error instanceof SettingsError || error instanceof Error ? error.message : String(error);
}

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${describe(error)}\n`);
  process.exitCode = 1;
});
