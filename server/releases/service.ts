import type { Locale } from "#surveys/paper/local-text";
import type { Actor } from "../accounts/contract";
import type { Institution } from "../organisation/contract";
import type { RoundState } from "../rounds/contract";
import type { Release, Statement } from "./contract";

/** A round as the leader of an institution meets it; `hasRelease` once it is sealed. */
export interface InstitutionRound {
  readonly roundId: string;
  readonly title: string;
  readonly state: RoundState;
  readonly closesAt: string;
  readonly feedbackDueAt: string;
  readonly hasRelease: boolean;
}

export interface ReleaseView {
  readonly release: Release;
  readonly statements: readonly Statement[];
  /** From the label engine, for an adult reader. */
  readonly label: { readonly code: string; readonly title: string };
}

export interface ReleaseService {
  /** Rounds of one institution, newest first. Throws `institution.notFound` outside the actor's scope. */
  listRounds(actor: Actor, institutionId: string, locale: Locale): Promise<{ institution: Institution; rounds: readonly InstitutionRound[] }>;
  /** Throws `release.notFound`, also outside the actor's scope. */
  getRelease(actor: Actor, institutionId: string, roundId: string, locale: Locale): Promise<ReleaseView>;
}
