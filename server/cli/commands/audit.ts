/** `lyt audit verify`: whether the chain of what was done is whole. */
import type { Command } from "commander";
import type { ChainFault, Verified } from "../../audit/contract";
import type { Output } from "../output";
import { withSession } from "../session";

const SENTENCES: Readonly<Record<Exclude<ChainFault["kind"], "cut">, string>> = {
  missing: "is missing",
  changed: "is not what was written",
  unchained: "does not follow from the one before",
};

function sentenceOf({ entries, fault }: Verified): string {
  if (!fault) return `All ${entries.toLocaleString("en")} entries are as they were written.`;
  if (fault.kind === "cut") return `The chain ends at ${entries}; the last entry ever written was ${fault.last}.`;
  return `Entry ${fault.number} ${SENTENCES[fault.kind]}.`;
}

export function addAuditCommands(program: Command, output: () => Output): void {
  program
    .command("audit")
    .description("who did what")
    .command("verify")
    .description("walk the chain of what was done; the exit code is 1 when it is not whole")
    .action(() =>
      withSession(async ({ application }) => {
        const verified = await application.services.audit.verify();
        output().print(verified, [sentenceOf(verified)]);
        if (verified.fault) process.exitCode = 1;
      }),
    );
}
