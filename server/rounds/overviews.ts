/** The lines of the administrator's page: how far each round is, and what it still needs. */
import type { Language } from "#surveys/paper/language";
import type { Clock } from "../lib/clock";
import type { Group, Institution } from "../organisation/contract";
import { alphabetically } from "../organisation/rules";
import type { Round, RoundOverview } from "./contract";
import { createHeardCounts } from "./heard-counts";
import type { HeardCountsDeps } from "./heard-counts";
import { graceEnd, isInGrace } from "./rules";

export interface OverviewDeps extends Pick<HeardCountsDeps, "store"> {
  readonly clock: Clock;
  readonly listGroups: (ids: readonly string[]) => Promise<Group[]>;
  readonly listInstitutions: (ids: readonly string[]) => Promise<readonly Institution[]>;
  readonly countHeard: (roundId: string) => Promise<Map<string, number>>;
  readonly unreviewedLanguages: (survey: string, version: number) => readonly Language[];
  readonly needsReader: (round: Round) => boolean;
  readonly isInDoubt: (round: Round) => Promise<boolean>;
  /** How often the most asked question of a group was told by group before, in the round's school year. */
  readonly mostAsked: (round: Round, groups: readonly Group[]) => Promise<number>;
}

export function createOverviews(deps: OverviewDeps): (round: Round) => Promise<RoundOverview> {
  const heardCounts = createHeardCounts({ store: deps.store, count: deps.countHeard, clock: deps.clock });
  return async (round) => {
    const groups = await deps.listGroups(round.groupIds);
    const institutions = await deps.listInstitutions([...new Set(groups.map((group) => group.institutionId))]);
    const heard = await heardCounts.of(round);
    const invitedIn = (institutionId: string) =>
      groups.filter((group) => group.institutionId === institutionId).reduce((sum, group) => sum + group.childCount, 0);
    const { id, title, state, ownerRole, readerRole } = round;
    const isInDoubt = (state === "closed" || state === "sealing") && (await deps.isInDoubt(round));
    return {
      id,
      title,
      state,
      ownerRole,
      ...(readerRole && { readerRole }),
      needsReader: state === "draft" && deps.needsReader(round),
      unreviewedLanguages: deps.unreviewedLanguages(round.survey, round.surveyVersion),
      opensAt: round.opensAt.toISOString(),
      closesAt: round.closesAt.toISOString(),
      closedAt: round.closedAt?.toISOString(),
      graceEndsAt: graceEnd(round)?.toISOString(),
      graceDays: round.graceDays,
      sealedAt: round.sealedAt?.toISOString(),
      feedbackDueAt: round.feedbackDueAt.toISOString(),
      invited: groups.reduce((sum, group) => sum + group.childCount, 0),
      institutions: alphabetically(institutions).map((institution) => ({
        id: institution.id,
        name: institution.name,
        invited: invitedIn(institution.id),
        heardAtLeast: heard.get(institution.id) ?? 0,
      })),
      resultsPer: round.resultsPer ?? "institution",
      askedBefore: state === "draft" ? await deps.mostAsked(round, groups) : 0,
      mayOpen: state === "draft",
      mayClose: state === "open",
      maySeal: state === "closed" && !isInDoubt,
      isInGrace: isInGrace(round, deps.clock.now()),
      isInDoubt,
    };
  };
}
