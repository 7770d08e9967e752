/** What a start prints: where to go, and, while the demo is new, with which names and passwords. */
import { OPERATOR } from "../accounts/rules";
import { isProblem } from "../lib/problem";
import type { Round } from "../rounds/contract";
import type { RunningServer } from "../run-server";
import type { Application, Services } from "../services";

async function findOpenRound({ application }: RunningServer): Promise<Round | undefined> {
  const [open] = await application.stores.rounds.listInStates(["open"]);
  return open;
}

type IssuedKey = Awaited<ReturnType<Services["rounds"]["issueKeys"]>>[number];
type KeysOfGroups = Readonly<Record<string, IssuedKey>>;

/** Where the keys of the last start are, by group, when they are to be printed again. */
export interface PrintedKeys {
  read(): KeysOfGroups;
  keep(keys: KeysOfGroups): void;
}

const BANDS = ["3-5", "6-9", "10-12", "13-18"] as const;

/** Whether a child could still answer with it. */
async function isUsable({ services }: Application, key: IssuedKey | undefined): Promise<boolean> {
  if (!key) return false;
  return services.responses.openKey(key.secret, { locale: "da", address: "demo" }).then(
    () => true,
    (error: unknown) => {
      if (isProblem(error) && error.status < 500) return false;
      throw error;
    },
  );
}

/**
 * Ways in: a card for a seven-year-old and for a young person, and a group's door for younger ones with three pictures.
 * Fresh ones, but for those that were printed before and have not been used.
 */
async function childLines({ application, url }: RunningServer, round: Round, printed?: PrintedKeys): Promise<string[]> {
  const all = await application.stores.organisation.listGroups(round.groupIds);
  const groups = BANDS.flatMap((band) => all.find((group) => group.band === band) ?? []);
  const before = printed?.read() ?? {};
  const ways = await Promise.all(
    groups.map(async (group) => {
      const old = before[group.id];
      const isOld = await isUsable(application, old);
      const [key] = isOld ? [old] : await application.services.rounds.issueKeys(OPERATOR, round.id, group.id, 1);
      return key ? [{ group, key }] : [];
    }),
  );
  printed?.keep(Object.fromEntries(ways.flat().map(({ group, key }) => [group.id, key])));
  return ways.flat().map(({ group: { band, code }, key }) => {
    const pictures = `pictures: ${key.pictures?.replaceAll(".", ", ")}`;
    const way = band === "3-5" ? `g/${code}   ${pictures}` : key.secret;
    return `  ${`A child of ${band}`.padEnd(18)} ${url}/svar/${way}`;
  });
}

/** Where the children of the last round that was answered read what came of it; none where nobody has been answered. */
async function resultLines({ application, url }: RunningServer): Promise<string[]> {
  const { stores } = application;
  const sealed = (await stores.rounds.listInStates(["sealed"])).sort((a, b) => Number(b.opensAt) - Number(a.opensAt));
  const rounds = sealed.map(({ id }) => id);
  const standings = await stores.feedback.listStandings(rounds);
  const answered = rounds.flatMap((id) => standings.find(({ round, published }) => round === id && published) ?? [])[0];
  const codes = answered ? await stores.resultCodes.listOf([answered.round]) : [];
  const code = codes.find(({ institution }) => institution === answered?.institution)?._id;
  return code ? [`  ${"What came of it".padEnd(18)} ${url}/r/${code}`] : [];
}

export async function describeAccess(server: RunningServer, printed?: PrintedKeys): Promise<string> {
  const { isInvented } = await server.application.services.organisation.getMunicipality();
  if (!isInvented) return `\nLyt Højt is at ${server.url}\n`;
  const round = await findOpenRound(server);
  const { demo } = server;
  const people = demo
    ? [
        `  A leader           ${server.url}/log-ind   ${demo.leader.name}   ${demo.leader.password}   (${demo.leader.institutionName})`,
        `  An administrator   ${server.url}/log-ind   ${demo.administrator.name}   ${demo.administrator.password}`,
        `  An editor          ${server.url}/log-ind   ${demo.editor.name}   ${demo.editor.password}`,
        "  These passwords are shown this once.",
      ]
    : [`  Adults             ${server.url}/log-ind   (new password: npm run lyt -- user password leder)`];
  return [
    "",
    `Lyt Højt is at ${server.url}   (an invented municipality)`,
    "",
    ...(round ? await childLines(server, round, printed) : []),
    ...(await resultLines(server)),
    ...people,
    "",
  ].join("\n");
}
