/**
 * Of what a round's releases are computed, beside its tables: kept when they are first computed, so that one that was cut short
 * goes on as it began, and one that is computed again is the same, although a group has another name by then.
 */
import { lastDayBefore } from "#surveys/paper/calendar";
import type { FormName } from "#surveys/paper/form";
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import type { UnitTable } from "#surveys/results/table";
import type { Area, Group, Institution } from "../organisation/contract";
import type { Round } from "../rounds/contract";
import type { Release, Told } from "./contract";
import type { RoundInput } from "./municipality";
import type { ReleaseStore, StoredInput } from "./store";

export interface InputDeps {
  readonly store: Pick<ReleaseStore, "listEarlier" | "listByIds" | "findInput" | "keepInput">;
  readonly library: Pick<SurveyLibrary, "scoringKey" | "find" | "paper">;
  readonly listGroups: (ids: readonly string[]) => Promise<Group[]>;
  readonly listInstitutions: (ids: readonly string[]) => Promise<readonly Institution[]>;
  readonly listAreas: (ids: readonly string[]) => Promise<readonly Area[]>;
}

interface Places {
  readonly institutions: readonly Institution[];
  readonly areas: readonly Area[];
  readonly groups: readonly Group[];
}

/** Without what is no release's, such as the secret of a group's link. */
function toldOf(round: Round, { institutions, areas, groups }: Places): Told {
  const { id, title, survey, surveyVersion, ownerRole, feedbackDueAt, closesAt, leaves, closedAt, sealedAt } = round;
  return {
    round: {
      ...{ id, title, survey, surveyVersion, ownerRole, feedbackDueAt, closesAt },
      ...(leaves && { leaves }),
      ...(closedAt && { closedAt }),
      ...(sealedAt && { sealedAt }),
    },
    institutions: institutions.map(({ id, name, areaId }) => ({ id, name, areaId })),
    areas: areas.map(({ id, name }) => ({ id, name })),
    groups: groups.map((one) => ({
      id: one.id,
      institutionId: one.institutionId,
      name: one.name,
      band: one.band,
      childCount: one.childCount,
    })),
  };
}

async function gather({ store, ...deps }: InputDeps, round: Round): Promise<StoredInput> {
  const groups = await deps.listGroups(round.groupIds);
  const institutions = await deps.listInstitutions([...new Set(groups.map((group) => group.institutionId))]);
  const areas = await deps.listAreas([...new Set(institutions.map(({ areaId }) => areaId))]);
  // Its own last day, so that a round is never earlier than itself when it is published again.
  const before = lastDayBefore(round.closedAt ?? round.closesAt);
  const earlier: { institution: string; releases: string[] }[] = [];
  for (const { id: institution } of institutions) {
    earlier.push({ institution, releases: await store.listEarlier(institution, { survey: round.survey, before }) });
  }
  return { ...toldOf(round, { institutions, areas, groups }), earlier };
}

async function inputOf({ store, library }: InputDeps, kept: StoredInput, tables: readonly UnitTable[]) {
  const { earlier: ids, ...told } = kept;
  const earlier = new Map<string, readonly Release[]>();
  for (const { institution, releases } of ids) earlier.set(institution, await store.listByIds(releases));
  const { survey, surveyVersion } = told.round;
  const scoringKey = (form: FormName) => library.scoringKey(survey, surveyVersion, form);
  return { ...told, tables, scoringKey, earlier } satisfies RoundInput;
}

/** What is known of the round now, unless it has been kept before. */
export async function keepInput(deps: InputDeps, round: Round, tables: readonly UnitTable[]): Promise<RoundInput> {
  const kept =
    (await deps.store.findInput(round.id)) ?? (await deps.store.keepInput(round.id, await gather(deps, round)));
  return inputOf(deps, kept, tables);
}

/** As it was kept; undefined for a round of before that was done. */
export async function findInput(
  deps: InputDeps,
  roundId: string,
  tables: readonly UnitTable[],
): Promise<RoundInput | undefined> {
  const kept = await deps.store.findInput(roundId);
  return kept && inputOf(deps, kept, tables);
}
