/** `lyt pepper adopt`: what is left to do when the pepper of these data is lost for good. */
import type { Command } from "commander";
import { replaceMark } from "../../database/pepper-mark";
import { pepperOf } from "../../known-pepper";
import { readSettings } from "../../lib/env";
import type { Output } from "../output";
import { withData } from "../session";

async function adopt(output: Output): Promise<void> {
  const settings = readSettings();
  await withData(settings, async (database) => {
    await replaceMark(database, await pepperOf(settings, async () => true));
  });
  const where = settings.keyPepper === undefined ? `${settings.dataDir}/pepper` : "KEY_PEPPER";
  output.print({ adopted: where }, [
    `These data now belong to the pepper in ${where}. Keys issued under another one open no more: issue new ones.`,
  ]);
}

export function addPepperCommands(program: Command, output: () => Output): void {
  program
    .command("pepper")
    .description("the secret under which keys are hashed")
    .command("adopt")
    .description("take the pepper that is here (or a new one) for these data, when theirs is lost for good")
    .action(() => adopt(output()));
}
