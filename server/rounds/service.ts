/** What an administrator does with rounds: open, close, seal, and see how far they are. */
import type { Finding } from "#surveys/linter/rule";
import type { Language } from "#surveys/paper/language";
import type { Actor } from "../accounts/contract";
import type { IssuedKey, KeyService } from "../keys/service";
import type { Clock } from "../lib/clock";
import { addDays } from "../lib/clock";
import { problems } from "../lib/problem";
import type { Group, Institution } from "../organisation/contract";
import { alphabetically } from "../organisation/rules";
import type { Sealing } from "../sealing/service";
import type { Round, RoundOverview } from "./contract";
import { createHeardCounts } from "./heard-counts";
import {
  acceptsAnswers,
  graceEnd,
  hasReader,
  isInGrace,
  lacksBeforeOpening,
  mayAdministerRounds,
  promisedLeaves,
  roundLabel,
  standingOf,
} from "./rules";
import type { RoundStore } from "./store";

export interface RoundService {
  /** Administrators only (`round.notFound` for others); newest first. */
  listOverviews(actor: Actor): Promise<readonly RoundOverview[]>;
  /**
   * Publishes the survey to the children. Throws `round.incomplete` when something the law or the children need is
   * missing, `round.noReader` when its survey takes own words and nobody is named who reads them, and
   * `round.unfitSurvey` when the linter finds something.
   */
  open(actor: Actor, id: string): Promise<void>;
  close(actor: Actor, id: string): Promise<void>;
  /**
   * `isEarlyAccepted`: seal although answers may still be on their way during the grace. Throws `round.inDoubt` where the
   * round's secrets are lost, unless `wasNeverRead` says that no result of it was ever read.
   */
  seal(actor: Actor, id: string, options: { isEarlyAccepted: boolean; wasNeverRead?: boolean }): Promise<void>;
  /** Keys for a declared group of a round that is not closed yet. */
  issueKeys(actor: Actor, id: string, groupId: string, count: number): Promise<IssuedKey[]>;
  /**
   * What time brings: closes rounds whose window has passed, seals those whose grace has, finishes sealings a crash cut
   * short, and removes what a crash left of claims and of answers that came too late.
   */
  tick(): Promise<void>;
}

export interface RoundDeps {
  readonly store: RoundStore;
  readonly keys: KeyService;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly listGroups: (ids: readonly string[]) => Promise<Group[]>;
  readonly listInstitutions: (ids: readonly string[]) => Promise<readonly Institution[]>;
  readonly countHeard: (roundId: string) => Promise<Map<string, number>>;
  readonly unreviewedLanguages: (survey: string, version: number) => readonly Language[];
  readonly findings: (survey: string, version: number) => readonly Finding[];
  readonly isSensitive: (survey: string, version: number) => boolean;
  readonly takesOwnWords: (survey: string, version: number) => boolean;
  readonly sweep: (roundId: string) => Promise<void>;
}

/** An answer that hung in the network while its round was sealed is surely over after this. */
const DAYS_OF_LATE_ANSWERS = 2;

export function createRoundService(deps: RoundDeps): RoundService {
  const { store, clock, sealing } = deps;
  const heardCounts = createHeardCounts({ store, count: deps.countHeard, clock });

  async function load(actor: Actor, id: string): Promise<Round> {
    const round = mayAdministerRounds(actor) ? await store.find(id) : null;
    if (!round) throw problems.round.notFound();
    return round;
  }

  const needsReader = (round: Round): boolean =>
    deps.takesOwnWords(round.survey, round.surveyVersion) && !hasReader(round);

  async function overview(round: Round): Promise<RoundOverview> {
    const groups = await deps.listGroups(round.groupIds);
    const institutions = await deps.listInstitutions([...new Set(groups.map((group) => group.institutionId))]);
    const heard = await heardCounts.of(round);
    const invitedIn = (institutionId: string) =>
      groups.filter((group) => group.institutionId === institutionId).reduce((sum, group) => sum + group.childCount, 0);
    const { id, title, state, ownerRole, readerRole } = round;
    return {
      id,
      title,
      state,
      ownerRole,
      ...(readerRole && { readerRole }),
      needsReader: state === "draft" && needsReader(round),
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
      mayOpen: state === "draft",
      mayClose: state === "open",
      maySeal: state === "closed",
      isInGrace: isInGrace(round, clock.now()),
      isInDoubt: (state === "closed" || state === "sealing") && (await sealing.isInDoubt(round)),
    };
  }

  return {
    async listOverviews(actor) {
      if (!mayAdministerRounds(actor)) throw problems.round.notFound();
      return Promise.all((await store.list()).map(overview));
    },
    async open(actor, id) {
      const round = await load(actor, id);
      // What else is told of a label, its day, is not asked here.
      const promise = roundLabel(round, { hasFreeText: false, backupRetentionDays: 0, now: clock.now() });
      const isSensitive = deps.isSensitive(round.survey, round.surveyVersion);
      const lacks = lacksBeforeOpening(round, { promise, isSensitive });
      if (lacks.length > 0) throw problems.round.incomplete(`It needs ${lacks.join(", ")}.`);
      if (needsReader(round)) throw problems.round.noReader();
      const [first] = deps.findings(round.survey, round.surveyVersion);
      if (first)
        throw problems.round.unfitSurvey(
          `${[first.form, first.item].filter(Boolean).join(" ")}: ${first.message} [${first.rule}]`,
        );
      const leaves = promisedLeaves(round, await deps.listGroups(round.groupIds));
      if (!(await store.move(id, ["draft"], "open", leaves ? { leaves } : {}))) throw problems.round.wrongState();
    },
    async close(actor, id) {
      await load(actor, id);
      if (!(await store.move(id, ["open"], "closed", { closedAt: clock.now() }))) throw problems.round.wrongState();
    },
    async seal(actor, id, { isEarlyAccepted, wasNeverRead = false }) {
      const round = await load(actor, id);
      if (wasNeverRead) await deps.keys.trustSecret(id);
      if (round.state === "sealing") return sealing.finish(round);
      if (round.state !== "closed") throw problems.round.wrongState();
      if (isInGrace(round, clock.now()) && !isEarlyAccepted) throw problems.round.inGrace();
      await sealing.begin(round);
    },
    async issueKeys(actor, id, groupId, count) {
      const round = await load(actor, id);
      const standing = standingOf(round, clock.now());
      if (standing !== "not-yet" && standing !== "open") throw problems.round.wrongState();
      const [group] = round.groupIds.includes(groupId) ? await deps.listGroups([groupId]) : [];
      if (!group) throw problems.group.notFound();
      return deps.keys.issue(id, group, count);
    },
    async tick() {
      const now = clock.now();
      for (const { id, closesAt } of await store.listInStates(["open"]))
        if (now >= closesAt) await store.move(id, ["open"], "closed", { closedAt: closesAt });
      for (const round of await store.listInStates(["closed", "sealing"])) {
        // Only an operator can know more: sealed by itself it would be refused each minute.
        if (await sealing.isInDoubt(round)) continue;
        if (round.state === "sealing") await sealing.finish(round);
        else if (!acceptsAnswers(round, now)) await sealing.begin(round);
      }
      for (const round of await store.listInStates(["open", "closed"])) await deps.sweep(round.id);
      for (const round of await store.listInStates(["sealed"])) {
        if (round.sealedAt && now < addDays(round.sealedAt, DAYS_OF_LATE_ANSWERS)) await sealing.shred(round.id);
      }
    },
  };
}
