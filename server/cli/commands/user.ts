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
  readonly area: readonly string[];
  readonly group: readonly string[];
}

interface Known {
  readonly id: string;
}

/** Throws for the first of them that is none. */
function allKnown(kind: string, asked: readonly string[], found: readonly Known[]): string[] {
  const known = new Set(found.map(({ id }) => id));
  const unknown = asked.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new Error(`There is no ${kind} ${unknown.join(", ")}.`);
  return [...known];
}

/** What each role is for is named with it: without one it would have nothing to see. */
function checkReach({ role, institution, area, group }: AddOptions): void {
  if (role === "leader" && institution.length === 0) throw new Error("A leader needs at least one --institution.");
  if (role === "area-head" && area.length === 0) throw new Error("An area-head needs at least one --area.");
  if (role === "helper" && group.length === 0) throw new Error("A helper needs at least one --group.");
}

export function addUserCommands(program: Command, output: () => Output): void {
  const user = program.command("user").description("people who may sign in");
  user
    .command("add <name>")
    .description("add somebody in a role; the password is drawn and shown this once")
    .addOption(new Option("--role <role>").choices(ROLES).makeOptionMandatory())
    .option("--display-name <text>", "the name on the screen")
    .option("--institution <id...>", "the institutions a leader leads, or whose texts an editor does not read", [])
    .option("--area <id...>", "the areas of an area-head", [])
    .option("--group <id...>", "the groups of a helper", [])
    .action((name: string, options: AddOptions) =>
      withSession(async ({ application }) => {
        const { role, displayName = name, institution, area, group } = options;
        checkReach(options);
        const { organisation } = application.stores;
        const institutionIds = allKnown("institution", institution, await organisation.listInstitutions(institution));
        const areaIds = allKnown("area", area, await organisation.listAreas(area));
        const groupIds = allKnown("group", group, await organisation.listGroups(group));
        const reach = { institutionIds, ...(area.length > 0 && { areaIds }), ...(group.length > 0 && { groupIds }) };
        const password = newPassword();
        await application.services.accounts.addUser({ name, displayName, role, ...reach, password });
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
