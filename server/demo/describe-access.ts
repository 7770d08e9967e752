/** What a start prints: where to go, and, while the demo is new, with which names and passwords. */
import { OPERATOR } from "../accounts/rules";
import type { Round } from "../rounds/contract";
import type { RunningServer } from "../run-server";

async function findOpenRound({ application }: RunningServer): Promise<Round | undefined> {
  const [open] = await application.stores.rounds.listInStates(["open"]);
  return open;
}

/** Fresh ways in: a card for a seven-year-old and for a young person, and a group's door for younger ones with three pictures. */
async function childLines(server: RunningServer, round: Round): Promise<string[]> {
  const groups = await server.application.stores.organisation.listGroups(round.groupIds);
  const ways = await Promise.all(
    (["3-5", "6-9", "10-12", "13-18"] as const).map(async (band) => {
      const group = groups.find((one) => one.band === band);
      if (!group) return [];
      const [key] = await server.application.services.rounds.issueKeys(OPERATOR, round.id, group.id, 1);
      if (!key) return [];
      const pictures = `pictures: ${key.pictures?.replaceAll(".", ", ")}`;
      const way = band === "3-5" ? `g/${group.code}   ${pictures}` : key.secret;
      return [`  ${`A child of ${band}`.padEnd(18)} ${server.url}/svar/${way}`];
    }),
  );
  return ways.flat();
}

export async function describeAccess(server: RunningServer): Promise<string> {
  const { isInvented } = await server.application.services.organisation.getMunicipality();
  if (!isInvented) return `\nLyt Højt is at ${server.url}\n`;
  const round = await findOpenRound(server);
  const { demo } = server;
  const people = demo
    ? [
        `  A leader           ${server.url}/log-ind   ${demo.leader.name}   ${demo.leader.password}   (${demo.leader.institutionName})`,
        `  An administrator   ${server.url}/log-ind   ${demo.administrator.name}   ${demo.administrator.password}`,
        "  These passwords are shown this once.",
      ]
    : [`  Adults             ${server.url}/log-ind   (new password: npm run lyt -- user password leder)`];
  return [
    "",
    `Lyt Højt is at ${server.url}   (an invented municipality)`,
    "",
    ...(round ? await childLines(server, round) : []),
    ...people,
    "",
  ].join("\n");
}
