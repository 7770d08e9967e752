/** The demo as plain data, drawn once from a seed: who there is, and which rounds they are asked in. Pure. */
import type { Day } from "#surveys/paper/calendar";
import { dayAt, daysLater, startOf } from "#surveys/paper/calendar";
import { feedbackDueDay } from "#surveys/paper/school-days";
import type { LocalText } from "#surveys/paper/local-text";
import type { Area, Group, Institution } from "../organisation/contract";
import { institutionsOf } from "../organisation/rules";
import type { EditorPair, Round } from "../rounds/contract";
import { promisedLeaves } from "../rounds/rules";
import { roundWindow } from "../rounds/window";
import { newGroupCode } from "../lib/ids";
import type { Effects } from "./answer-model";
import { drawGroupEffect, drawThemeEffects } from "./answer-model";
import { AREA_NAMES, PLANNED_INSTITUTIONS } from "./municipality";
import type { Chance } from "./random";

export interface PlannedGroup {
  readonly group: Group;
  readonly effects: Effects;
  readonly turnout: number;
}

const DEMO_SURVEY = { slug: "trivsel", version: 1 } as const;
/** Of the round that is open: it asks young people for their own words as well. */
const NEWER_VERSION = 2;
const READER_ROLE = { da: "Kommunens trivselskonsulent", en: "The municipality’s wellbeing consultant" };
export const DEMO_BACKUP_RETENTION_DAYS = 14;

const areaId = (index: number) => `area-${index + 1}`;

export const demoAreas: readonly Area[] = AREA_NAMES.map((name, index) => ({ id: areaId(index), name }));

export const demoInstitutions: readonly Institution[] = PLANNED_INSTITUTIONS.map(({ id, name, kinds, area }) => ({
  id,
  name,
  kinds,
  areaId: areaId(area),
}));

const ids = <T extends { readonly id: string }>(list: readonly T[]) => list.map(({ id }) => id);

/** Names of those who may sign in to the demo. */
export const DEMO_USERS = {
  leader: "leder",
  administrator: "admin",
  editor: "redaktoer",
  deputy: "stedfortraeder",
} as const;
const ROUND_IDS = ["demo-1", "demo-2", "demo-3", "demo-4"] as const;

/** By collection: what the demo does not write. Where there is any, somebody else has put it there. */
export const NOT_OF_THE_DEMO: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  areas: { _id: { $nin: ids(demoAreas) } },
  institutions: { _id: { $nin: ids(demoInstitutions) } },
  groups: { institutionId: { $nin: ids(demoInstitutions) } },
  users: { name: { $nin: Object.values(DEMO_USERS) } },
  rounds: { _id: { $nin: [...ROUND_IDS] } },
  resultCodes: { round: { $nin: [...ROUND_IDS] } },
  keys: { round: { $nin: [...ROUND_IDS] } },
  responses: { round: { $nin: [...ROUND_IDS] } },
  tables: { round: { $nin: [...ROUND_IDS] } },
  releases: { round: { $nin: [...ROUND_IDS] } },
  actions: { institution: { $nin: ids(demoInstitutions) } },
  feedbacks: { round: { $nin: [...ROUND_IDS] } },
  dialogues: { institution: { $nin: ids(demoInstitutions) } },
  writings: { round: { $nin: [...ROUND_IDS] } },
  quotations: { round: { $nin: [...ROUND_IDS] } },
};

export function planGroups(chance: Chance): PlannedGroup[] {
  return PLANNED_INSTITUTIONS.flatMap((institution) => {
    const themes = drawThemeEffects(chance);
    const named = institution.groups.flatMap(({ band, names, size }) => names.map((name) => ({ band, name, size })));
    return named.map(({ band, name, size }, index) => ({
      group: {
        id: `${institution.id}-${index + 1}`,
        institutionId: institution.id,
        name,
        band,
        childCount: size < 10 ? size : chance.whole(size - 2, size + 2),
        code: newGroupCode(),
      },
      effects: { institution: institution.id, themes, group: drawGroupEffect(chance) },
      turnout: institution.turnout,
    }));
  });
}

function seasonOf(day: Day): LocalText {
  const [year = 0, monthNumber = 0] = day.split("-").map(Number);
  const month = monthNumber - 1;
  if (month < 2) return { da: `Vinter ${year}`, en: `Winter ${year}` };
  if (month < 6) return { da: `Forår ${year}`, en: `Spring ${year}` };
  if (month < 8) return { da: `Sommer ${year}`, en: `Summer ${year}` };
  return { da: `Efterår ${year}`, en: `Autumn ${year}` };
}

/** One reads Danish and stands in for the other in English, and the other way round. */
export const planEditors = (editor: string, deputy: string): EditorPair[] => [
  { language: "da", editor, deputy },
  { language: "en", editor: deputy, deputy: editor },
];

/** Three weeks, and the answer to the children four weeks behind them. */
function planRound(id: string, firstDay: Day, groups: readonly Group[]): Round {
  const lastDay = daysLater(firstDay, 20);
  return {
    id,
    title: seasonOf(firstDay),
    survey: DEMO_SURVEY.slug,
    surveyVersion: DEMO_SURVEY.version,
    groupIds: ids(groups),
    institutionIds: institutionsOf(groups),
    resultsPer: "group",
    leaves: promisedLeaves({ resultsPer: "group" }, groups),
    purpose: {
      da: "At høre, hvordan børnene har det, og om de bliver lyttet til, så de voksne kan gøre noget ved det.",
      en: "To hear how the children are, and whether they are listened to, so that the adults can act on it.",
    },
    ownerRole: { da: "Institutionens leder", en: "The head of the institution" },
    feedbackDueAt: startOf(feedbackDueDay(daysLater(lastDay, 28), lastDay)),
    legalBasis: "Invented: GDPR article 6(1)(e), a task in the public interest",
    controller: "Invented: the municipal board",
    dpiaReference: "Invented: DPIA-2026-01",
    keyWay: "pile",
    graceDays: 3,
    ...roundWindow(firstDay, lastDay),
    state: "open",
  };
}

/** A year and a half, a year and half a year ago (all sealed), and one that opened ten days ago. */
export function planRounds(now: Date, groups: readonly Group[]): { sealed: readonly Round[]; open: Round } {
  const [first, second, third, fourth] = ROUND_IDS;
  const openedOn = (daysAgo: number): Day => daysLater(dayAt(now), -daysAgo);
  return {
    sealed: [
      planRound(first, openedOn(555), groups),
      planRound(second, openedOn(375), groups),
      { ...planRound(third, openedOn(190), groups), readerRole: READER_ROLE },
    ],
    open: {
      ...planRound(fourth, openedOn(10), groups),
      surveyVersion: NEWER_VERSION,
      readerRole: READER_ROLE,
    },
  };
}
