/** Releases: computed once from a sealed round, and all that anybody reads of what was answered. */
import { setImmediate as turn } from "node:timers/promises";
import { labelSentences } from "#surveys/labels/labels";
import type { Locale } from "#surveys/paper/local-text";
import type { UnitTable } from "#surveys/results/table";
import type { Actor } from "../accounts/contract";
import type { Clock } from "../lib/clock";
import { hashJson } from "../lib/canonical-json";
import { problems } from "../lib/problem";
import type { Institution, Municipality } from "../organisation/contract";
import type { ShownQuotations } from "../reading-room/contract";
import type { OwnWordsKept } from "../reading-room/service";
import type { Round, RoundLine, RoundState } from "../rounds/contract";
import { roundLabel } from "../rounds/rules";
import { may, mayIn } from "../permissions/contract";
import type { PlacePlan, Release, Verified } from "./contract";
import type { InputDeps } from "./find-input";
import { findInput, keepInput } from "./find-input";
import { firstDifference } from "./first-difference";
import { placePlans } from "./place-plans";
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
  /** What its place maps are drawn on. */
  readonly plans: readonly PlacePlan[];
  /** What children wrote that may be shown: no part of the release, which never changes. */
  readonly ownWords?: ShownQuotations;
  /** From the label engine, for an adult reader. */
  readonly label: { readonly title: string };
}

interface AskedPage {
  readonly institutionId: string;
  readonly roundId?: string;
  readonly locale: Locale;
}

interface LeaderPage {
  readonly institution: Pick<Institution, "id" | "name">;
  readonly rounds: readonly InstitutionRound[];
  readonly found?: ReleaseView;
}

export interface ReleaseService {
  /**
   * An institution's rounds, newest first, and the release of one of them: of the latest that has one, when none is named.
   * Throws `institution.notFound` outside the actor's scope, and `release.notFound` for a named one that is not there.
   */
  getPage(actor: Actor, asked: AskedPage, municipality: Municipality): Promise<LeaderPage>;
  /** Throws `release.notFound`, also outside the actor's scope. */
  getRelease(actor: Actor, institutionId: string, roundId: string, locale: Locale): Promise<ReleaseView>;
  /**
   * Computes and stores one release for every institution of a round; publishing again changes nothing. Gives when the round
   * was sealed by what they tell.
   */
  publish(round: Round, tables: readonly UnitTable[]): Promise<Date | undefined>;
  /**
   * Computes the releases of a sealed round once more, of the tables as they are stored and the names as they were then, and
   * holds them against what was published. Administrators only (`round.notFound` for others). Throws `round.wrongState`, and
   * `release.notFound` for an institution that has none and should not.
   */
  verify(actor: Actor, roundId: string, institutionId?: string): Promise<readonly Verified[]>;
}

const lineOf = (round: RoundLine, locale: Locale): InstitutionRound => ({
  roundId: round.id,
  title: round.title[locale],
  state: round.state,
  closesAt: (round.closedAt ?? round.closesAt).toISOString(),
  feedbackDueAt: round.feedbackDueAt.toISOString(),
  // Sealing publishes for every institution of the round, and is not over before.
  hasRelease: round.state === "sealed",
});

type Unhashed = Omit<Release, "hash">;

export interface ReleaseDeps extends InputDeps {
  readonly store: ReleaseStore;
  readonly clock: Clock;
  readonly findRound: (id: string) => Promise<Round | null>;
  readonly listRounds: (institutionId: string) => Promise<RoundLine[]>;
  readonly listTables: (roundId: string) => Promise<UnitTable[]>;
  readonly getInstitution: (actor: Actor, id: string) => Promise<Institution>;
  readonly getMunicipality: () => Promise<Municipality>;
  readonly ownWords: Pick<OwnWordsKept, "listShown">;
}

function verifiedOf(institutionId: string, stored?: Release, computed?: Unhashed): Verified {
  const institutionName = stored?.institutionName ?? computed?.institutionName ?? institutionId;
  const named = { institutionId, institutionName };
  if (!stored) return { ...named, verdict: "missing" };
  const { hash, ...content } = stored;
  if (hashJson(content) !== hash) return { ...named, hash, verdict: "damaged" };
  if (!computed) return { ...named, hash, verdict: "unknown" };
  if (hashJson(computed) === hash) return { ...named, hash, verdict: "same" };
  const at = firstDifference(content, computed);
  return { ...named, hash, verdict: "differs", ...(at !== undefined && { at }) };
}

/** By institution, as they would be published now; empty where nothing says of what they were computed. */
async function recompute(deps: ReleaseDeps, roundId: string): Promise<Map<string, Unhashed>> {
  const input = await findInput(deps, roundId, await deps.listTables(roundId));
  const found = new Map<string, Unhashed>();
  if (!input) return found;
  for (const release of computeReleases(input)) {
    if (release) found.set(release.institutionId, release);
    await turn();
  }
  return found;
}

async function verifyRound(deps: ReleaseDeps, roundId: string, institutionId?: string): Promise<Verified[]> {
  const round = await deps.findRound(roundId);
  if (!round) throw problems.round.notFound();
  if (round.state !== "sealed") throw problems.round.wrongState();
  const computed = await recompute(deps, roundId);
  const published = await deps.store.listInstitutions(roundId);
  const ids = [...new Set([...computed.keys(), ...published])];
  const wanted = institutionId === undefined ? ids : ids.filter((id) => id === institutionId);
  if (wanted.length === 0) throw problems.release.notFound();
  const verified: Verified[] = [];
  for (const id of wanted) verified.push(verifiedOf(id, await deps.store.find(id, roundId), computed.get(id)));
  return verified;
}

export function createReleaseService(deps: ReleaseDeps): ReleaseService {
  const { store } = deps;

  function readable(actor: Actor, institutionId: string): Promise<Institution> {
    if (!may(actor, "release.read")) throw problems.institution.notFound();
    return deps.getInstitution(actor, institutionId);
  }

  /** Asked for only where somebody was named who reads them. */
  async function ownWordsOf({ roundId: round, institutionId: institution, forms }: Release, { readerRole }: RoundLine) {
    const participants = new Map(forms.map(({ form, participants: count }) => [form, count]));
    return readerRole && deps.ownWords.listShown({ round, institution }, participants);
  }

  async function viewOf(
    release: Release,
    round: RoundLine,
    { locale, municipality }: { locale: Locale; municipality: Municipality },
  ): Promise<ReleaseView> {
    const { backupRetentionDays } = municipality;
    const ownWords = await ownWordsOf(release, round);
    const hasFreeText = ownWords?.hasOwnWords ?? false;
    const label = roundLabel(round, { hasFreeText, backupRetentionDays, now: deps.clock.now() });
    const { title } = labelSentences(label, { locale, audience: "adult" });
    return { release, plans: placePlans(release, deps.library), label: { title }, ...(ownWords && { ownWords }) };
  }

  return {
    async getPage(actor, { institutionId, roundId, locale }, municipality) {
      if (!mayIn(actor, "release.read", institutionId)) throw problems.institution.notFound();
      const rounds = await deps.listRounds(institutionId);
      const lines = rounds.map((round) => lineOf(round, locale));
      const wanted = roundId ?? lines.find(({ hasRelease }) => hasRelease)?.roundId;
      if (wanted === undefined) return { institution: await readable(actor, institutionId), rounds: lines };
      const round = rounds.find(({ id }) => id === wanted);
      const release = round && (await store.find(institutionId, wanted));
      if (!release) throw problems.release.notFound();
      // As it was called then: one question of the database less.
      const institution = { id: institutionId, name: release.institutionName };
      return { institution, rounds: lines, found: await viewOf(release, round, { locale, municipality }) };
    },
    async getRelease(actor, institutionId, roundId, locale) {
      await readable(actor, institutionId);
      const [release, round] = await Promise.all([store.find(institutionId, roundId), deps.findRound(roundId)]);
      if (!release || !round) throw problems.release.notFound();
      return viewOf(release, round, { locale, municipality: await deps.getMunicipality() });
    },
    async publish(round, tables) {
      const input = await keepInput(deps, round, tables);
      for (const release of computeReleases(input)) {
        if (release) await store.insert({ ...release, hash: hashJson(release) });
        await turn();
      }
      return input.round.sealedAt;
    },
    async verify(actor, roundId, institutionId) {
      if (!may(actor, "release.verify")) throw problems.round.notFound();
      return verifyRound(deps, roundId, institutionId);
    },
  };
}
