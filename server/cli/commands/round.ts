/** `lyt round list|open|close|seal`. */
import type { Command } from "commander";
import { OPERATOR } from "../../accounts/rules";
import type { Output } from "../output";
import { withSession } from "../session";

export function addRoundCommands(program: Command, output: () => Output): void {
  const round = program.command("round").description("rounds");
  round
    .command("list")
    .description("all rounds, newest first")
    .action(() =>
      withSession(async ({ application }) => {
        const rounds = await application.services.rounds.listOverviews(OPERATOR);
        output().print(
          rounds,
          rounds.map(
            ({ id, state, title, invited }) => `${id}   ${state.padEnd(7)}   ${title.da}   ${invited} invited`,
          ),
        );
      }),
    );
  const change = (name: "open" | "close", description: string, done: string) =>
    round
      .command(`${name} <round>`)
      .description(description)
      .action((id: string) =>
        withSession(async ({ application }) => {
          await application.services.rounds[name](OPERATOR, id);
          output().print({ id, done }, [`${id} is ${done}.`]);
        }),
      );
  change("open", "open a draft", "open");
  change("close", "take no new keys; answers already given still arrive during the grace", "closed");
  round
    .command("seal <round>")
    .description("seal a closed round and publish its releases")
    .option("--early", "although answers may still be on their way", false)
    .action((id: string, { early }: { early: boolean }) =>
      withSession(async ({ application }) => {
        await application.services.rounds.seal(OPERATOR, id, { isEarlyAccepted: early });
        output().print({ id, done: "sealed" }, [`${id} is sealed.`]);
      }),
    );
}
