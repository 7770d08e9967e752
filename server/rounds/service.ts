/** What an administrator does with rounds: open, close, seal, and see how far they are. */
import type { Actor } from "../accounts/contract";
import type { Permission } from "../permissions/contract";
import { may } from "../permissions/contract";
import type { IssuedKey, KeyService } from "../keys/service";
import { problems } from "../lib/problem";
import type { Sealing } from "../sealing/service";
import type { Round, RoundOverview } from "./contract";
import type { CreateDeps } from "./create-round";
import { createRound } from "./create-round";
import type { ResultCodes } from "./find-result-codes";
import type { OpenDeps } from "./open-round";
import { openRound } from "./open-round";
import type { OverviewDeps } from "./overviews";
import { createOverviews } from "./overviews";
import { timesOf } from "./plan-leaves";
import { isInGrace, standingOf } from "./rules";
import type { RoundStore } from "./store";
import type { TickDeps } from "./tick-rounds";
import { tickRounds } from "./tick-rounds";

export interface RoundService {
  /** Administrators only (`round.notFound` for others); newest first. */
  listOverviews(actor: Actor): Promise<readonly RoundOverview[]>;
  getOverview(actor: Actor, id: string): Promise<RoundOverview>;
  /**
   * Publishes the survey to the children. Throws `round.incomplete` when something the law or the children need is
   * missing, `round.noReader` or `round.noEditor` when its survey takes own words and nobody is named who reads them,
   * `round.unknownEditor`, `round.notEditor` or `round.ownEditor` when one who is named does not, and `round.unfitSurvey`
   * when the linter finds something.
   */
  open(actor: Actor, id: string): Promise<void>;
  /**
   * A draft of `NewRound` (untrusted). Throws `round.unfit`, `group.notFound`, `round.idTaken`, what `open` throws of
   * editors; `round.notFound` for others.
   */
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

export interface RoundDeps extends Omit<OverviewDeps, "isInDoubt" | "mostAsked">, OpenDeps, CreateDeps {
  readonly store: RoundStore;
  readonly resultCodes: ResultCodes;
  readonly keys: KeyService;
  readonly sealing: Sealing;
  readonly sweep: TickDeps["sweep"];
  readonly record: TickDeps["record"];
}

export function createRoundService(deps: RoundDeps): RoundService {
  const { store, clock, sealing } = deps;
  async function load(actor: Actor, id: string, permission: Permission): Promise<Round> {
    const round = may(actor, permission) ? await store.find(id) : null;
    if (!round) throw problems.round.notFound();
    return round;
  }

  const overviews = createOverviews({
    ...deps,
    isInDoubt: sealing.isInDoubt,
    mostAsked: async (round, groups) => Math.max(0, ...(await timesOf(deps, round, groups)).values()),
  });

  return {
    async listOverviews(actor) {
      if (!may(actor, "round.list")) throw problems.round.notFound();
      return overviews(await store.list());
    },
    async getOverview(actor, id) {
      const [overview] = await overviews([await load(actor, id, "round.list")]);
      if (!overview) throw problems.round.notFound();
      return overview;
    },
    async create(actor, input) {
      if (!may(actor, "round.create")) throw problems.round.notFound();
      return createRound(deps, input);
    },
    open: async (actor, id) => openRound(deps, await load(actor, id, "round.open")),
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
