/**
 * Sealing: after it nothing connects a child with an answer. The steps, in this order, can each be repeated, so that a
 * crash anywhere is mended by running it again:
 *
 * 1. the round becomes `sealing`: intake answers 410;
 * 2. unclaimed keys are withdrawn, so that no new answer can begin; answers being stored at this moment are waited for;
 * 3. answers are copied under new random ids in random order, without free text;
 * 4. keys, claims and the round's secret are shredded, and then the answers under their old ids;
 * 5. a release per institution is computed from the sealed answers and published;
 * 6. the round becomes `sealed`.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../lib/clock";
import type { KeyService } from "../keys/service";
import type { ReleaseService } from "../releases/service";
import type { ResponseService } from "../responses/service";
import type { StoredResponse } from "../responses/store";
import type { Round } from "../rounds/contract";
import { reshuffle } from "./rules";

export interface Sealing {
  begin(round: Round): Promise<void>;
  /** Goes on from wherever a crash left a round that is `sealing`. */
  finish(round: Round): Promise<void>;
}

export interface SealingDeps {
  readonly keys: KeyService;
  readonly responses: Pick<ResponseService, "sweep">;
  readonly releases: Pick<ReleaseService, "publish">;
  readonly clock: Clock;
  readonly moveRound: (
    id: string,
    from: Round["state"],
    to: Round["state"],
    dates?: { sealedAt: Date },
  ) => Promise<boolean>;
  readonly listOpen: (round: string) => Promise<StoredResponse[]>;
  readonly listSealed: (round: string) => Promise<StoredResponse[]>;
  readonly replaceSealed: (round: string, list: readonly StoredResponse[]) => Promise<void>;
  readonly deleteOpen: (round: string) => Promise<void>;
  /** Names of the items of a round's forms that hold free text. */
  readonly textItems: (round: Round) => ReadonlySet<string>;
}

/** An answer on its way at the moment of sealing is stored within this time or was cut off by a crash. */
const DRAIN_MS = 5000;

export function createSealing(deps: SealingDeps): Sealing {
  const { keys } = deps;

  async function drain(roundId: string): Promise<void> {
    await keys.withdrawUnclaimed(roundId);
    const end = performance.now() + DRAIN_MS;
    for (;;) {
      await deps.responses.sweep(roundId);
      if ((await keys.listClaimed(roundId)).length === 0 || performance.now() >= end) return;
      await wait(100);
    }
  }

  async function copy(round: Round): Promise<void> {
    await deps.replaceSealed(round.id, reshuffle(await deps.listOpen(round.id), deps.textItems(round)));
    await keys.shred(round.id);
  }

  async function finish(round: Round): Promise<void> {
    // The secret is shredded only after everything was copied: while it is there, copying starts afresh.
    if (await keys.hasSecret(round.id)) {
      await drain(round.id);
      await copy(round);
    }
    await deps.deleteOpen(round.id);
    const sealedAt = deps.clock.now();
    await deps.releases.publish({ ...round, sealedAt }, await deps.listSealed(round.id));
    await deps.moveRound(round.id, "sealing", "sealed", { sealedAt });
  }

  return {
    async begin(round) {
      await deps.moveRound(round.id, "closed", "sealing");
      await finish(round);
    },
    finish,
  };
}
