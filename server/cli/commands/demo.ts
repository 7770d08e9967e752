/** `lyt demo load|reset`: the invented municipality. */
import type { Command } from "commander";
import { loadDemoOnce } from "../../load-demo-once";
import type { Output } from "../output";
import { withSession } from "../session";

const onWaiting = (sentence: string) => process.stderr.write(`${sentence}\n`);

function load(output: Output, isReset: boolean): Promise<void> {
  return withSession(async ({ application, database, at }) => {
    const access = await loadDemoOnce(application, { database, at, now: new Date(), isReset, onWaiting });
    output.print(access, [
      `leader         ${access.leader.name}   ${access.leader.password}   (${access.leader.institutionName})`,
      `administrator  ${access.administrator.name}   ${access.administrator.password}`,
    ]);
  });
}

export function addDemoCommands(program: Command, output: () => Output): void {
  const demo = program.command("demo").description("the invented municipality");
  demo
    .command("load")
    .description("load it into an empty database")
    .action(() => load(output(), false));
  demo
    .command("reset")
    .description("delete it and load it afresh (refused when there is anything real)")
    .action(() => load(output(), true));
}
