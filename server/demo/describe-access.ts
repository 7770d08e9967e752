/** What a start prints: where to go, and, while the demo is new, with which names and passwords. */
import { OPERATOR } from "../accounts/rules";
import type { Round } from "../rounds/contract";
import type { RunningServer } from "../run-server";

async function findOpenRound({ application }: RunningServer): Promise<Round | undefined> {
  const [open] = await application.stores.rounds.listInStates(["open"]);
  return open;
}

/** Fresh ways in for a child: a card for a seven-year-old, and a group's door for younger ones with three pictures. */
async function childLines(server: RunningServer, round: Round): Promise<string[]> {
  const groups = await server.application.stores.organisation.listGroups(round.groupIds);
  const older = groups.find((group) => group.band === "6-9");
  const younger = groups.find((group) => group.band === "3-5");
  const { rounds } = server.application.services;
  const [card] = older ? await rounds.issueKeys(OPERATOR, round.id, older.id, 1) : [];
  const [picture] = younger ? await rounds.issueKeys(OPERATOR, round.id, younger.id, 1) : [];
  return [
    ...(card ? [`  A child of 6-9     ${server.url}/svar/${card.secret}`] : []),
    ...(picture && younger
      ? [
          `  A child of 3-5     ${server.url}/svar/g/${younger.code}   pictures: ${picture.pictures.replaceAll(".", ", ")}`,
        ]
      : []),
  ];
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
