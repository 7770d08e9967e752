/** Releases: computed once from a sealed round, and all that anybody reads of what was answered. */
import { setImmediate as turn } from "node:timers/promises";
import { labelSentences } from "#surveys/labels/labels";
import type { SurveyLibrary } from "#surveys/engine/survey-library";
import type { FormName } from "#surveys/paper/form";
import type { Locale } from "#surveys/paper/local-text";
import type { UnitTable } from "#surveys/results/table";
import type { Actor } from "../accounts/contract";
import type { Clock } from "../lib/clock";
import { hashJson } from "../lib/canonical-json";
import { problems } from "../lib/problem";
import type { Group, Institution, Municipality } from "../organisation/contract";
import type { Round, RoundState } from "../rounds/contract";
import { roundLabel } from "../rounds/rules";
import type { Release } from "./contract";
import { computeReleases } from "./rules";
import type { ReleaseStore } from "./store";

/** A round as the leader of an institution meets it; `hasRelease` once it is sealed. */
interface InstitutionRound {
  readonly roundId: string;
  readonly title: string;
  readonly state: RoundState;
  readonly closesAt: string;
  readonly feedbackDueAt: string;
  readonly hasRelease: boolean;
}

interface ReleaseView {
  readonly release: Release;
  /** From the label engine, for an adult reader. */
  readonly label: { readonly title: string };
}

export interface ReleaseService {
  /** Rounds of one institution, newest first. Throws `institution.notFound` outside the actor's scope. */
  listRounds(
    actor: Actor,
    institutionId: string,
    locale: Locale,
  ): Promise<{ institution: Institution; rounds: readonly InstitutionRound[] }>;
  /** Throws `release.notFound`, also outside the actor's scope. */
  getRelease(actor: Actor, institutionId: string, roundId: string, locale: Locale): Promise<ReleaseView>;
  /** Computes and stores one release for every institution of a round; publishing again changes nothing. */
  publish(round: Round, tables: readonly UnitTable[]): Promise<void>;
}

export interface ReleaseDeps {
  readonly store: ReleaseStore;
  readonly library: SurveyLibrary;
  readonly clock: Clock;
  readonly findRound: (id: string) => Promise<Round | null>;
  readonly listAllRounds: () => Promise<Round[]>;
  readonly listGroups: (ids: readonly string[]) => Promise<Group[]>;
  readonly listInstitutions: (ids: readonly string[]) => Promise<readonly Institution[]>;
  readonly getInstitution: (actor: Actor, id: string) => Promise<Institution>;
  readonly getMunicipality: () => Promise<Municipality>;
}

export function createReleaseService(deps: ReleaseDeps): ReleaseService {
  const { store, library } = deps;

  return {
    async listRounds(actor, institutionId, locale) {
      const institution = await deps.getInstitution(actor, institutionId);
      const released = await store.listRounds(institutionId);
      const rounds = await deps.listAllRounds();
      const groups = await deps.listGroups([...new Set(rounds.flatMap((round) => round.groupIds))]);
      const ownGroups = new Set(
        groups.filter((group) => group.institutionId === institutionId).map((group) => group.id),
      );
      const mine = rounds.filter((round) => round.state !== "draft" && round.groupIds.some((id) => ownGroups.has(id)));
      return {
        institution,
        rounds: mine.map((round) => ({
          roundId: round.id,
          title: round.title[locale],
          state: round.state,
          closesAt: (round.closedAt ?? round.closesAt).toISOString(),
          feedbackDueAt: round.feedbackDueAt.toISOString(),
          hasRelease: released.has(round.id),
        })),
      };
    },
    async getRelease(actor, institutionId, roundId, locale) {
      await deps.getInstitution(actor, institutionId);
      const [release, round] = await Promise.all([store.find(institutionId, roundId), deps.findRound(roundId)]);
      if (!release || !round) throw problems.release.notFound();
      const { backupRetentionDays } = await deps.getMunicipality();
      const label = roundLabel(round, { hasFreeText: false, backupRetentionDays, now: deps.clock.now() });
      const { title } = labelSentences(label, { locale, audience: "adult" });
      return { release, label: { title } };
    },
    async publish(round, tables) {
      const groups = await deps.listGroups(round.groupIds);
      const institutions = await deps.listInstitutions([...new Set(groups.map((group) => group.institutionId))]);
      const earlier = new Map<string, readonly Release[]>();
      for (const { id } of institutions)
        earlier.set(
          id,
          await store.listEarlier(id, { survey: round.survey, before: round.closedAt ?? round.closesAt }),
        );
      const scoringKey = (form: FormName) => library.scoringKey(round.survey, round.surveyVersion, form);
      for (const release of computeReleases({ round, institutions, groups, tables, scoringKey, earlier })) {
        if (release) await store.insert({ ...release, hash: hashJson(release) });
        await turn();
      }
    },
  };
}
