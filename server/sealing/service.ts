/**
 * Sealing: after it nothing connects a child with an answer. The steps, in this order, can each be repeated, so that a
 * crash anywhere is mended by running it again:
 *
 * 1. the round becomes `sealing`: intake answers 410;
 * 2. unclaimed keys are withdrawn, so that no new answer can begin; answers being stored at this moment are waited for,
 *    and what is slower loses its key and is told that it came too late;
 * 3. answers are copied under new random ids in random order, without free text, and one copy is chosen;
 * 4. keys, claims and the round's secret are shredded, then the answers under their old ids, and then what the database
 *    keeps of deleted things;
 * 5. a release per institution is computed from the chosen copy and published;
 * 6. the round becomes `sealed`.
 *
 * Two processes may seal at once: each makes a copy of its own, the first one chosen holds, and nothing is deleted
 * before that.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { FormName } from "#surveys/paper/form";
import type { Clock } from "../lib/clock";
import { newId } from "../lib/ids";
import { inTurns } from "../lib/in-turns";
import type { KeyService } from "../keys/service";
import type { ReleaseService } from "../releases/service";
import type { ResponseService } from "../responses/service";
import type { ResponseStore } from "../responses/store";
import type { Round } from "../rounds/contract";
import { byId, keptOf } from "./rules";

export interface Sealing {
  begin(round: Round): Promise<void>;
  /** Goes on from wherever a crash left a round that is `sealing`. */
  finish(round: Round): Promise<void>;
  /** Removes once more what must not outlive a sealed round, in case an answer came while it was sealed. */
  shred(roundId: string): Promise<void>;
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
  readonly store: Pick<
    ResponseStore,
    "listOpen" | "addCopy" | "findCopy" | "chooseCopy" | "dropOtherCopies" | "deleteOpen" | "listSealed"
  >;
  readonly forgetDeleted: () => Promise<unknown>;
  /** Names of the items of a form of the round's survey that are answered by choosing. */
  readonly chosenItems: (round: Round, form: FormName) => ReadonlySet<string>;
}

/** An answer on its way at the moment of sealing is stored within this time or was cut off by a crash. */
const DRAIN_MS = 5000;

export function createSealing(deps: SealingDeps): Sealing {
  const { keys, store } = deps;

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

  async function copy(round: Round): Promise<string> {
    await drain(round.id);
    const mine = newId();
    const chosenItems = (form: FormName) => deps.chosenItems(round, form);
    const kept = await inTurns(await store.listOpen(round.id), (response) => keptOf(response, chosenItems));
    await store.addCopy(mine, kept.sort(byId));
    return store.chooseCopy(round.id, mine);
  }

  /** Old ids, keys and the secret, also those that an answer too late has left since. */
  async function shred(roundId: string): Promise<void> {
    await keys.shred(roundId);
    await store.deleteOpen(roundId);
  }

  async function finish(round: Round): Promise<void> {
    const chosen = (await store.findCopy(round.id)) ?? (await copy(round));
    await store.dropOtherCopies(round.id, chosen);
    await shred(round.id);
    await deps.forgetDeleted();
    const sealedAt = deps.clock.now();
    await deps.releases.publish({ ...round, sealedAt }, await store.listSealed(round.id));
    await deps.moveRound(round.id, "sealing", "sealed", { sealedAt });
  }

  return {
    async begin(round) {
      await deps.moveRound(round.id, "closed", "sealing");
      await finish(round);
    },
    finish,
    shred,
  };
}
