/** The lines of the administrator's page: how far each round is, and what it still needs. */
import type { Language } from "#surveys/paper/language";
import type { Person } from "../accounts/contract";
import type { Clock } from "../lib/clock";
import type { Group, Institution } from "../organisation/contract";
import { alphabetically, institutionsOf } from "../organisation/rules";
import type { EditorLine, Round, RoundOverview } from "./contract";
import { editorFault, hasEditors, idsOf } from "./editors";
import type { EditorDeps } from "./find-editors";
import type { ResultCodes } from "./find-result-codes";
import { createHeardCounts } from "./heard-counts";
import type { HeardCountsDeps } from "./heard-counts";
import { graceEnd, hasReader, isInGrace } from "./rules";

export interface OverviewDeps extends Pick<HeardCountsDeps, "store">, Pick<EditorDeps, "listPeople"> {
  readonly clock: Clock;
  readonly resultCodes: Pick<ResultCodes, "of">;
  readonly listGroups: (ids: readonly string[]) => Promise<Group[]>;
  readonly listInstitutions: (ids: readonly string[]) => Promise<readonly Institution[]>;
  readonly countHeard: (roundId: string) => Promise<Map<string, number>>;
  readonly unreviewedLanguages: (survey: string, version: number) => readonly Language[];
  readonly takesOwnWords: (survey: string, version: number) => boolean;
  readonly isInDoubt: (round: Round) => Promise<boolean>;
  /** How often the most asked question of a group was told by group before, in the round's school year. */
  readonly mostAsked: (round: Round, groups: readonly Group[]) => Promise<number>;
}

/** What is asked once for all rounds. */
interface Shared {
  readonly people: ReadonlyMap<string, Person>;
  /** By round and institution. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

function editorsOf({ editors = [] }: Round, institutionIds: readonly string[], { people }: Shared) {
  const lineOf = (id: string): EditorLine => {
    const person = people.get(id);
    const fault = editorFault(person, institutionIds);
    return { name: person?.displayName ?? "", ...(fault && { fault }) };
  };
  return editors.map(({ language, editor, deputy }) => ({
    language,
    editor: lineOf(editor),
    deputy: lineOf(deputy),
  }));
}

/** Whether opening would find that not everybody is named who reads own words. */
function needsReader(round: Round, editors: RoundOverview["editors"]): boolean {
  const isFaulty = editors.some(({ editor, deputy }) => editor.fault ?? deputy.fault);
  return round.state === "draft" && (!hasReader(round) || !hasEditors(round, "da") || isFaulty);
}

/** What is told of a round as it is stored. */
function toldOf(round: Round) {
  const { id, title, state, ownerRole, readerRole } = round;
  return {
    ...{ id, title, state, ownerRole },
    ...(readerRole && { readerRole }),
    opensAt: round.opensAt.toISOString(),
    closesAt: round.closesAt.toISOString(),
    closedAt: round.closedAt?.toISOString(),
    graceEndsAt: graceEnd(round)?.toISOString(),
    graceDays: round.graceDays,
    sealedAt: round.sealedAt?.toISOString(),
    feedbackDueAt: round.feedbackDueAt.toISOString(),
    resultsPer: round.resultsPer ?? "institution",
  };
}

type HeardCountsOf = ReturnType<typeof createHeardCounts>["of"];

async function institutionLines(deps: OverviewDeps, heardIn: HeardCountsOf, round: Round, groups: readonly Group[]) {
  const institutions = await deps.listInstitutions(institutionsOf(groups));
  const heard = await heardIn(round);
  const invitedIn = (institutionId: string) =>
    groups.filter((group) => group.institutionId === institutionId).reduce((sum, group) => sum + group.childCount, 0);
  return alphabetically(institutions).map(({ id, name }) => ({
    id,
    name,
    invited: invitedIn(id),
    heardAtLeast: heard.get(id) ?? 0,
  }));
}

export function createOverviews(deps: OverviewDeps): (rounds: readonly Round[]) => Promise<RoundOverview[]> {
  const heardCounts = createHeardCounts({ store: deps.store, count: deps.countHeard, clock: deps.clock });

  async function overview(round: Round, shared: Shared): Promise<RoundOverview> {
    const { state, survey, surveyVersion } = round;
    const groups = await deps.listGroups(round.groupIds);
    const institutions = await institutionLines(deps, heardCounts.of, round, groups);
    const isInDoubt = (state === "closed" || state === "sealing") && (await deps.isInDoubt(round));
    const codes = shared.codes.get(round.id);
    const editors = editorsOf(round, institutionsOf(groups), shared);
    const takesOwnWords = deps.takesOwnWords(survey, surveyVersion);
    return {
      ...toldOf(round),
      takesOwnWords,
      editors,
      needsReader: takesOwnWords && needsReader(round, editors),
      unreviewedLanguages: deps.unreviewedLanguages(survey, surveyVersion),
      invited: groups.reduce((sum, group) => sum + group.childCount, 0),
      institutions: institutions.map((line) => ({ ...line, resultCode: codes?.get(line.id) })),
      askedBefore: state === "draft" ? await deps.mostAsked(round, groups) : 0,
      mayOpen: state === "draft",
      mayClose: state === "open",
      maySeal: state === "closed" && !isInDoubt,
      isInGrace: isInGrace(round, deps.clock.now()),
      isInDoubt,
    };
  }

  return async (rounds) => {
    const ids = [...new Set(rounds.flatMap(({ editors }) => idsOf(editors)))];
    const people = ids.length > 0 ? await deps.listPeople(ids) : [];
    const codes = await deps.resultCodes.of(rounds.map(({ id }) => id));
    const shared = { people: new Map(people.map((person) => [person.id, person])), codes };
    return Promise.all(rounds.map((round) => overview(round, shared)));
  };
}
