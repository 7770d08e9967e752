/** `lyt round list|show|groups|create|open|close|seal`. */
import type { Command } from "commander";
import { OPERATOR } from "../../accounts/rules";
import { problems } from "../../lib/problem";
import type { Group } from "../../organisation/contract";
import type { Output } from "../output";
import { roundLines } from "../round-lines";
import { withSession } from "../session";
import { addRoundCreateCommands } from "./round-create";

function addLookCommands(round: Command, output: () => Output): void {
  round
    .command("list")
    .description("all rounds, newest first")
    .action(() =>
      withSession(async ({ application }) => {
        const rounds = await application.services.rounds.listOverviews(OPERATOR);
        output().print(
          rounds,
          rounds.map(
            ({ id, state, title, invited, needsReader }) =>
              `${id}   ${state.padEnd(7)}   ${title.da}   ${invited} invited${needsReader ? "   own words: needs a reader" : ""}`,
          ),
        );
      }),
    );
  round
    .command("show <round>")
    .description("one round: who reads own words, and each institution's code for what becomes of the answers")
    .action((id: string) =>
      withSession(async ({ application }) => {
        const found = await application.services.rounds.getOverview(OPERATOR, id);
        output().print(found, roundLines(found));
      }),
    );
  round
    .command("groups <round>")
    .description("the groups of a round, with the ids that keys are issued for")
    .action((id: string) =>
      withSession(async ({ application: { stores } }) => {
        const found = await stores.rounds.find(id);
        if (!found) throw problems.round.notFound();
        const groups = await stores.organisation.listGroups(found.groupIds);
        const line = ({ id: group, name, institutionId, band, childCount }: Group) =>
          `${group}   ${name}   ${institutionId}   ${band} years   ${childCount} children`;
        output().print(groups, groups.map(line));
      }),
    );
}

export function addRoundCommands(program: Command, output: () => Output): void {
  const round = program.command("round").description("rounds");
  addLookCommands(round, output);
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
  addRoundCreateCommands(round, output);
  change("open", "open a draft", "open");
  change("close", "take no new keys; answers already given still arrive during the grace", "closed");
  round
    .command("seal <round>")
    .description("seal a closed round and publish its releases")
    .option("--early", "although answers may still be on their way", false)
    .option("--nothing-was-read", "although its secrets are lost: no result of it was ever read", false)
    .action((id: string, { early, nothingWasRead }: { early: boolean; nothingWasRead: boolean }) =>
      withSession(async ({ application }) => {
        await application.services.rounds.seal(OPERATOR, id, { isEarlyAccepted: early, wasNeverRead: nothingWasRead });
        output().print({ id, done: "sealed" }, [`${id} is sealed.`]);
      }),
    );
}
