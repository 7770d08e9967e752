/** The operator's command line: `npm run lyt -- <command> [--json]`. */
import { Command } from "commander";
import { OperationError } from "../database/operation-error";
import { isProblem } from "../lib/problem";
import { wordsOf } from "../lib/words-of";
import { addAuditCommands } from "./commands/audit";
import { addBackupCommands } from "./commands/backup";
import { addCheckCommands } from "./commands/check";
import { addDemoCommands } from "./commands/demo";
import { addKeyCommands } from "./commands/keys";
import { addPepperCommands } from "./commands/pepper";
import { addReleaseCommands } from "./commands/release";
import { addRoundCommands } from "./commands/round";
import { addStoreCommands } from "./commands/store";
import { addUserCommands } from "./commands/user";
import { createOutput } from "./output";

const program = new Command("lyt")
  .description("Lyt Højt from the command line, beside a running server or without one")
  .option("--json", "print one JSON value", false);
const output = () => createOutput(program.opts<{ json: boolean }>().json);

const nouns = [addDemoCommands, addKeyCommands, addRoundCommands, addReleaseCommands, addUserCommands];
for (const add of [
  ...nouns,
  addAuditCommands,
  addBackupCommands,
  addCheckCommands,
  addStoreCommands,
  addPepperCommands,
])
  add(program, output);

interface Failure {
  readonly code: string;
  readonly message: string;
}

function failureOf(error: unknown): Failure {
  if (isProblem(error) || error instanceof OperationError) return { code: error.code, message: error.message };
  return { code: "command.failed", message: wordsOf(error) };
}

program.parseAsync().catch((error: unknown) => {
  const { code, message } = failureOf(error);
  const isJson = program.opts<{ json: boolean }>().json;
  process.stderr.write(isJson ? `${JSON.stringify({ error: { code, message } })}\n` : `${message} (${code})\n`);
  process.exitCode = 1;
});
