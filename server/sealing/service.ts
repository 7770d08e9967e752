/**
 * Sealing: answers become tables of noisy counts, and are gone. The steps, in this order, can each be repeated, so that a
 * crash anywhere is mended by running it again:
 *
 * 1. the round becomes `sealing`: intake answers 410;
 * 2. unclaimed keys are withdrawn, so that no new answer can begin; answers being stored at this moment are waited for,
 *    and what is slower loses its key and is told that it came too late;
 * 3. it is decided which answers are counted together (`planUnits`), by numbers of children alone, and kept;
 * 4. one unit after the other: its answers are counted and noise is drawn, the table is kept where no restore touches it,
 *    then stored. Where a table is kept already, it holds;
 * 5. keys, claims and the round's secret are shredded, its answers deleted, what is left of own words that were read, and what
 *    the database keeps of deleted things. Only now, when nothing is counted any more: to delete while others read costs the
 *    embedded store twice the time;
 * 6. a release per institution is computed from the tables and published; the round becomes `sealed`.
 *
 * Two processes may seal at once: both may count, the table that is kept first holds, and no answer is deleted before every
 * table is kept.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../lib/clock";
import { problems } from "../lib/problem";
import type { KeyService } from "../keys/service";
import type { OwnWordsKept } from "../reading-room/service";
import type { ReleaseService } from "../releases/service";
import type { ResponseService } from "../responses/service";
import type { ResponseStore } from "../responses/store";
import type { TallyStore } from "../responses/tally-store";
import type { Round } from "../rounds/contract";
import type { CountDeps } from "./count-unit";
import { countUnit } from "./count-unit";
import type { PlanDeps } from "./plan-sealing";
import { planned } from "./plan-sealing";
import type { SealingUnit } from "./contract";
import type { TableStore } from "./store";

export interface Sealing {
  begin(round: Round): Promise<void>;
  /** Goes on from wherever a crash left a round that is `sealing`. */
  finish(round: Round): Promise<void>;
  /** The round's secrets are lost, so that it cannot be known whether it was sealed before. */
  isInDoubt(round: Round): Promise<boolean>;
  /** An operator knows that no result of it was ever read. Throws `tables.differ` where an import was begun: one was. */
  trust(round: Round): Promise<void>;
  /** Removes once more what must not outlive a sealed round, in case an answer came while it was sealed. */
  shred(roundId: string): Promise<void>;
}

export interface SealingDeps extends CountDeps, PlanDeps {
  readonly keys: KeyService;
  readonly responses: Pick<ResponseService, "sweep">;
  readonly releases: Pick<ReleaseService, "publish">;
  readonly ownWords: Pick<OwnWordsKept, "seal">;
  readonly clock: Clock;
  readonly moveRound: (
    id: string,
    from: Round["state"],
    to: Round["state"],
    dates?: { sealedAt: Date },
  ) => Promise<boolean>;
  readonly store: Pick<ResponseStore, "countByGroup" | "eachOpen" | "deleteOpen">;
  readonly tallies: Pick<TallyStore, "find" | "deleteAll">;
  readonly tables: TableStore;
  readonly forgetDeleted: () => Promise<unknown>;
}

/** An answer on its way at the moment of sealing is stored within this time or was cut off by a crash. */
const DRAIN_MS = 5000;

export function createSealing(deps: SealingDeps): Sealing {
  const { keys, store, tables } = deps;

  async function drain(roundId: string): Promise<void> {
    await keys.withdrawUnclaimed(roundId);
    const end = performance.now() + DRAIN_MS;
    for (;;) {
      await deps.responses.sweep(roundId);
      if ((await keys.listClaimed(roundId)).length === 0 || performance.now() >= end) break;
      await wait(100);
    }
    await keys.withdrawClaimed(roundId);
  }

  async function makeTable(round: Round, unit: SealingUnit): Promise<void> {
    const table = (await tables.findKept(unit.id)) ?? (await tables.keep(unit.id, await countUnit(deps, round, unit)));
    await tables.insert(unit.id, table);
  }

  /**
   * Keys, claims and the secret, the answers, with those that came too late to be counted, and what is left of own words that
   * were read. Those that nobody has read, or acted on, wait on.
   */
  async function shred(roundId: string): Promise<void> {
    await keys.shred(roundId);
    await store.deleteOpen(roundId);
    await deps.tallies.deleteAll(roundId);
    await deps.ownWords.seal(roundId);
  }

  /**
   * Tables drawn twice of the same answers would tell more than one of them. What was drawn before lies beside the rounds'
   * secrets; where those are lost, nobody but an operator can know.
   */
  async function isInDoubt({ id }: Round): Promise<boolean> {
    return (await tables.listPlans(id)).length === 0 && (await keys.hasLostSecret(id));
  }

  async function refuseInDoubt(round: Round): Promise<void> {
    if (await isInDoubt(round)) throw problems.round.inDoubt();
  }

  async function finish(round: Round): Promise<void> {
    await refuseInDoubt(round);
    const begunAt = deps.clock.now();
    const hasKeys = await keys.hasAny(round.id);
    await drain(round.id);
    for (const unit of await planned(deps, round)) await makeTable(round, unit);
    await shred(round.id);
    await deps.forgetDeleted();
    const now = deps.clock.now();
    const listed = await tables.listTables(round.id);
    const told = (await deps.releases.publish({ ...round, sealedAt: now }, listed)) ?? now;
    // Its day is its releases'; but what a restore brought back is gone since today alone, whatever an earlier release tells.
    const sealedAt = hasKeys && told < begunAt ? now : told;
    await deps.moveRound(round.id, "sealing", "sealed", { sealedAt });
  }

  return {
    async begin(round) {
      await refuseInDoubt(round);
      await deps.moveRound(round.id, "closed", "sealing");
      await finish(round);
    },
    finish,
    isInDoubt,
    async trust({ id }) {
      if ((await tables.listKept(id)).size > 0)
        throw problems.tables.differ("They were being imported: import them again.");
      await keys.trustSecret(id);
    },
    shred,
  };
}
