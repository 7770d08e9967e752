/** `lyt user add|password`: people who may sign in. A password that is not given is drawn and shown once. */
import type { Command } from "commander";
import { Option } from "commander";
import type { Role } from "../../accounts/contract";
import { ROLES } from "../../accounts/contract";
import { newPassword } from "../../lib/ids";
import type { Output } from "../output";
import { withSession } from "../session";

interface AddOptions {
  readonly role: Role;
  readonly displayName?: string;
  readonly institution: readonly string[];
}

export function addUserCommands(program: Command, output: () => Output): void {
  const user = program.command("user").description("people who may sign in");
  user
    .command("add <name>")
    .description("add a leader, an editor or an administrator; the password is drawn and shown this once")
    .addOption(new Option("--role <role>").choices(ROLES).makeOptionMandatory())
    .option("--display-name <text>", "the name on the screen")
    .option("--institution <id...>", "the institutions a leader leads, or whose texts an editor does not read", [])
    .action((name: string, { role, displayName = name, institution }: AddOptions) =>
      withSession(async ({ application }) => {
        const known = new Set(
          (await application.stores.organisation.listInstitutions(institution)).map(({ id }) => id),
        );
        const unknown = institution.filter((id) => !known.has(id));
        if (unknown.length > 0) throw new Error(`There is no institution ${unknown.join(", ")}.`);
        if (role === "leader" && known.size === 0) throw new Error("A leader needs at least one --institution.");
        const password = newPassword();
        await application.services.accounts.addUser({ name, displayName, role, institutionIds: [...known], password });
        output().print({ name, password }, [`${name}   ${password}`]);
      }),
    );
  user
    .command("password <name>")
    .description("draw a new password and show it this once")
    .action((name: string) =>
      withSession(async ({ application }) => {
        const password = newPassword();
        if (!(await application.services.accounts.setPassword(name, password)))
          throw new Error(`There is no user ${name}.`);
        output().print({ name, password }, [`${name}   ${password}`]);
      }),
    );
}
