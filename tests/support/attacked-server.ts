/**
 * Attacks through the door: each of them in an institution of its own, whose children send their answers to a real server, in
 * rounds that the service seals. What is attacked is what lies in the database afterwards.
 */
import { OPERATOR } from "../../server/accounts/rules";
import type { Group, Institution } from "../../server/organisation/contract";
import type { Submission } from "../../server/responses/contract";
import type { Application } from "../../server/services";
import type { UnitTable } from "../../surveys/results/table";
import type { Attack, AttackedRound, Kept } from "../attacks/attack";
import { classAttacks } from "../attacks/class-attacks";
import { severalAttacks } from "../attacks/several-attacks";
import type { DrawBelow } from "../../surveys/results/draw-noise";
import { aRound } from "./small-municipality";
import { freshId, issueKeys } from "./submissions";

/** Those whose form a survey has; languages are counted apart from answers and need no children. */
export const doorAttacks: readonly Attack[] = [...classAttacks, ...severalAttacks].filter(
  ({ form, name }) => form !== undefined && name !== "a rare language",
);

interface Target {
  readonly attack: Attack;
  readonly institution: string;
  readonly secret: boolean;
  readonly rounds: readonly AttackedRound[];
}

const MOST_ROUNDS = 2;
const roundOf = ({ attack }: Target, at: number): string => `${attack.key.survey}-${at}`;
const groupIn = ({ institution }: Target, id: string): string => `${institution}-${id}`;

function targetsOf(trials: number, draw: DrawBelow): Target[] {
  return doorAttacks.flatMap((attack, at) =>
    Array.from({ length: trials }, (_, trial): Target => {
      const secret = draw(2) === 1;
      return { attack, secret, institution: `i${at}-${trial}`, rounds: attack.children(secret, draw) };
    }),
  );
}

function groupsOf(target: Target): Group[] {
  const invited = new Map(target.rounds.flatMap(({ groups }) => groups.map(({ id, invited: size }) => [id, size])));
  return [...invited].map(([id, childCount]) => ({
    id: groupIn(target, id),
    institutionId: target.institution,
    name: id,
    band: target.attack.form ?? "6-9",
    childCount,
    code: `code-${groupIn(target, id)}`,
  }));
}

async function settle({ stores, services }: Application, targets: readonly Target[]): Promise<string[]> {
  await stores.organisation.saveMunicipality({
    name: "Prøveby",
    isInvented: false,
    backupRetentionDays: 14,
    voiceOrder: "device-first",
  });
  await stores.organisation.insertAreas([{ id: "nord", name: "Nord" }]);
  await stores.organisation.insertInstitutions(
    targets.map(({ institution: id }): Institution => ({ id, name: id, kinds: ["skole"], areaId: "nord" })),
  );
  await stores.organisation.insertGroups(targets.flatMap(groupsOf));
  const ids: string[] = [];
  for (const survey of new Set(doorAttacks.map(({ key }) => key.survey)))
    for (let at = 0; at < MOST_ROUNDS; at += 1) {
      const asked = targets.filter((target) => target.attack.key.survey === survey && target.rounds[at]);
      if (asked.length === 0) continue;
      const id = `${survey}-${at}`;
      const groupIds = asked.flatMap(groupsOf).map((group) => group.id);
      await stores.rounds.insert({
        ...aRound({
          groupIds,
          institutionIds: asked.map(({ institution }) => institution),
          survey,
          resultsPer: "group",
        }),
        id,
      });
      await services.rounds.open(OPERATOR, id);
      ids.push(id);
    }
  return ids;
}

async function answer(application: Application, target: Target, at: number): Promise<void> {
  const { attack } = target;
  const answers = target.rounds[at]?.answers ?? [];
  for (const { id } of target.rounds[at]?.groups ?? []) {
    const own = answers.filter(({ group }) => group === id);
    const keys = await issueKeys(application, groupIn(target, id), own.length, roundOf(target, at));
    for (const [child, given] of own.entries()) {
      const submission: Submission = {
        round: roundOf(target, at),
        key: keys[child]?.secret ?? "",
        band: attack.form ?? "6-9",
        locale: "da",
        mode: "solo",
        helper: "none",
        answers: given.answers,
        nonAnswers: given.nonAnswers,
      };
      await application.services.responses.submit(freshId(), submission, { address: "" });
    }
  }
}

/** What is kept of the target's round, in the words of the attack. */
function keptOf(target: Target, tables: readonly UnitTable[]): Kept {
  const found = tables.find(({ place }) => place.id === target.institution);
  if (!found) throw new Error(`${target.institution} has no table.`);
  const bare = (id: string) => id.slice(target.institution.length + 1);
  return { leaves: found.leaves.map((leaf) => ({ ...leaf, groups: leaf.groups.map(bare) })), whole: found.whole };
}

export interface Attacked {
  readonly attack: Attack;
  readonly isHit: boolean;
}

/** `trials` of each attack. A coin where the evidence speaks for neither. */
export async function attackServer(application: Application, trials: number, draw: DrawBelow): Promise<Attacked[]> {
  const targets = targetsOf(trials, draw);
  const rounds = await settle(application, targets);
  for (const target of targets)
    for (let at = 0; at < target.rounds.length; at += 1) await answer(application, target, at);
  const tables = new Map<string, readonly UnitTable[]>();
  for (const id of rounds) {
    await application.services.rounds.close(OPERATOR, id);
    await application.services.rounds.seal(OPERATOR, id, { isEarlyAccepted: true });
    tables.set(id, await application.stores.tables.listTables(id));
  }
  return targets.map((target) => {
    const kept = target.rounds.map((_, at) => keptOf(target, tables.get(roundOf(target, at)) ?? []));
    const evidence = target.attack.evidence(kept);
    return { attack: target.attack, isHit: (evidence === 0 ? draw(2) === 1 : evidence > 0) === target.secret };
  });
}
