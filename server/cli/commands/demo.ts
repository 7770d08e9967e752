/** `lyt demo load|reset`: the invented municipality. */
import type { Command } from "commander";
import { loadDemo } from "../../demo/load-demo";
import type { Output } from "../output";
import type { Session } from "../session";
import { withSession } from "../session";

async function load({ application, at }: Session, output: Output): Promise<void> {
  const access = await loadDemo(application, { at, now: new Date() });
  output.print(access, [
    `leader         ${access.leader.name}   ${access.leader.password}   (${access.leader.institutionName})`,
    `administrator  ${access.administrator.name}   ${access.administrator.password}`,
  ]);
}

export function addDemoCommands(program: Command, output: () => Output): void {
  const demo = program.command("demo").description("the invented municipality");
  demo
    .command("load")
    .description("load it into an empty database")
    .action(() =>
      withSession(async (session) => {
        if (await session.application.stores.organisation.findMunicipality())
          throw new Error("The database is not empty.");
        await load(session, output());
      }),
    );
  demo
    .command("reset")
    .description("delete it and load it afresh (refused when the data are real)")
    .action(() =>
      withSession(async (session) => {
        const municipality = await session.application.stores.organisation.findMunicipality();
        if (municipality && !municipality.isInvented)
          throw new Error("These data are real; they are not deleted by this command.");
        await session.application.clear();
        await load(session, output());
      }),
    );
}
