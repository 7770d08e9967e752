/** A municipality small enough to know by heart: two institutions, three groups, one round, and named people. */
import { OPERATOR } from "../../server/accounts/rules";
import type { Group, Institution } from "../../server/organisation/contract";
import { institutionsOf } from "../../server/organisation/rules";
import type { Round } from "../../server/rounds/contract";
import { roundWindow } from "../../server/rounds/window";
import type { Application } from "../../server/services";
import { dayAt, daysLater, startOf } from "../../surveys/paper/calendar";
import { LANGUAGES } from "../../surveys/paper/language";

export const PASSWORD = "correct-horse-battery";

const institutions: readonly Institution[] = [
  { id: "eg", name: "Egeskolen", kinds: ["skole"], areaId: "nord" },
  { id: "birk", name: "Børnehuset Birken", kinds: ["dagtilbud"], areaId: "nord" },
];

export const groups: readonly Group[] = [
  { id: "eg-1a", institutionId: "eg", name: "1. A", band: "6-9", childCount: 30, code: "0123456789" },
  { id: "eg-sfo", institutionId: "eg", name: "SFO", band: "3-5", childCount: 4, code: "abcdefghjk" },
  { id: "birk-rod", institutionId: "birk", name: "Rød stue", band: "3-5", childCount: 20, code: "mnpqrstvwx" },
];

/** Of this municipality's institutions, when groups of theirs are given. */
const institutionIdsOf = ({ groupIds }: Partial<Round>) =>
  institutionsOf(groups.filter(({ id }) => groupIds?.includes(id) ?? true));

export function aRound(changes: Partial<Round> = {}): Round {
  return {
    id: "forar",
    title: { da: "Forår", en: "Spring" },
    survey: "puls",
    surveyVersion: 1,
    groupIds: groups.map(({ id }) => id),
    institutionIds: institutionIdsOf(changes),
    purpose: { da: "At høre børnene.", en: "To hear the children." },
    ownerRole: { da: "Lederen", en: "The head" },
    feedbackDueAt: startOf("2026-04-20"),
    legalBasis: "GDPR 6(1)(e)",
    controller: "The board",
    dpiaReference: "DPIA-1",
    keyWay: "pile",
    graceDays: 3,
    ...roundWindow("2026-03-01", "2026-03-21"),
    state: "draft",
    ...changes,
  };
}

/** For servers on the real clock: from yesterday to tomorrow. */
export function aRoundOfToday(): Round {
  const today = dayAt(new Date());
  const window = roundWindow(daysLater(today, -1), daysLater(today, 1));
  return aRound({ ...window, feedbackDueAt: startOf(daysLater(today, 9)) });
}

/** A round in which children may be asked for their own words, in every language. */
export const aReadRound = (): Round =>
  aRound({
    readerRole: { da: "Trivselsvejlederen", en: "The counsellor" },
    // Its survey, as it was published, asks for none: nobody looks at opening whether there are such users.
    editors: LANGUAGES.map((language) => ({ language, editor: "one", deputy: "another" })),
  });

/** Anne is administrator, Bo leads Egeskolen, Carla leads Birken, Dan leads nothing. */
const people = [
  { name: "anne", displayName: "Anne", role: "administrator", institutionIds: [] },
  { name: "bo", displayName: "Bo", role: "leader", institutionIds: ["eg"] },
  { name: "carla", displayName: "Carla", role: "leader", institutionIds: ["birk"] },
  { name: "dan", displayName: "Dan", role: "leader", institutionIds: [] },
] as const;

export async function settleMunicipality({ stores, services }: Application, round: Round = aRound()): Promise<void> {
  await stores.organisation.saveMunicipality({
    name: "Prøveby",
    isInvented: false,
    backupRetentionDays: 14,
    voiceOrder: "device-first",
  });
  await stores.organisation.insertAreas([{ id: "nord", name: "Nord" }]);
  await stores.organisation.insertInstitutions(institutions);
  await stores.organisation.insertGroups(groups);
  for (const person of people)
    await services.accounts.addUser({ ...person, institutionIds: [...person.institutionIds], password: PASSWORD });
  await stores.rounds.insert(round);
  if (round.state === "draft") await services.rounds.open(OPERATOR, round.id);
}
