/** `lyt keys issue`: one-time keys for a group, shown only here. */
import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { OPERATOR } from "../../accounts/rules";
import { problems } from "../../lib/problem";
import type { Output } from "../output";
import { withSession } from "../session";

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 800)
    throw new InvalidArgumentError("a whole number from 1 to 800");
  return count;
}

interface IssueOptions {
  readonly round: string;
  readonly group: string;
  readonly count: number;
}

export function addKeyCommands(program: Command, output: () => Output): void {
  program
    .command("keys")
    .description("one-time keys")
    .command("issue")
    .description("issue keys for a group of a round; they are shown this once")
    .requiredOption("--round <id>")
    .requiredOption("--group <id>")
    .requiredOption("--count <number>", "how many", readCount)
    .action(({ round, group, count }: IssueOptions) =>
      withSession(async ({ application }) => {
        const found = await application.stores.organisation.findGroup(group);
        if (!found) throw problems.group.notFound();
        const keys = await application.services.rounds.issueKeys(OPERATOR, round, group, count);
        const links = keys.map((key) => ({ ...key, path: `/svar/${key.secret}`, groupPath: `/svar/g/${found.code}` }));
        output().print(links, [
          `The group's own link: /svar/g/${found.code}`,
          ...links.map((key) =>
            [key.path, ...(key.pictures ? [key.pictures.replaceAll(".", " ")] : []), key.letters].join("   "),
          ),
        ]);
      }),
    );
}
