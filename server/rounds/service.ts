/** What an administrator does with rounds: open, close, seal, and see how far they are. */
import type { Finding } from "#surveys/linter/rule";
import type { Actor } from "../accounts/contract";
import type { Permission } from "../accounts/permissions";
import { may } from "../accounts/permissions";
import type { IssuedKey, KeyService } from "../keys/service";
import { problems } from "../lib/problem";
import type { Group } from "../organisation/contract";
import type { Sealing } from "../sealing/service";
import type { AskedDeps } from "./asked-before";
import { MOST_BY_GROUP, timesAsked } from "./asked-before";
import type { Round, RoundOverview } from "./contract";
import type { CreateDeps } from "./create-round";
import { createRound } from "./create-round";
import type { OverviewDeps } from "./overviews";
import { createOverviews } from "./overviews";
import { hasReader, isInGrace, lacksBeforeOpening, promisedLeaves, roundLabel, standingOf } from "./rules";
import type { RoundStore } from "./store";
import type { TickDeps } from "./tick-rounds";
import { tickRounds } from "./tick-rounds";

export interface RoundService {
  /** Administrators only (`round.notFound` for others); newest first. */
  listOverviews(actor: Actor): Promise<readonly RoundOverview[]>;
  /**
   * Publishes the survey to the children. Throws `round.incomplete` when something the law or the children need is
   * missing, `round.noReader` when its survey takes own words and nobody is named who reads them, and
   * `round.unfitSurvey` when the linter finds something.
   */
  open(actor: Actor, id: string): Promise<void>;
  /** A draft of `NewRound` (untrusted). Throws `round.unfit`, `group.notFound`, `round.idTaken`; `round.notFound` for others. */
  create(actor: Actor, input: unknown): Promise<Round>;
  close(actor: Actor, id: string): Promise<void>;
  /**
   * `isEarlyAccepted`: seal although answers may still be on their way during the grace. Throws `round.inDoubt` where the
   * round's secrets are lost, unless `wasNeverRead` says that no result of it was ever read (`tables.differ` where an import
   * was begun).
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

export interface RoundDeps
  extends Omit<OverviewDeps, "needsReader" | "isInDoubt" | "mostAsked">,
    AskedDeps,
    CreateDeps {
  readonly store: RoundStore;
  readonly keys: KeyService;
  readonly sealing: Sealing;
  readonly findings: (survey: string, version: number) => readonly Finding[];
  readonly isSensitive: (survey: string, version: number) => boolean;
  readonly takesOwnWords: (survey: string, version: number) => boolean;
  readonly sweep: TickDeps["sweep"];
}

export function createRoundService(deps: RoundDeps): RoundService {
  const { store, clock, sealing } = deps;
  async function load(actor: Actor, id: string, permission: Permission): Promise<Round> {
    const round = may(actor, permission) ? await store.find(id) : null;
    if (!round) throw problems.round.notFound();
    return round;
  }

  const needsReader = (round: Round): boolean =>
    deps.takesOwnWords(round.survey, round.surveyVersion) && !hasReader(round);

  /** Of the groups of a round, how often each has been asked the same. */
  async function timesOf(round: Round, groups: readonly Group[]): Promise<Map<string, number>> {
    const others = round.resultsPer === "group" ? await store.list() : [];
    return new Map(groups.map((group) => [group.id, timesAsked(round, group, others, deps)]));
  }

  const overview = createOverviews({
    ...deps,
    needsReader,
    isInDoubt: sealing.isInDoubt,
    mostAsked: async (round, groups) => Math.max(0, ...(await timesOf(round, groups)).values()),
  });

  async function leavesOf(round: Round): Promise<string[][] | undefined> {
    const groups = await deps.listGroups(round.groupIds);
    const times = await timesOf(round, groups);
    const worn = [...times].filter(([, count]) => count >= MOST_BY_GROUP).map(([id]) => id);
    return promisedLeaves(round, groups, new Set(worn));
  }

  return {
    async listOverviews(actor) {
      if (!may(actor, "round.list")) throw problems.round.notFound();
      return Promise.all((await store.list()).map(overview));
    },
    async create(actor, input) {
      if (!may(actor, "round.create")) throw problems.round.notFound();
      return createRound(deps, input);
    },
    async open(actor, id) {
      const round = await load(actor, id, "round.open");
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
      const leaves = await leavesOf(round);
      if (!(await store.move(id, ["draft"], "open", leaves ? { leaves } : {}))) throw problems.round.wrongState();
    },
    async close(actor, id) {
      await load(actor, id, "round.close");
      if (!(await store.move(id, ["open"], "closed", { closedAt: clock.now() }))) throw problems.round.wrongState();
    },
    async seal(actor, id, { isEarlyAccepted, wasNeverRead = false }) {
      const round = await load(actor, id, "round.seal");
      if (wasNeverRead && (await sealing.isInDoubt(round))) await sealing.trust(round);
      if (round.state === "sealing") return sealing.finish(round);
      if (round.state !== "closed") throw problems.round.wrongState();
      if (isInGrace(round, clock.now()) && !isEarlyAccepted) throw problems.round.inGrace();
      await sealing.begin(round);
    },
    async issueKeys(actor, id, groupId, count) {
      const round = await load(actor, id, "key.issue");
      const standing = standingOf(round, clock.now());
      if (standing !== "not-yet" && standing !== "open") throw problems.round.wrongState();
      const [group] = round.groupIds.includes(groupId) ? await deps.listGroups([groupId]) : [];
      if (!group) throw problems.group.notFound();
      return deps.keys.issue(id, group, count);
    },
    tick: () => tickRounds(deps),
  };
}
