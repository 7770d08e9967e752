/** `lyt release show`: a release as it was published. */
import type { Command } from "commander";
import { OPERATOR } from "../../accounts/rules";
import type { Output } from "../output";
import { withSession } from "../session";

interface ShowOptions {
  readonly round: string;
  readonly institution: string;
}

export function addReleaseCommands(program: Command, output: () => Output): void {
  program
    .command("release")
    .description("releases")
    .command("show")
    .description("one institution's release of a sealed round")
    .requiredOption("--round <id>")
    .requiredOption("--institution <id>")
    .action(({ round, institution }: ShowOptions) =>
      withSession(async ({ application }) => {
        const { release, label } = await application.services.releases.getRelease(OPERATOR, institution, round, "da");
        output().print(release, [
          `${release.institutionName}, ${release.roundTitle.da}: ${release.participants ?? "fewer than 5"} of ${release.invited} children; ${label.title}`,
          ...release.forms.flatMap(({ form, indices }) =>
            indices.map(({ index, value, low, high }) => `${form}   ${index}   ${value} (${low}-${high})`),
          ),
        ]);
      }),
    );
}
